// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/campaign_model.h"

#include "record/call/clocks.h"
#include "ui/common/theme/plain_text.h"
#include "ui/session/figures/live_tiles.h"

#include <QCoreApplication>

#include <functional>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

double sortable(const Ratio &ratio)
{
    return ratio.value().value_or(-1);
}

QVariant nameOf(const CampaignRow &row, const Format &, qint64)
{
    return row.name;
}

QVariant progressText(const CampaignRow &row, const Format &format, qint64)
{
    return format.share(row.progress());
}

QVariant progressSort(const CampaignRow &row, const Format &, qint64)
{
    return sortable(row.progress());
}

QVariant paceText(const CampaignRow &row, const Format &format, qint64)
{
    return format.metric(Metric::CallsPerMinute, row.callsPerMinute());
}

QVariant paceSort(const CampaignRow &row, const Format &, qint64)
{
    return sortable(row.callsPerMinute());
}

QVariant nothing(const CampaignRow &, const Format &, qint64)
{
    return {};
}

QVariant pushText(const CampaignRow &row, const Format &format, qint64 nowMs)
{
    return row.lastPushAt == 0 ? u"–"_s : format.ago(ageOf(row.lastPushAt, nowMs));
}

QVariant pushSort(const CampaignRow &row, const Format &, qint64)
{
    return row.lastPushAt;
}

QVariant stripOf(const TaskFigures &figures)
{
    QList<double> strip;
    for (qint64 calls : figures.byClass)
        strip.append(static_cast<double>(calls));
    strip.append(static_cast<double>(figures.tally.awaiting));
    return QVariant::fromValue(strip);
}

QVariant trendOf(const CampaignRow &row)
{
    constexpr qsizetype PointMinutes = 4; // as many points as a cell is wide enough for
    QList<double> trend;
    for (qsizetype i = 0; i < row.callsByMinute.size(); ++i) {
        if (i % PointMinutes == 0)
            trend.append(0);
        trend.last() += static_cast<double>(row.callsByMinute[i]);
    }
    return QVariant::fromValue(trend);
}

} // namespace

bool operator==(const CampaignRow &a, const CampaignRow &b)
{
    return a.name == b.name && a.lastPushAt == b.lastPushAt && a.figures.taskId == b.figures.taskId
        && a.figures.tally == b.figures.tally && a.figures.byClass == b.figures.byClass && a.listSize == b.listSize
        && a.triedContacts == b.triedContacts && a.callsByMinute == b.callsByMinute;
}

Ratio CampaignRow::callsPerMinute() const
{
    qint64 calls = 0;
    const qsizetype running = callsByMinute.size() - 1;
    for (qsizetype i = std::max<qsizetype>(0, running - RateMinutes); i < running; ++i)
        calls += callsByMinute[i];
    return {calls, RateMinutes};
}

struct CampaignModel::ColumnInfo
{
    using Value = std::function<QVariant(const CampaignRow &, const Format &, qint64 nowMs)>;
    const char *title; ///< English source; null: the figure's name
    Value text, sort;
    bool isNumber = true;
    std::optional<Metric> metric{};
};

/// The columns of Column, in which figures have their places, and then further figures.
const QList<CampaignModel::ColumnInfo> &CampaignModel::columns()
{
    static const QList<ColumnInfo> all = [] {
        const auto figure = [](Metric metric, const char *title = nullptr) {
            const auto ratio = [metric](const CampaignRow &row) { return metricRatio(metric, row.figures.tally); };
            return ColumnInfo{
                title,
                [=](const CampaignRow &row, const Format &format, qint64) { return format.metric(metric, ratio(row)); },
                [=](const CampaignRow &row, const Format &, qint64) { return sortable(ratio(row)); }, true, metric};
        };
        QList<ColumnInfo> columns{
            {QT_TR_NOOP("Campaign"), nameOf, nameOf, false},
            {QT_TR_NOOP("Progress"), progressText, progressSort},
            figure(Metric::Attempts),
            figure(Metric::Connected),
            figure(Metric::ConnectRate),
            figure(Metric::SuccessRate),
            {QT_TR_NOOP("Outcomes"), nothing, figure(Metric::LineFailureRate).sort, false},
            {QT_TR_NOOP("Calls/min"), paceText, paceSort},
            figure(Metric::Acd, QT_TR_NOOP("Avg talk")),
            {QT_TR_NOOP("Last push"), pushText, pushSort},
        };
        for (const Metric metric : metricsAt(&MetricPlaces::liveColumn))
            columns.append(figure(metric));
        return columns;
    }();
    return all;
}

const CampaignModel::ColumnInfo &CampaignModel::columnInfo(int column)
{
    return columns().at(column);
}

CampaignModel::CampaignModel(const Format &format, QObject *parent)
    : QAbstractTableModel(parent)
    , m_format(format)
{ }

void CampaignModel::setRows(const QList<CampaignRow> &rows, qint64 nowMs)
{
    m_nowMs = nowMs;
    int at = 0;
    for (const CampaignRow &row : rows) {
        const QString &id = row.figures.taskId;
        while (at < m_rows.size() && m_rows[at].figures.taskId < id) {
            beginRemoveRows({}, at, at);
            m_rows.removeAt(at);
            endRemoveRows();
        }
        if (at == m_rows.size() || m_rows[at].figures.taskId != id) {
            beginInsertRows({}, at, at);
            m_rows.insert(at, row);
            endInsertRows();
        } else if (m_rows[at] != row) {
            m_rows[at] = row;
        }
        ++at;
    }
    if (at < m_rows.size()) {
        beginRemoveRows({}, at, static_cast<int>(m_rows.size()) - 1);
        m_rows.resize(at);
        endRemoveRows();
    }
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void CampaignModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int CampaignModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int CampaignModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(columns().size());
}

