// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/campaign_model.h"

#include "ui/models/live_tiles.h"

#include <QCoreApplication>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

using Value = QVariant (*)(const CampaignRow &, const Format &, qint64 nowMs);

double sortable(const Ratio &ratio)
{
    return ratio.value().value_or(-1);
}

template <Metric metric>
QVariant metricText(const CampaignRow &row, const Format &format, qint64)
{
    return format.metric(metric, metricRatio(metric, row.figures.tally));
}

template <Metric metric>
QVariant metricSort(const CampaignRow &row, const Format &, qint64)
{
    return sortable(metricRatio(metric, row.figures.tally));
}

QVariant nameOf(const CampaignRow &row, const Format &, qint64)
{
    return row.name;
}

QVariant callsOf(const CampaignRow &row, const Format &format, qint64)
{
    return format.count(row.figures.tally.calls);
}

QVariant callsSort(const CampaignRow &row, const Format &, qint64)
{
    return row.figures.tally.calls;
}

QVariant nothing(const CampaignRow &, const Format &, qint64)
{
    return {};
}

QVariant pushText(const CampaignRow &row, const Format &format, qint64 nowMs)
{
    return row.lastPushAt == 0 ? u"–"_s : format.ago(nowMs - row.lastPushAt);
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

QVariant trendOf(const TaskFigures &figures)
{
    QList<double> trend;
    for (qint64 calls : figures.recentCalls)
        trend.append(static_cast<double>(calls));
    return QVariant::fromValue(trend);
}

} // namespace

bool operator==(const CampaignRow &a, const CampaignRow &b)
{
    return a.name == b.name && a.lastPushAt == b.lastPushAt && a.figures.taskId == b.figures.taskId
        && a.figures.tally == b.figures.tally && a.figures.byClass == b.figures.byClass
        && a.figures.recentCalls == b.figures.recentCalls;
}

struct CampaignModel::ColumnInfo
{
    const char *title;
    Value text, sort;
    bool isNumber;
    std::optional<Metric> metric;
};

const CampaignModel::ColumnInfo &CampaignModel::columnInfo(int column)
{
    static const ColumnInfo columns[ColumnCount] = {
        {QT_TR_NOOP("Campaign"), nameOf, nameOf, false, {}},
        {QT_TR_NOOP("Attempts"), metricText<Metric::Attempts>, metricSort<Metric::Attempts>, true, Metric::Attempts},
        {QT_TR_NOOP("Connected"), metricText<Metric::Connected>, metricSort<Metric::Connected>, true,
         Metric::Connected},
        {QT_TR_NOOP("Connect rate"), metricText<Metric::ConnectRate>, metricSort<Metric::ConnectRate>, true,
         Metric::ConnectRate},
        {QT_TR_NOOP("Success rate"), metricText<Metric::SuccessRate>, metricSort<Metric::SuccessRate>, true,
         Metric::SuccessRate},
        {QT_TR_NOOP("Outcomes"), nothing, metricSort<Metric::LineFailureRate>, false, {}},
        {QT_TR_NOOP("Calls"), callsOf, callsSort, true, {}},
        {QT_TR_NOOP("Ø talk"), metricText<Metric::Acd>, metricSort<Metric::Acd>, true, Metric::Acd},
        {QT_TR_NOOP("Last push"), pushText, pushSort, true, {}},
    };
    return columns[column];
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
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void CampaignModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int CampaignModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int CampaignModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant CampaignModel::toolTip(const QModelIndex &index) const
{
    const CampaignRow &row = m_rows[index.row()];
    if (index.column() == Campaign)
        return row.figures.taskId.isEmpty() ? row.name : tr("%1, task %2").arg(row.name, row.figures.taskId);
    if (index.column() == LastPush)
        return m_format.dateTime(row.lastPushAt);
    if (index.column() == Outcomes) {
        QStringList lines;
        for (std::size_t i = 0; i < OutcomeClassCount; ++i)
            lines.append(outcomeClassWord(static_cast<OutcomeClass>(i)) + u": "_s
                         + m_format.count(row.figures.byClass[i]));
        lines.append(metricName(Metric::Awaiting) + u": "_s + m_format.count(row.figures.tally.awaiting));
        return lines.join(u'\n');
    }
    const auto metric = columnInfo(index.column()).metric;
    if (!metric || metricInfo(*metric).unit != MetricUnit::Share)
        return {};
    const Ratio ratio = metricRatio(*metric, row.figures.tally);
    return m_format.share(ratio) + u" = "_s + m_format.count(ratio.numerator) + u" / "_s
        + m_format.count(ratio.denominator);
}

QVariant CampaignModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const CampaignRow &row = m_rows[index.row()];
    const ColumnInfo &column = columnInfo(index.column());
    const bool isRate = column.metric && metricInfo(*column.metric).unit == MetricUnit::Share;
    switch (role) {
    case Qt::DisplayRole:
        return column.text(row, m_format, m_nowMs);
    case SortRole:
        return column.sort(row, m_format, m_nowMs);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter | (column.isNumber ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::ToolTipRole:
        return toolTip(index);
    case ShareRole:
        return isRate ? QVariant(metricRatio(*column.metric, row.figures.tally).value().value_or(0)) : QVariant();
    case StripRole:
        return index.column() == Outcomes ? stripOf(row.figures) : QVariant();
    case TrendRole:
        return index.column() == Calls ? trendOf(row.figures) : QVariant();
    case InkRole:
        return static_cast<int>(isRate ? judge(*column.metric, metricRatio(*column.metric, row.figures.tally))
                                       : Ink::Text);
    case TaskIdRole:
        return row.figures.taskId;
    default:
        return {};
    }
}

QVariant CampaignModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section >= ColumnCount)
        return {};
    const ColumnInfo &column = columnInfo(section);
    if (role == Qt::DisplayRole)
        return tr(column.title);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (column.isNumber ? Qt::AlignRight : Qt::AlignLeft));
    if (role == Qt::ToolTipRole && column.metric)
        return metricDefinition(*column.metric);
    return {};
}

} // namespace callboard
