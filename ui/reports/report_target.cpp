// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/report_target.h"

#include "ui/common/forms/file_field.h"
#include "ui/common/theme/bind_text.h"
#include "ui/common/theme/label_style.h"
#include "ui/common/theme/plain_text.h"
#include "ui/common/theme/theme.h"
#include "ui/reports/report_options.h"
#include "ui/session/exports/export_queue.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QStandardPaths>

#include <algorithm>

namespace callboard {

using namespace Qt::StringLiterals;

ReportTarget::ReportTarget(const ExportQueue &exports, QWidget *parent)
    : QWidget(parent)
    , m_exports(exports)
    , m_form(new QFormLayout(this))
    , m_folder(new FileField(FileField::Purpose::Folder))
    , m_name(new QLineEdit)
    , m_problem(new PlainLabel)
{
    m_folder->edit()->setObjectName(u"reportFolder"_s);
    m_name->setObjectName(u"reportFile"_s);
    m_problem->setObjectName(u"reportProblem"_s);
    m_problem->setWordWrap(true);
    setStyleClass(m_problem, u"bad"_s);
    m_problem->hide();
    m_form->setContentsMargins({});
    m_form->setHorizontalSpacing(3 * Theme::Unit);
    m_form->setVerticalSpacing(2 * Theme::Unit);
    m_form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    m_form->addRow(new PlainLabel, m_folder);
    m_form->addRow(new PlainLabel, m_name);
    m_form->addRow(m_problem);
    connect(m_folder, &FileField::changed, this, [this] { showProblem({}); });
    connect(m_name, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_isOwnName = !text.trimmed().isEmpty(); // an emptied field gets the proposal again
        showProblem({});
    });
    setFolder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    bindName(m_folder->edit(), [] { return tr("Folder to write to"); });
    bindName(m_name, [] { return tr("File to write"); });
    bindLanguage(this, [this] {
        const std::pair<QWidget *, QString> names[] = {{m_folder, tr("Folder")}, {m_name, tr("File")}};
        for (const auto &[field, name] : names) {
            auto *label = qobject_cast<QLabel *>(m_form->labelForField(field));
            label->setText(name);
            label->setMinimumWidth(ReportOptions::LabelWidth);
            field->setAccessibleName(name);
        }
    });
}

QString ReportTarget::folder() const
{
    return m_folder->path();
}

void ReportTarget::setFolder(const QString &folder)
{
    m_folder->setPath(folder);
}

void ReportTarget::setPath(const QString &path)
{
    const QFileInfo file(path);
    setFolder(file.path());
    m_name->setText(file.fileName());
    m_isOwnName = true;
}

void ReportTarget::setKind(const QString &report, const QString &suffix)
{
    const QString before = std::exchange(m_suffix, suffix);
    m_report = report;
    if (!m_isOwnName)
        return propose();
    const QString name = m_name->text().trimmed();
    if (before != suffix && name.endsWith(u'.' + before, Qt::CaseInsensitive))
        m_name->setText(name.chopped(before.size()) + suffix);
}

/// A name that no export of the list has: two of the same minute must not write the same file.
QString ReportTarget::proposedName() const
{
    const QString stem = u"callboard-%1-%2"_s.arg(m_report, QDateTime::currentDateTime().toString(u"yyyyMMdd-HHmm"_s));
    const auto isTaken = [this](const QString &name) {
        const QList<Export> &all = m_exports.exports();
        const QString path = QDir(folder()).filePath(name);
        return std::any_of(all.begin(), all.end(), [&path](const Export &each) { return each.file == path; });
    };
    QString name = stem + u'.' + m_suffix;
    for (int i = 2; isTaken(name); ++i)
        name = u"%1-%2.%3"_s.arg(stem).arg(i).arg(m_suffix);
    return name;
}

void ReportTarget::propose()
{
    m_name->setText(proposedName());
    m_name->setCursorPosition(0);
}

QString ReportTarget::path()
{
    if (!m_isOwnName)
        propose();
    const QString name = m_name->text().trimmed();
    const bool isPath = name.contains(u'/') || name.contains(QDir::separator());
    if (folder().isEmpty())
        showProblem(tr("Choose a folder first."));
    else if (QDir::isRelativePath(folder()))
        showProblem(
            tr("Enter the full path of the folder, such as %1.").arg(QDir::toNativeSeparators(QDir::homePath())));
    else if (isPath)
        showProblem(tr("Enter a file name without a path. The folder is above."));
    else
        return QDir(folder()).filePath(name);
    return {};
}

void ReportTarget::showProblem(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

} // namespace callboard