QString CampaignModel::outcomeLines(const CampaignRow &row) const
{
    QStringList lines;
    for (std::size_t i = 0; i < OutcomeClassCount; ++i)
        lines.append(outcomeClassWord(static_cast<OutcomeClass>(i)) + u": "_s + m_format.count(row.figures.byClass[i]));
    lines.append(metricName(Metric::Awaiting) + u": "_s + m_format.count(row.figures.tally.awaiting));
    return lines.join(u'\n');
}

QString CampaignModel::ratioLines(Metric metric, const Ratio &ratio) const
{
    const bool isTime = metric.info().unit == MetricUnit::Milliseconds;
    const QString numerator = isTime ? m_format.duration(ratio.numerator) : m_format.count(ratio.numerator);
    const QString quotient =
        u"%1 = %2 / %3"_s.arg(m_format.metric(metric, ratio), numerator, m_format.count(ratio.denominator));
    const bool isCount = metric.info().unit == MetricUnit::Count;
    return (isCount ? m_format.count(ratio.numerator) : quotient) + u'\n' + metricDefinition(metric);
}

QString CampaignModel::progressLines(const CampaignRow &row) const
{
    if (!row.triedContacts.isWhole)
        return tr("How many contacts were tried is not known: earlier calls are no longer kept.");
    if (row.listSize == 0)
        return tr("%1 contacts tried. Enter the size of the campaign's list to see its progress.")
            .arg(m_format.count(row.triedContacts.attempted));
    return tr("%1 of %2 contacts of the list tried")
        .arg(m_format.count(row.triedContacts.attempted), m_format.count(row.listSize));
}

QString CampaignModel::toolTip(const QModelIndex &index) const
{
    const CampaignRow &row = m_rows[index.row()];
    switch (index.column()) {
    case Campaign:
        return row.figures.taskId.isEmpty() ? row.name : tr("%1, task %2").arg(row.name, row.figures.taskId);
    case Progress:
        return progressLines(row);
    case LastPush:
        return m_format.dateTime(row.lastPushAt);
    case Outcomes:
        return outcomeLines(row);
    case CallsPerMinute:
        return tr("Mean of the last %1 whole minutes; the line shows the last hour").arg(CampaignRow::RateMinutes);
    default:
        const Metric metric = *columnInfo(index.column()).metric;
        return ratioLines(metric, metricRatio(metric, row.figures.tally));
    }
}

std::optional<Ratio> CampaignModel::shareAt(const QModelIndex &index) const
{
    const CampaignRow &row = m_rows[index.row()];
    const auto metric = columnInfo(index.column()).metric;
    if (index.column() == Progress)
        return row.progress().denominator > 0 ? std::optional(row.progress()) : std::nullopt;
    if (metric && metric->info().unit == MetricUnit::Share)
        return metricRatio(*metric, row.figures.tally);
    return std::nullopt;
}

ColorRole CampaignModel::inkAt(const QModelIndex &index) const
{
    const auto metric = columnInfo(index.column()).metric;
    return metric ? thresholdRole(metricState(*metric, GroupFigures{.tally = m_rows[index.row()].figures.tally}))
                  : ColorRole::Text;
}

CallFilter CampaignModel::callsAt(const QModelIndex &index, const LiveSnapshot &snapshot) const
{
    const CampaignRow &row = m_rows[index.row()];
    CallFilter filter = snapshot.allCalls();
    filter.taskIds = {row.figures.taskId};
    switch (index.column()) {
    case Progress:
        filter.range = {};
        filter.drill.pick = ContactPick::OncePerContact;
        return filter;
    case CallsPerMinute: {
        const qint64 minute = bucketStart(snapshot.nowMs, MinuteMs);
        filter.range = {minute - CampaignRow::RateMinutes * MinuteMs, minute};
        return filter;
    }
    case Outcomes:
        return callsOfMetric(Metric::Attempts, filter, snapshot.rules);
    default:
        const auto metric = columnInfo(index.column()).metric;
        return metric ? callsOfMetric(*metric, filter, snapshot.rules) : filter;
    }
}

QVariant CampaignModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const CampaignRow &row = m_rows[index.row()];
    const ColumnInfo &column = columnInfo(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return column.text(row, m_format, m_nowMs);
    case SortRole:
        return column.sort(row, m_format, m_nowMs);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter | (column.isNumber ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::ToolTipRole:
        return tipText(toolTip(index));
    case Qt::AccessibleTextRole:
        return index.column() == Outcomes ? outcomeLines(row) : column.text(row, m_format, m_nowMs).toString();
    case ShareRole: {
        const auto share = shareAt(index);
        return share ? QVariant(share->value().value_or(0)) : QVariant();
    }
    case StripRole:
        return index.column() == Outcomes ? stripOf(row.figures) : QVariant();
    case TrendRole:
        return index.column() == CallsPerMinute ? trendOf(row) : QVariant();
    case ColorRoleRole:
        return static_cast<int>(inkAt(index));
    case TaskIdRole:
        return row.figures.taskId;
    default:
        return {};
    }
}

QVariant CampaignModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section >= columnCount())
        return {};
    const ColumnInfo &column = columnInfo(section);
    if (role == Qt::DisplayRole)
        return column.title ? tr(column.title) : metricName(*column.metric);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (column.isNumber ? Qt::AlignRight : Qt::AlignLeft));
    if (role == Qt::ToolTipRole && section == Progress)
        return tipText(tr("Contacts attempted / size of the campaign's list"));
    if (role == Qt::ToolTipRole && column.metric)
        return tipText(metricDefinition(*column.metric));
    return {};
}

} // namespace callboard
