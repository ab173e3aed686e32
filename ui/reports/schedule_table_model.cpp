// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/schedule_table_model.h"

#include "report/report.h"
#include "schedule/schedule_times.h"
#include "ui/common/theme/plain_text.h"
#include "ui/common/theme/theme.h"
#include "ui/session/logs/schedule_words.h"

#include <QDateTime>

#include <algorithm>

namespace callboard {

using namespace Qt::StringLiterals;

ScheduleTableModel::ScheduleTableModel(const Theme &theme, const Format &format, QObject *parent)
    : QAbstractTableModel(parent)
    , m_theme(theme)
    , m_format(format)
{ }

void ScheduleTableModel::setSchedules(const QList<ReportSchedule> &schedules, const QHash<qint64, ReportRun> &lastRuns)
{
    const bool sameRows = std::equal(schedules.begin(), schedules.end(), m_schedules.begin(), m_schedules.end(),
                                     [](const ReportSchedule &a, const ReportSchedule &b) { return a.id == b.id; });
    if (!sameRows)
        beginResetModel();
    m_schedules = schedules;
    m_lastRuns = lastRuns;
    if (!sameRows)
        endResetModel();
    else if (!m_schedules.isEmpty()) // the selection stays
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

const ReportSchedule *ScheduleTableModel::at(int row) const
{
    return row >= 0 && row < m_schedules.size() ? &m_schedules.at(row) : nullptr;
}

int ScheduleTableModel::rowOf(qint64 id) const
{
    const auto found = std::find_if(m_schedules.begin(), m_schedules.end(),
                                    [id](const ReportSchedule &schedule) { return schedule.id == id; });
    return found == m_schedules.end() ? -1 : static_cast<int>(found - m_schedules.begin());
}

void ScheduleTableModel::setWords(const FilterWordsContext &words)
{
    m_words = words;
    retranslate();
}

void ScheduleTableModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_schedules.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int ScheduleTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_schedules.size());
}

int ScheduleTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

Qt::ItemFlags ScheduleTableModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.column() == On ? flags | Qt::ItemIsUserCheckable : flags;
}

QString ScheduleTableModel::textOf(const ReportSchedule &schedule, int column) const
{
    const ReportRun last = m_lastRuns.value(schedule.id);
    switch (column) {
    case Name:
        return schedule.name;
    case Report:
        return reportTitle(schedule.report);
    case Times:
        return scheduleTimesText(schedule, m_format);
    case Period:
        return schedulePeriodWord(schedule.period);
    case Calls:
        return scheduleCallsText(schedule, m_words);
    case Next: {
        const auto next = nextDue(schedule, QDateTime::currentMSecsSinceEpoch(), m_format.zone());
        return schedule.enabled && next ? m_format.dateTime(*next).chopped(3) : u"–"_s;
    }
    case Last:
        return last.scheduleId == 0
            ? u"–"_s
            : tr("%1 %2: %3")
                  .arg(m_format.shortDate(last.dueAt), m_format.shortTime(last.dueAt), runStateText(last.state));
    default:
        return {};
    }
}

QVariant ScheduleTableModel::colourOf(const ReportSchedule &schedule, int column) const
{
    if (!schedule.enabled)
        return m_theme.ink(ColorRole::MutedText);
    const RunState last = m_lastRuns.value(schedule.id, {.state = RunState::Done}).state;
    return column == Last && last == RunState::Failed ? m_theme.ink(ColorRole::Bad) : QVariant();
}

QVariant ScheduleTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ReportSchedule &schedule = m_schedules.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return textOf(schedule, index.column());
    case Qt::ToolTipRole:
        return tipText(index.column() == Last ? runSentence(m_lastRuns.value(schedule.id), m_format)
                                              : textOf(schedule, index.column()));
    case Qt::AccessibleTextRole:
        return index.column() == On ? schedule.enabled ? tr("on") : tr("off") : textOf(schedule, index.column());
    case Qt::CheckStateRole:
        return index.column() == On ? QVariant(schedule.enabled ? Qt::Checked : Qt::Unchecked) : QVariant();
    case Qt::ForegroundRole:
        return colourOf(schedule, index.column());
    default:
        return {};
    }
}

bool ScheduleTableModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || index.column() != On)
        return false;
    Q_EMIT enabledRequested(m_schedules.at(index.row()).id, value.toInt() == Qt::Checked);
    return true;
}

QVariant ScheduleTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return QAbstractTableModel::headerData(section, orientation, role);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignLeft | Qt::AlignVCenter);
    const QStringList titles{tr("On"),     tr("Name"),  tr("Report"),   tr("When"),
                             tr("Period"), tr("Calls"), tr("Next run"), tr("Last run")};
    return role == Qt::DisplayRole ? titles.at(section) : QVariant();
}

} // namespace callboard
