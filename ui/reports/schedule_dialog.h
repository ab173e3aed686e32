// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/filter/filter_words.h"
#include "schedule/report_schedule.h"
#include "ui/session/services.h"

#include <QDialog>

class QButtonGroup;
class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTimeEdit;

namespace callboard {

class FieldForm;
class FileField;

/// Edits one scheduled report. What does not fit is said beside its field. Stores it itself; closes once it is stored.
/// GUI thread. Open it with open().
class ScheduleDialog : public QDialog
{
    Q_OBJECT
public:
    /// `note`: what of a report at hand a schedule can't hold; empty: nothing.
    ScheduleDialog(const Services &services, const ReportSchedule &schedule, const QString &note,
                   QWidget *parent = nullptr);

    /// What the fields say now.
    ReportSchedule edited() const;

Q_SIGNALS:
    void saved(qint64 id);

private:
    void makeWidgets();
    QWidget *makeDays();
    QWidget *makeCampaigns();
    void layOut();
    void setTexts();
    void connectAll();
    void fillChoices();
    void fillFormats();
    void fill();
    void fitToRhythm();
    void showCampaigns();
    FilterWordsContext words() const;
    QString refusal() const;
    void chooseCampaigns();
    void check();
    void save();

    Services m_services;
    ReportSchedule m_schedule;
    FieldForm *m_form;
    QLineEdit *m_name, *m_fileName;
    QComboBox *m_report, *m_format, *m_language, *m_period, *m_rhythm, *m_monthDay;
    QWidget *m_weekDays, *m_campaignsRow;
    QButtonGroup *m_days; ///< ids 1 Monday … 7 Sunday
    QTimeEdit *m_time;
    FileField *m_folder;
    QCheckBox *m_revealed, *m_columns, *m_filter, *m_meanings;
    QLabel *m_campaigns, *m_note, *m_status;
    QPushButton *m_chooseCampaigns;
    QDialogButtonBox *m_buttons;
};

} // namespace callboard
