// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/filter/filter_words.h"
#include "schedule/report_schedule.h"
#include "text/format.h"

#include <QAbstractTableModel>
#include <QHash>

namespace callboard {

class Theme;

/// Scheduled reports, each with its next run and how the last one went. Rows come from outside; GUI thread.
class ScheduleTableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column : quint8 { On, Name, Report, Times, Period, Calls, Next, Last, ColumnCount };

    ScheduleTableModel(const Theme &theme, const Format &format, QObject *parent = nullptr);

    /// `lastRuns`: the newest run of each schedule.
    void setSchedules(const QList<ReportSchedule> &schedules, const QHash<qint64, ReportRun> &lastRuns);
    const ReportSchedule *at(int row) const;
    int rowOf(qint64 id) const; ///< -1: none
    void retranslate();
    /// How filters are put into words; what is personal stays covered.
    void setWords(const FilterWordsContext &words);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void enabledRequested(qint64 id, bool enabled);

private:
    QString textOf(const ReportSchedule &schedule, int column) const;
    QVariant colourOf(const ReportSchedule &schedule, int column) const;

    const Theme &m_theme;
    const Format &m_format;
    FilterWordsContext m_words;
    QList<ReportSchedule> m_schedules;
    QHash<qint64, ReportRun> m_lastRuns;
};

} // namespace callboard
