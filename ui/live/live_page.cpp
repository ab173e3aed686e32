// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/live_page.h"

#include "ui/common/charts/chart_actions.h"
#include "ui/common/charts/chart_panel.h"
#include "ui/common/theme/plain_text.h"
#include "ui/live/campaign_model.h"
#include "ui/live/campaign_table.h"
#include "ui/live/live_charts.h"
#include "ui/live/tile.h"
#include "ui/live/welcome.h"
#include "ui/session/exports/export_requests.h"
#include "ui/session/figures/kept_note.h"
#include "ui/session/figures/live_figures.h"
#include "ui/session/figures/live_tiles.h"
#include "ui/session/view_state.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int RefreshMs = 400;
/// One snapshot is drawn part by part, so that no turn of the event loop paints the whole page.
constexpr int PartMs = 40;
constexpr int Gap = 2 * Theme::Unit;
constexpr int CampaignsHeight = 320; ///< share of their column

QSplitter *splitter(Qt::Orientation orientation)
{
    auto *result = new QSplitter(orientation);
    result->setHandleWidth(Gap);
    result->setChildrenCollapsible(false);
    return result;
}

} // namespace

LivePage::LivePage(const Services &services, QWidget *parent)
    : Page(parent)
    , m_services(services)
    , m_comparison(services.readers, services.feed, services.view, services.format.zone())
    , m_stack(new QStackedWidget)
    , m_welcome(new Welcome(services))
    , m_campaigns(new CampaignModel(services.format, this))
    , m_table(new CampaignTable(*m_campaigns, services.theme))
    , m_campaignTitle(new PlainLabel)
    , m_error(new PlainLabel)
    , m_exportCampaigns(new QPushButton)
    , m_columns(splitter(Qt::Horizontal))
    , m_left(splitter(Qt::Vertical))
    , m_right(splitter(Qt::Vertical))
{
    m_stack->addWidget(m_welcome);
    m_stack->addWidget(makeBoard());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    m_refreshTimer.setSingleShot(true);
    m_refreshTimer.setInterval(RefreshMs);
    m_partTimer.setInterval(PartMs);
    connect(&m_refreshTimer, &QTimer::timeout, this, &LivePage::refresh);
    connect(&m_partTimer, &QTimer::timeout, this, &LivePage::renderNextPart);
    connect(&services.feed, &LiveFigures::figuresChanged, this, &LivePage::scheduleRefresh);
    connect(&services.feed, &LiveFigures::overviewChanged, this, &LivePage::updateWelcome);
    connect(&services.feed, &LiveFigures::committed, this, &LivePage::takeCommit);
    connect(&m_comparison, &ComparisonReader::changed, this, &LivePage::scheduleRefresh);
    connect(m_table, &CampaignTable::cellChosen, this, &LivePage::openCell);
    connect(&services.theme, &Theme::changed, this, &LivePage::render);
    connect(&m_maker, &SnapshotMaker::made, this, &LivePage::takeSnapshot);
    connectExports();
    retranslate();
    updateWelcome(); // what the feed knows by now
}

LivePage::~LivePage() = default;

QWidget *LivePage::makeTiles()
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Gap);
    for (qsizetype i = 0; i < metricsAt(&MetricPlaces::tile).size(); ++i) {
        auto *tile = new Tile(m_services.theme);
        connect(tile, &Tile::clicked, this, [this, tile] { Q_EMIT callsRequested(tile->figure().calls); });
        layout->addWidget(tile, 1);
        m_tiles.append(tile);
    }
    return row;
}

QWidget *LivePage::makeCampaigns()
{
    auto *panel = new QFrame;
    panel->setProperty("styleClass", u"panel"_s);
    m_campaignTitle->setProperty("styleClass", u"title"_s);
    auto *layout = new QVBoxLayout(panel);
    layout->setContentsMargins(3 * Theme::Unit, Gap, Gap, Gap);
    layout->setSpacing(Theme::Unit);
    auto *head = new QHBoxLayout;
    head->addWidget(m_campaignTitle, 1);
    head->addWidget(m_exportCampaigns);
    layout->addLayout(head);
    layout->addWidget(m_table, 1);
    return panel;
}

