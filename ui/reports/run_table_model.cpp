// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/run_table_model.h"

#include "ui/common/theme/plain_text.h"
#include "ui/common/theme/theme.h"
#include "ui/session/logs/schedule_words.h"

#include <algorithm>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

bool isSameRun(const ReportRun &a, const ReportRun &b)
{
    return a.scheduleId == b.scheduleId && a.dueAt == b.dueAt && a.attempt == b.attempt;
}

} // namespace

RunTableModel::RunTableModel(const Theme &theme, const Format &format, QObject *parent)
    : QAbstractTableModel(parent)
    , m_theme(theme)
    , m_format(format)
{ }

void RunTableModel::setRuns(const QList<ReportRun> &runs)
{
    const bool sameRows = std::equal(runs.begin(), runs.end(), m_runs.begin(), m_runs.end(), isSameRun);
    if (!sameRows)
        beginResetModel();
    m_runs = runs;
    if (!sameRows)
        endResetModel();
    else if (!m_runs.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

const ReportRun *RunTableModel::at(int row) const
{
    return row >= 0 && row < m_runs.size() ? &m_runs.at(row) : nullptr;
}

void RunTableModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_runs.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int RunTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_runs.size());
}

int RunTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

/// First and last day; a period that ends within a day ends with its time.
QString RunTableModel::coversText(const TimeRange &range) const
{
    if (range == TimeRange())
        return {};
    const QString from = m_format.dateTime(range.from).first(10);
    const QString to = m_format.dateTime(range.to - 1).first(10);
    return from == to ? from : tr("%1 to %2").arg(from, to);
}

QString RunTableModel::textOf(const ReportRun &run, int column) const
{
    switch (column) {
    case When:
        return m_format.dateTime(run.dueAt);
    case Name:
        return run.isByHand() ? tr("%1 (by hand)").arg(run.scheduleName) : run.scheduleName;
    case State:
        return runStateText(run.state);
    case Covers:
        return coversText(run.range);
    case Took:
        return runDuration(run, m_format);
    case Result:
        return runSentence(run, m_format);
    default:
        return {};
    }
}

QVariant RunTableModel::colourOf(const ReportRun &run, int column) const
{
    if (column != State && column != Result)
        return {};
    if (run.state == RunState::Failed)
        return m_theme.ink(ColorRole::Bad);
    return run.state == RunState::Skipped || run.state == RunState::Interrupted
        ? QVariant(m_theme.ink(ColorRole::Warning))
        : QVariant();
}

QVariant RunTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ReportRun &run = m_runs.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return textOf(run, index.column());
    case Qt::ToolTipRole:
        return tipText(index.column() == Result && !run.file.isEmpty() ? run.file : textOf(run, index.column()));
    case Qt::ForegroundRole:
        return colourOf(run, index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((index.column() == Took ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant RunTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return QAbstractTableModel::headerData(section, orientation, role);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((section == Took ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    const QStringList titles{tr("Due"), tr("Schedule"), tr("State"), tr("Covers"), tr("Took"), tr("Result")};
    return role == Qt::DisplayRole ? titles.at(section) : QVariant();
}

} // namespace callboard
