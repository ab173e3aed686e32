// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/export_dialog.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QFileDialog>
#include <QMessageBox>
#include <QUrl>

namespace callboard {

namespace {

void chooseWithDialog(QWidget *parent, const QString &suggestion, std::function<void(const QString &)> answer)
{
    auto *dialog = new QFileDialog(parent, QCoreApplication::translate("ExportDialog", "Export to"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(QCoreApplication::translate("ExportDialog", "CSV files (*.csv)"));
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->selectFile(suggestion);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, std::move(answer));
    dialog->open();
}

void confirmWithDialog(QWidget *parent, const QString &question, std::function<void(bool)> answer)
{
    auto *box = new QMessageBox(QMessageBox::Warning, QCoreApplication::translate("ExportDialog", "Export"), question,
                                QMessageBox::Ok | QMessageBox::Cancel, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setDefaultButton(QMessageBox::Cancel);
    QObject::connect(box, &QMessageBox::finished, parent,
                     [answer = std::move(answer)](int result) { answer(result == QMessageBox::Ok); });
    box->open();
}

} // namespace

ExportPrompts ExportPrompts::withDialogs()
{
    return {chooseWithDialog, confirmWithDialog,
            [](const QString &folder) { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); }};
}

} // namespace callboard
