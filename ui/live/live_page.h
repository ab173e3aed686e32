// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/figures/comparison_reader.h"
#include "ui/session/figures/snapshot_maker.h"
#include "ui/session/page.h"
#include "ui/session/services.h"

#include <QTimer>

class QLabel;
class QPushButton;
class QSplitter;
class QStackedWidget;

namespace callboard {

class CampaignModel;
class CampaignTable;
class ChartPanel;
class Tile;
class Welcome;
struct LiveChart;
struct TileFigure;

/// The first page: tiles, calls over time, outcomes, rates, talk times and campaigns, all counted from one board at one
/// moment; a welcome while the store is empty.
class LivePage : public Page
{
    Q_OBJECT
public:
    explicit LivePage(const Services &services, QWidget *parent = nullptr);
    ~LivePage() override;

    QString title() const override { return tr("Live"); }
    void setActive(bool active) override;
    void saveState(QSettings &settings) const override;
    void restoreState(QSettings &settings) override;

    const QList<Tile *> &tiles() const { return m_tiles; }
    const LiveSnapshot &snapshot() const { return m_snapshot; }
    bool showsWelcome() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeBoard();
    QWidget *makeTiles();
    QWidget *makeCampaigns();
    ChartPanel *makeChart(const LiveChart &chart);
    qsizetype partCount() const;
    void connectExports();
    void takeCommit(const CommitNotice &notice);
    void updateWelcome();
    void showBoard();
    void scheduleRefresh();
    void refresh();
    void takeSnapshot(const LiveSnapshot &snapshot);
    void render();
    void renderPart(qsizetype part);
    void renderNextPart();
    void captionCharts();
    void refreshTiles();
    void refreshCampaigns();
    void openCell(const QModelIndex &index);
    void retranslate();

    const Services m_services;
    LiveSnapshot m_snapshot;
    ComparisonReader m_comparison;
    SnapshotMaker m_maker;
    QTimer m_refreshTimer;
    QTimer m_partTimer; ///< between the parts of one refresh
    qsizetype m_nextPart = 0;
    QStackedWidget *m_stack;
    Welcome *m_welcome;
    QList<Tile *> m_tiles;
    QList<ChartPanel *> m_charts; ///< as liveCharts()
    CampaignModel *m_campaigns;
    CampaignTable *m_table;
    QLabel *m_campaignTitle, *m_error;
    QPushButton *m_exportCampaigns;
    QSplitter *m_columns, *m_left, *m_right;
    bool m_isActive = false;
    bool m_sawRealPush = false;
};

} // namespace callboard