QWidget *LivePage::makeBoard()
{
    QList<int> left, right;
    for (const LiveChart &chart : liveCharts()) {
        (chart.isWide ? m_left : m_right)->addWidget(makeChart(chart));
        (chart.isWide ? left : right).append(chart.height);
    }
    m_left->addWidget(makeCampaigns());
    m_columns->addWidget(m_left);
    m_columns->addWidget(m_right);
    m_left->setSizes(left << CampaignsHeight);
    m_right->setSizes(right);
    m_columns->setSizes({700, 300});
    m_columns->setStretchFactor(0, 7);
    m_columns->setStretchFactor(1, 3);
    m_error->setProperty("styleClass", u"bad"_s);
    m_error->setWordWrap(true);
    m_error->hide();
    auto *board = new QWidget;
    auto *layout = new QVBoxLayout(board);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Gap);
    auto *kept = new KeptNote(m_services);
    kept->followPeriod();
    layout->addWidget(m_error);
    layout->addWidget(kept);
    layout->addWidget(makeTiles());
    layout->addWidget(m_columns, 1);
    return board;
}

ChartPanel *LivePage::makeChart(const LiveChart &chart)
{
    auto *panel = new ChartPanel(m_services.theme, m_services.format);
    panel->setObjectName(chart.id);
    panel->setLegendVisible(chart.hasLegend);
    connect(panel, &ChartPanel::clicked, this, [this, &chart](int first, int last, int series) {
        Q_EMIT callsRequested(chart.calls(m_snapshot, first, last, series));
    });
    connect(panel, &ChartPanel::exportRequested, this, [this, &chart, panel] {
        Q_EMIT exportRequested(exportRequestOf(*panel, chart.report, m_snapshot.allCalls()));
    });
    m_charts.append(panel);
    return panel;
}

void LivePage::connectExports()
{
    m_exportCampaigns->setObjectName(u"exportCampaigns"_s);
    connect(m_exportCampaigns, &QPushButton::clicked, this,
            [this] { Q_EMIT exportRequested(exportRequestOf(*m_table, u"tasks"_s, m_snapshot.allCalls())); });
}

void LivePage::setActive(bool active)
{
    m_isActive = active;
    m_comparison.setActive(active && !showsWelcome());
    if (active)
        refresh();
}

void LivePage::saveState(QSettings &settings) const
{
    settings.setValue("live/columns"_L1, m_columns->saveState());
    settings.setValue("live/left"_L1, m_left->saveState());
    settings.setValue("live/right"_L1, m_right->saveState());
    settings.setValue("live/campaignColumns"_L1, m_table->horizontalHeader()->saveState());
}

void LivePage::restoreState(QSettings &settings)
{
    m_columns->restoreState(settings.value("live/columns"_L1).toByteArray());
    m_left->restoreState(settings.value("live/left"_L1).toByteArray());
    m_right->restoreState(settings.value("live/right"_L1).toByteArray());
    m_table->horizontalHeader()->restoreState(settings.value("live/campaignColumns"_L1).toByteArray());
    m_table->fitColumns();
}

bool LivePage::showsWelcome() const
{
    return m_stack->currentWidget() == m_welcome;
}

void LivePage::takeCommit(const CommitNotice &notice)
{
    m_sawRealPush = m_sawRealPush || Welcome::holdsRealCall(notice);
    if (m_sawRealPush)
        showBoard();
}

void LivePage::updateWelcome()
{
    if (m_services.feed.overview().calls > (m_welcome->hasSentTestPush() ? 1 : 0))
        showBoard();
}

