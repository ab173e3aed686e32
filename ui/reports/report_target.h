// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QFormLayout;
class QLabel;
class QLineEdit;

namespace callboard {

class ExportQueue;
class FileField;

/// Where a report goes: folder, and a name that is proposed until somebody writes another one. What is wrong is said
/// below. GUI thread.
class ReportTarget : public QWidget
{
    Q_OBJECT
public:
    explicit ReportTarget(const ExportQueue &exports, QWidget *parent = nullptr);

    QString folder() const;
    void setFolder(const QString &folder);
    void setPath(const QString &path); ///< folder and a name of one's own
    /// What the proposed name is made of: `callboard-calls-20261124-0900.csv`.
    void setKind(const QString &report, const QString &suffix);
    /// The file to write, with a fresh name where one is proposed. Empty where folder or name is missing, which is then
    /// said.
    QString path();
    void showProblem(const QString &problem); ///< empty: none

private:
    QString proposedName() const;
    void propose();

    const ExportQueue &m_exports;
    QString m_report, m_suffix;
    bool m_isOwnName = false;
    QFormLayout *m_form;
    FileField *m_folder;
    QLineEdit *m_name;
    QLabel *m_problem;
};

} // namespace callboard
