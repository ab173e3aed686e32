// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/forms/file_field.h"

#include "ui/common/forms/controls.h"
#include "ui/common/theme/theme.h"

#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace callboard {

FileField::FileField(Purpose purpose, QWidget *parent)
    : QWidget(parent)
    , m_purpose(purpose)
    , m_edit(new QLineEdit)
    , m_choose(makeButton({}, [] { return tr("Choose…"); }))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Theme::Unit);
    layout->addWidget(m_edit, 1);
    layout->addWidget(m_choose);
    setFocusProxy(m_edit);
    m_choose->setAutoDefault(false);
    connect(m_edit, &QLineEdit::textChanged, this, &FileField::changed);
    connect(m_choose, &QPushButton::clicked, this, &FileField::choose);
}

void FileField::bindLabel(const TextFunction &text)
{
    bindName(this, text);
    bindName(m_edit, text);
    bindPlaceholder(m_edit, text);
}

QString FileField::path() const
{
    return QDir::fromNativeSeparators(m_edit->text().trimmed());
}

void FileField::setPath(const QString &path)
{
    m_edit->setText(QDir::toNativeSeparators(path));
}

void FileField::choose()
{
    auto *dialog = new QFileDialog(this, accessibleName());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const bool isSave = m_purpose == Purpose::Save;
    const bool isFolder = m_purpose == Purpose::Folder;
    dialog->setAcceptMode(isSave ? QFileDialog::AcceptSave : QFileDialog::AcceptOpen);
    dialog->setFileMode(isFolder ? QFileDialog::Directory : isSave ? QFileDialog::AnyFile : QFileDialog::ExistingFile);
    dialog->setOption(QFileDialog::ShowDirsOnly, isFolder);
    if (!isFolder)
        dialog->setNameFilter(m_filter);
    if (isFolder)
        dialog->setDirectory(path());
    else
        dialog->selectFile(path());
    connect(dialog, &QFileDialog::fileSelected, this, &FileField::setPath);
    dialog->open();
}

} // namespace callboard
