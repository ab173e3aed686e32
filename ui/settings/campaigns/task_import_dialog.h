// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database/reader_pool.h"
#include "ui/session/services.h"
#include "ui/settings/campaigns/task_columns.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace callboard {

class ListView;

/// Takes a list of campaigns from a CSV file: shows line by line what would change, what is left out and what is wrong,
/// lets a person choose the encoding, and writes all lines that can be taken at once. GUI thread; the file is read
/// elsewhere. Open it with open().
class TaskImportDialog : public QDialog
{
    Q_OBJECT
public:
    explicit TaskImportDialog(const Services &services, QWidget *parent = nullptr);
    ~TaskImportDialog() override;

    /// Reads that file and shows what it would do.
    void setFile(const QString &path);
    const TaskImportPlan &plan() const { return m_plan; }

Q_SIGNALS:
    void imported(int campaigns);

private:
    void makeWidgets();
    void makeTable();
    void makeEncodings();
    void layOut();
    void chooseFile();
    void readFile();
    void showPlan(const TaskImportPlan &plan);
    QString summary() const;
    void showEncoding();
    void write();
    void showWritten(int campaigns, const QString &error);
    void say(const QString &styleClass, const QString &text);

    Services m_services;
    TaskImportPlan m_plan;
    ReadTicket m_reading;
    TaskImportList *m_model;
    QLineEdit *m_file;
    QPushButton *m_browse, *m_again, *m_import, *m_close;
    QComboBox *m_encoding;
    QLabel *m_hint, *m_shown, *m_status;
    ListView *m_table;
};

} // namespace callboard
