// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/report_prompts.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QMessageBox>
#include <QUrl>

namespace callboard {

namespace {

void confirmWithDialog(QWidget *parent, const QString &question, std::function<void(bool)> answer)
{
    auto *box = new QMessageBox(QMessageBox::Warning, QCoreApplication::translate("ReportPrompts", "Export"), question,
                                QMessageBox::Ok | QMessageBox::Cancel, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setDefaultButton(QMessageBox::Cancel);
    QObject::connect(box, &QMessageBox::finished, parent,
                     [answer = std::move(answer)](int result) { answer(result == QMessageBox::Ok); });
    box->open();
}

} // namespace

ReportPrompts ReportPrompts::withDialogs()
{
    return {confirmWithDialog, [](const QString &path) { QDesktopServices::openUrl(QUrl::fromLocalFile(path)); }};
}

} // namespace callboard
