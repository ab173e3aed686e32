// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/report_prompts.h"

#include "report/paper/paper_print.h"
#include "ui/common/theme/plain_text.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QMessageBox>
#include <QPrintPreviewDialog>
#include <QPrinter>
#include <QUrl>

namespace callboard {

namespace {

void confirmWithDialog(QWidget *parent, const QString &question, std::function<void(bool)> answer)
{
    auto *box = makeMessageBox(QMessageBox::Warning, QCoreApplication::translate("ReportPrompts", "Export"), question,
                               QMessageBox::Ok | QMessageBox::Cancel, parent);
    box->setDefaultButton(QMessageBox::Cancel);
    QObject::connect(box, &QMessageBox::finished, parent,
                     [answer = std::move(answer)](int result) { answer(result == QMessageBox::Ok); });
    box->open();
}

void complain(QWidget *parent, const QString &why)
{
    auto *box = makeMessageBox(QMessageBox::Warning, QCoreApplication::translate("ReportPrompts", "Print"), why,
                               QMessageBox::Ok, parent);
    box->open();
}

void printWithPreview(QWidget *parent, const std::shared_ptr<PaperDocument> &document)
{
    auto *dialog = new QPrintPreviewDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    setTitle(dialog, document->head.title);
    dialog->printer()->setDocName(document->head.title);
    QObject::connect(dialog, &QPrintPreviewDialog::paintRequested, parent, [parent, document](QPrinter *printer) {
        try {
            paintReport(*document, *printer, {}, {});
        } catch (const ReportError &error) {
            complain(parent, error.text());
        }
    });
    dialog->resize(parent->window()->size() * 9 / 10);
    dialog->open();
}

} // namespace

ReportPrompts ReportPrompts::withDialogs()
{
    return {confirmWithDialog, [](const QString &path) { QDesktopServices::openUrl(QUrl::fromLocalFile(path)); },
            printWithPreview};
}

} // namespace callboard
