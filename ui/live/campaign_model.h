// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme/theme.h"
#include "ui/session/figures/live_snapshot.h"

#include <QAbstractTableModel>

namespace callboard {

/// One campaign (task) as the Live page lists it.
struct CampaignRow
{
    QString name; ///< alias, else the id
    TaskFigures figures;
    qint64 lastPushAt = 0; ///< epoch ms, 0 unknown
    qint64 listSize = 0; ///< contacts of the task's list, 0 unknown
    ContactCount triedContacts{}; ///< of them, ever
    QList<qint64> callsByMinute; ///< the last hour, oldest first; the last minute is running; empty: no call

    /// Nothing to divide by while the contacts are still being counted: a campaign that was dialled has some.
    Ratio progress() const
    {
        return metricRatio(Metric::Progress,
                           GroupFigures{.listSize = isCounted() ? listSize : 0, .triedEver = triedContacts});
    }
    bool isCounted() const { return triedContacts.attempted > 0 || figures.tally.attempts == 0; }
    /// Calls of the last whole minutes: RateMinutes of them.
    Ratio callsPerMinute() const;
    static constexpr qint64 RateMinutes = 15;

    friend bool operator==(const CampaignRow &a, const CampaignRow &b);
};

/// The campaigns of the Live page. Rows are kept in the order of their task ids and refreshed by difference, so that
/// selection, scroll position and sorting survive every update. GUI thread.
class CampaignModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        Campaign,
        Progress,
        Attempts,
        Connected,
        ConnectRate,
        SuccessRate,
        Outcomes,
        CallsPerMinute,
        Talk,
        LastPush,
        ColumnCount ///< figures with a MetricPlaces::liveColumn follow
    };
    enum Role {
        SortRole = Qt::UserRole,
        ShareRole, ///< double 0..1: drawn as a bar behind the text
        StripRole, ///< QList<double> by outcome class, then awaiting
        TrendRole, ///< QList<double>: drawn as a sparkline
        ColorRoleRole, ///< ColorRole of the text
        TaskIdRole,
    };

    explicit CampaignModel(const Format &format, QObject *parent = nullptr);

    /// `rows` sorted by task id.
    void setRows(const QList<CampaignRow> &rows, qint64 nowMs);
    /// The calls that the figure of a cell counts, among those of the snapshot; of the campaign's name all its calls.
    CallFilter callsAt(const QModelIndex &index, const LiveSnapshot &snapshot) const;
    /// Texts are made anew after a change of the language.
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct ColumnInfo;
    static const QList<ColumnInfo> &columns();
    static const ColumnInfo &columnInfo(int column);
    QString toolTip(const QModelIndex &index) const;
    QString outcomeLines(const CampaignRow &row) const;
    QString progressLines(const CampaignRow &row) const;
    QString ratioLines(Metric metric, const Ratio &ratio) const;
    std::optional<Ratio> shareAt(const QModelIndex &index) const;
    ColorRole inkAt(const QModelIndex &index) const;

    const Format &m_format;
    QList<CampaignRow> m_rows;
    qint64 m_nowMs = 0;
};

} // namespace callboard
