// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/filter/filter_words.h"
#include "schedule/report_schedule.h"
#include "ui/common/theme/bind_text.h"
#include "ui/session/services.h"

#include <QDialog>

class QButtonGroup;
class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QLabel;
class QLineEdit;
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
    void addSubject();
    void addTimes();
    void addFile();
    QWidget *makeDays();
    QWidget *makeCampaigns();
    void layOut(const QString &note);
    void fillChoices();
    void fillFormats();
    void fill();
    void showCampaigns();
    FilterWordsContext words() const;
    QString refusal() const;
    void chooseCampaigns();
    TextFunction problemOf(ScheduleProblem::Field field) const;
    void showState();
    void save();

    Services m_services;
    ReportSchedule m_schedule;
    FieldForm *m_form;
    QLineEdit *m_name = nullptr, *m_fileName = nullptr;
    QComboBox *m_report = nullptr, *m_format = nullptr, *m_language = nullptr, *m_period = nullptr;
    QComboBox *m_rhythm = nullptr, *m_monthDay = nullptr;
    QButtonGroup *m_days = nullptr; ///< ids 1 Monday … 7 Sunday
    QTimeEdit *m_time = nullptr;
    FileField *m_folder = nullptr;
    QCheckBox *m_revealed = nullptr, *m_columns = nullptr, *m_filter = nullptr, *m_meanings = nullptr;
    QLabel *m_campaigns = nullptr, *m_status = nullptr;
    QDialogButtonBox *m_buttons = nullptr;
};

} // namespace callboard
