// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alerts/alert_table_model.h"

#include "ui/common/theme/plain_text.h"
#include "ui/common/theme/theme.h"
#include "ui/session/logs/alert_words.h"

#include <algorithm>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

bool isSameRaise(const Alert &a, const Alert &b)
{
    return a.raisedAt == b.raisedAt && a.key() == b.key();
}

bool haveSameRows(const QList<Alert> &a, const QList<Alert> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), isSameRaise);
}

} // namespace

AlertTableModel::AlertTableModel(const Theme &theme, const Format &format, TaskName taskName, QObject *parent)
    : QAbstractTableModel(parent)
    , m_theme(theme)
    , m_format(format)
    , m_taskName(std::move(taskName))
{ }

void AlertTableModel::setAlerts(const QList<Alert> &alerts)
{
    QList<Alert> rows = alerts;
    const auto cleared =
        std::stable_partition(rows.begin(), rows.end(), [](const Alert &alert) { return alert.isOpen(); });
    std::stable_sort(rows.begin(), cleared,
                     [](const Alert &a, const Alert &b) { return a.rule.severity > b.rule.severity; });
    if (rows == m_alerts)
        return;
    if (haveSameRows(rows, m_alerts)) { // the selection stays
        m_alerts = rows;
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_alerts = rows;
    endResetModel();
}

const Alert *AlertTableModel::at(int row) const
{
    return row >= 0 && row < m_alerts.size() ? &m_alerts.at(row) : nullptr;
}

int AlertTableModel::rowOf(const Alert &alert) const
{
    const auto found =
        std::find_if(m_alerts.begin(), m_alerts.end(), [&](const Alert &a) { return isSameRaise(a, alert); });
    return found == m_alerts.end() ? -1 : static_cast<int>(found - m_alerts.begin());
}

void AlertTableModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_alerts.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int AlertTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_alerts.size());
}

int AlertTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString AlertTableModel::momentOf(qint64 at) const
{
    return at == 0 ? QString() : u"%1 %2"_s.arg(m_format.shortDate(at), m_format.time(at));
}

QString AlertTableModel::stateOf(const Alert &alert) const
{
    const QString severity = severityWord(alert.rule.severity);
    if (!alert.isOpen())
        return tr("%1, over").arg(severity);
    return alert.wantsAttention() ? tr("%1, new").arg(severity) : tr("%1, seen").arg(severity);
}

QString AlertTableModel::textOf(const Alert &alert, int column) const
{
    switch (column) {
    case State:
        return stateOf(alert);
    case Raised:
        return momentOf(alert.raisedAt);
    case Campaign:
        return alert.rule.eachTask ? m_taskName(alert.taskId) : tr("all");
    case What:
        return ruleSentence(alert.rule, m_format);
    case Figure:
        return alertFigureText(alert, m_format);
    case Cleared:
        return momentOf(alert.clearedAt);
    case Acknowledged:
        return momentOf(alert.acknowledgedAt);
    default:
        return {};
    }
}

QVariant AlertTableModel::colourOf(const Alert &alert, int column) const
{
    if (!alert.isOpen())
        return m_theme.ink(ColorRole::MutedText);
    if (column != State && column != Figure)
        return {};
    return m_theme.ink(alert.rule.severity == AlertSeverity::Critical ? ColorRole::Bad : ColorRole::Warning);
}

QVariant AlertTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Alert &alert = m_alerts.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return textOf(alert, index.column());
    case Qt::ToolTipRole:
        return tipText(textOf(alert, index.column()));
    case Qt::ForegroundRole:
        return colourOf(alert, index.column());
    case Qt::FontRole:
        return alert.wantsAttention() ? m_theme.font(TypeStep::Body, true) : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((index.column() == Figure ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant AlertTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return QAbstractTableModel::headerData(section, orientation, role);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((section == Figure ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    const QStringList titles{tr("State"),  tr("Raised"),  tr("Campaign"),    tr("Rule"),
                             tr("Figure"), tr("Cleared"), tr("Acknowledged")};
    return role == Qt::DisplayRole ? titles.at(section) : QVariant();
}

} // namespace callboard
