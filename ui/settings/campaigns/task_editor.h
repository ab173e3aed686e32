// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/read/queries.h"
#include "ui/session/services.h"

#include <QDialog>

class QComboBox;
class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QListWidget;

namespace callboard {

class FieldForm;

/// What people say about one campaign: name, list size, calling hours, success rule. Stores it itself; closes once it
/// is stored. GUI thread. Open it with open().
class TaskEditor : public QDialog
{
    Q_OBJECT
public:
    TaskEditor(const Services &services, const TaskInfo &task, QWidget *parent = nullptr);

    /// What the fields say now; only valid when nothing is wrong with them.
    TaskInfo edited() const;

Q_SIGNALS:
    /// Stored: the campaign is now this.
    void saved(const callboard::TaskInfo &task);

private:
    void addFields();
    void addRule();
    void fillCodes();
    void fill();
    void save();
    void showSaved(const QString &error);
    QStringList checkedCodes() const;

    Services m_services;
    TaskInfo m_task;
    FieldForm *m_form;
    QLineEdit *m_name, *m_size, *m_hours;
    QComboBox *m_rule;
    QListWidget *m_codes;
    QLabel *m_status;
    QDialogButtonBox *m_buttons;
};

} // namespace callboard