void LivePage::showBoard()
{
    if (!showsWelcome())
        return;
    m_stack->setCurrentIndex(1);
    m_comparison.setActive(m_isActive);
    scheduleRefresh();
}

void LivePage::scheduleRefresh()
{
    if (m_isActive && !m_refreshTimer.isActive())
        m_refreshTimer.start();
}

void LivePage::refresh()
{
    if (!m_isActive || showsWelcome())
        return;
    const LiveFigures &feed = m_services.feed;
    m_maker.make(feed.board(), feed.contacts(), m_comparison.now(), feed.nowMs(), m_services.format.zone());
    m_error->setText(feed.error().isEmpty() ? QString() : tr("The figures could not be read: %1").arg(feed.error()));
    m_error->setVisible(!feed.error().isEmpty());
}

void LivePage::takeSnapshot(const LiveSnapshot &snapshot)
{
    m_snapshot = snapshot;
    m_nextPart = 0;
    m_partTimer.start();
}

void LivePage::renderNextPart()
{
    renderPart(m_nextPart);
    if (++m_nextPart == partCount())
        m_partTimer.stop();
}

void LivePage::render()
{
    for (qsizetype part = 0; part < partCount(); ++part)
        renderPart(part);
}

/// Tiles, each chart, and campaigns.
qsizetype LivePage::partCount() const
{
    return m_charts.size() + 2;
}

void LivePage::renderPart(qsizetype part)
{
    if (part == 0) {
        refreshTiles();
        captionCharts();
    } else if (part <= m_charts.size()) {
        const LiveChart &chart = liveCharts()[static_cast<std::size_t>(part - 1)];
        m_charts.at(part - 1)->setData(chart.data(m_snapshot, m_services.theme, m_services.format));
    } else {
        refreshCampaigns();
    }
}

void LivePage::captionCharts()
{
    const TimeRange range = m_snapshot.allCalls().range;
    const QString period = periodText(m_services.format, range.from, range.to, m_snapshot.nowMs);
    for (ChartPanel *panel : std::as_const(m_charts))
        panel->setCaption(period);
}

void LivePage::refreshTiles()
{
    const QList<TileFigure> figures = liveTiles(m_snapshot, m_services.format);
    for (qsizetype i = 0; i < m_tiles.size(); ++i)
        m_tiles[i]->setFigure(figures[i]);
}

void LivePage::refreshCampaigns()
{
    const LiveFigures &feed = m_services.feed;
    QList<CampaignRow> rows;
    for (const TaskFigures &figures : std::as_const(m_snapshot.tasks)) {
        const QString &id = figures.taskId;
        rows.append({feed.taskName(id), figures, feed.lastPushOf(id), feed.tasks().value(id).listSize,
                     m_snapshot.triedContacts.value(id), m_snapshot.callsByMinute.value(id)});
    }
    m_campaigns->setRows(rows, feed.nowMs());
}

void LivePage::openCell(const QModelIndex &index)
{
    if (index.column() == CampaignModel::Campaign)
        Q_EMIT campaignRequested(index.data(CampaignModel::TaskIdRole).toString());
    else
        Q_EMIT callsRequested(m_campaigns->callsAt(index, m_snapshot));
}

void LivePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        render();
    }
    Page::changeEvent(event);
}

void LivePage::retranslate()
{
    for (qsizetype i = 0; i < m_charts.size(); ++i)
        m_charts.at(i)->setTitle(
            QCoreApplication::translate("LiveCharts", liveCharts()[static_cast<std::size_t>(i)].title));
    m_campaignTitle->setText(tr("Campaigns"));
    m_exportCampaigns->setText(tr("Export…"));
    m_exportCampaigns->setAccessibleName(tr("Export the campaigns to a file"));
    m_table->setAccessibleName(tr("Campaigns"));
    m_campaigns->retranslate();
    m_table->fitColumns();
}

} // namespace callboard
