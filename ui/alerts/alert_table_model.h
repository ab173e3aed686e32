// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "live/alert/alert_rule.h"
#include "text/format.h"

#include <QAbstractTableModel>

#include <functional>

namespace callboard {

class Theme;

/// Raised alerts: open ones first, the most severe on top, then what was cleared, newest first. Rows come from outside;
/// GUI thread.
class AlertTableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column : quint8 { State, Raised, Campaign, What, Figure, Cleared, Acknowledged, ColumnCount };
    using TaskName = std::function<QString(const QString &)>;

    AlertTableModel(const Theme &theme, const Format &format, TaskName taskName, QObject *parent = nullptr);

    void setAlerts(const QList<Alert> &alerts);
    const Alert *at(int row) const;
    int rowOf(const Alert &alert) const; ///< the row of that raise, -1: none
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString textOf(const Alert &alert, int column) const;
    QString stateOf(const Alert &alert) const;
    QString momentOf(qint64 at) const;
    QVariant colourOf(const Alert &alert, int column) const;

    const Theme &m_theme;
    const Format &m_format;
    TaskName m_taskName;
    QList<Alert> m_alerts;
};

} // namespace callboard
