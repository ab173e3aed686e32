// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "schedule/report_schedule.h"
#include "text/format.h"

#include <QAbstractTableModel>

namespace callboard {

class Theme;

/// The history of scheduled reports, newest first. Rows come from outside; GUI thread.
class RunTableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column : quint8 { When, Name, State, Covers, Took, Result, ColumnCount };

    RunTableModel(const Theme &theme, const Format &format, QObject *parent = nullptr);

    void setRuns(const QList<ReportRun> &runs);
    const ReportRun *at(int row) const;
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString textOf(const ReportRun &run, int column) const;
    QString coversText(const TimeRange &range) const;
    QVariant colourOf(const ReportRun &run, int column) const;

    const Theme &m_theme;
    const Format &m_format;
    QList<ReportRun> m_runs;
};

} // namespace callboard
