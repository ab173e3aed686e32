// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/receiver/receiver_page.h"

#include "receiver/server/receiver.h"
#include "store/database/store_problem_text.h"
#include "store/read/queries.h"
#include "store/write/store_writer.h"
#include "text/format.h"
#include "ui/common/charts/chart_actions.h"
#include "ui/common/charts/chart_panel.h"
#include "ui/common/forms/controls.h"
#include "ui/common/tables/detail_table.h"
#include "ui/common/theme/theme.h"
#include "ui/receiver/receiver_address.h"
#include "ui/receiver/receiver_failures.h"
#include "ui/receiver/receiver_pushes.h"
#include "ui/receiver/receiver_refused.h"
#include "ui/session/exports/export_requests.h"
#include "ui/session/figures/live_figures.h"
#include "ui/session/view_state.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFrame>
#include <QHeaderView>
#include <QLabel>
#include <QTabWidget>
#include <QVBoxLayout>

#include <array>
#include <limits>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int Unit = Theme::Unit;
constexpr int SecondMs = 1000;
constexpr int DeliveryPauseMs = 3000;
constexpr int NewestForLags = 2000;
const QString Dash = u"–"_s;

qint64 acceptedIn(const IngestState &state)
{
    return state.acceptedBasic + state.acceptedOutbound;
}

/// A lag: milliseconds while they are few, then seconds, then minutes.
QString lagText(qint64 ms, const Format &format)
{
    if (ms < SecondMs)
        return QCoreApplication::translate("callboard::ReceiverPage", "%1 ms").arg(ms);
    return ms < MinuteMs ? format.exactSeconds(ms) : format.duration(ms);
}

/// The calls of the rows of the completeness table, in their order.
constexpr std::array<void (*)(CallFilter &), 4> CompletenessFilters{
    [](CallFilter &f) { f.parts = CallParts::both(); }, [](CallFilter &f) { f.onlyAwaiting = true; },
    [](CallFilter &f) { f.parts = Part::Outbound; }, [](CallFilter &f) { f.outbound = false; }};

} // namespace

ReceiverPage::ReceiverPage(const Services &services, QWidget *parent)
    : Page(parent)
    , m_services(services)
    , m_address(new ReceiverAddress(services))
    , m_chart(new ChartPanel(services.theme, services.format))
    , m_counters(makeNamed<DetailTable>(u"receiverCounters"_s, QString()))
    , m_times(makeNamed<DetailTable>(u"receiverTimes"_s, QString()))
    , m_replies(new DetailTable(QString()))
    , m_completeness(makeNamed<DetailTable>(u"receiverCompleteness"_s, QString()))
    , m_tabs(new QTabWidget)
    , m_pushes(new ReceiverPushes(services))
    , m_refused(new ReceiverRefused(services))
    , m_failures(new ReceiverFailures(services))
{
    m_chart->setLegendVisible(false);
    layOut();
    connectTables();
    m_second.setInterval(SecondMs);
    connect(&m_second, &QTimer::timeout, this, &ReceiverPage::takeSample);
    m_second.start();
    m_deliveryPause.setSingleShot(true);
    m_deliveryPause.setInterval(DeliveryPauseMs);
    connect(&m_deliveryPause, &QTimer::timeout, this, &ReceiverPage::askDelivery);
    connect(&services.feed, &LiveFigures::committed, this, [this] {
        if (m_active && !m_deliveryPause.isActive())
            m_deliveryPause.start();
    });
    connect(&services.feed, &LiveFigures::overviewChanged, this, &ReceiverPage::showTabs);
    connect(&services.view, &ViewState::changed, this, &ReceiverPage::askDelivery);
    connect(&services.theme, &Theme::changed, this, &ReceiverPage::showFigures);
    bindTexts();
    takeSample();
}

QFrame *ReceiverPage::makePanel(const TextFunction &title, DetailTable *table)
{
    bindName(table, title);
    auto *panel = new QFrame;
    panel->setProperty("styleClass", u"panel"_s);
    table->setFigures(true);
    auto *layout = new QVBoxLayout(panel);
    layout->addWidget(makeTitle(title));
    layout->addWidget(table);
    layout->addStretch(1);
    return panel;
}

void ReceiverPage::layOut()
{
    for (DetailTable *table : {m_counters, m_replies, m_completeness})
        table->horizontalHeader()->hide();
    m_times->setShares({26, 20, 20, 20, 14});
    auto *figures = new QHBoxLayout;
    figures->setSpacing(2 * Unit);
    figures->addWidget(m_chart, 3);
    figures->addWidget(makePanel([] { return tr("Messages since the start"); }, m_counters), 3);
    auto *right = new QVBoxLayout;
    right->setSpacing(2 * Unit);
    right->addWidget(makePanel([] { return tr("Answer times and lags"); }, m_times));
    auto *below = new QHBoxLayout;
    below->setSpacing(2 * Unit);
    below->addWidget(makePanel([] { return tr("Completeness of outbound calls"); }, m_completeness), 3);
    below->addWidget(makePanel([] { return tr("Answers by status"); }, m_replies), 2);
    right->addLayout(below, 1);
    figures->addLayout(right, 5);
    auto *messages = new QFrame;
    messages->setProperty("styleClass", u"panel"_s);
    auto *messagesLayout = new QVBoxLayout(messages);
    messagesLayout->addWidget(m_tabs);
    m_tabs->setObjectName(u"messageTabs"_s);
    m_tabs->addTab(m_pushes, QString());
    m_tabs->addTab(m_refused, QString());
    m_tabs->addTab(m_failures, QString());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(2 * Unit);
    layout->addWidget(m_address);
    layout->addLayout(figures, 2);
    layout->addWidget(messages, 3);
}

void ReceiverPage::connectTables()
{
    connect(m_pushes, &ReceiverPushes::exportRequested, this, &ReceiverPage::exportRequested);
    connect(m_refused, &ReceiverRefused::exportRequested, this, &ReceiverPage::exportRequested);
    connect(m_failures, &ReceiverFailures::exportRequested, this, &ReceiverPage::exportRequested);
    connect(m_chart, &ChartPanel::exportRequested, this,
            [this] { Q_EMIT exportRequested(exportRequestOf(*m_chart, {}, {})); });
    for (DetailTable *table : {m_counters, m_times, m_replies, m_completeness}) {
        table->setExportable(true);
        connect(table, &DetailTable::exportRequested, this, [this, table] {
            const bool isOfCalls = table == m_completeness || table == m_times;
            Q_EMIT exportRequested(exportRequestOf(*table, table == m_completeness ? u"completeness"_s : QString(),
                                                   isOfCalls ? m_delivery.asked : CallFilter()));
        });
    }
    connect(m_completeness, &QTableWidget::itemClicked, this, &ReceiverPage::openCompleteness);
    connect(m_completeness, &QTableWidget::itemActivated, this, &ReceiverPage::openCompleteness);
}

void ReceiverPage::bindTexts()
{
    bindTip(m_times, [this] {
        return tr("Answer: from a push's last byte to \"success\", which leaves only once the push is stored durably; "
                  "since the start. Delivery lag: arrival − hang-up. Pairing lag: arrival of the second message − "
                  "arrival "
                  "of the first. Lags are of the newest %1 calls in the period and campaigns chosen above.")
            .arg(m_services.format.count(NewestForLags));
    });
    bindTip(m_completeness, [] {
        return tr("In the period and campaigns chosen above: which of the two messages have come. Click "
                  "for the calls.");
    });
    bindName(m_tabs, [] { return tr("Messages"); });
    bindLanguage(this, [this] {
        for (DetailTable *table : {m_counters, m_replies, m_completeness})
            table->setTitles({tr("What"), tr("Figure")});
        m_times->setTitles({tr("What"), tr("50% within"), tr("95% within"), tr("99% within"), tr("n")});
        m_chart->setTitle(tr("Messages per minute"));
        showTabs();
        showFigures();
        showCompleteness();
    });
}

void ReceiverPage::showTabs()
{
    const qint64 refused = m_services.feed.overview().rejected;
    m_tabs->setTabText(0, tr("Last messages"));
    m_tabs->setTabText(
        1, refused == 0 ? tr("Refused messages") : tr("Refused messages (%1)").arg(m_services.format.count(refused)));
    m_tabs->setTabText(2, m_failures->tabText());
}

QString ReceiverPage::title() const
{
    return tr("Receiver");
}

void ReceiverPage::setActive(bool active)
{
    m_active = active;
    if (!active)
        return;
    showFigures();
    askDelivery();
    m_refused->refresh();
}

/// Also while hidden, so that the hour is complete when somebody looks.
void ReceiverPage::takeSample()
{
    const IngestState state = m_services.writer.ingestState();
    m_rate.note(state.committedArrivals);
    if (!m_active)
        return;
    showFigures();
    if (state.refused != m_refusedSeen)
        m_refused->refresh();
    m_refusedSeen = state.refused;
}

void ReceiverPage::showFigures()
{
    const ReceiverStats stats = m_services.receiver.stats();
    showChart();
    showCounters(stats);
    showTimes(stats);
    showReplies(stats);
    m_failures->setStats(stats);
    m_tabs->setTabText(2, m_failures->tabText());
}

void ReceiverPage::showChart()
{
    ChartData chart;
    chart.categoryTitle = tr("Minute");
    chart.emptyReason = tr("No message in the last hour since the program was started.");
    ChartSeries series{tr("Messages"), m_services.theme.ink(ColorRole::Bar), {}};
    qint64 minute = m_rate.firstMinute();
    const QList<qint64> counts = m_rate.perMinute();
    for (const qint64 count : counts) {
        const bool quarter = minute % QuarterMs == 0;
        chart.categories.append({m_services.format.shortTime(minute), {}, quarter ? 1 : 0, {}});
        series.values.append(static_cast<double>(count));
        minute += MinuteMs;
    }
    chart.series.append(series);
    m_chart->setData(chart);
    m_chart->setCaption(periodText(m_services.format, m_rate.firstMinute(), minute, minute));
}

void ReceiverPage::showCounters(const ReceiverStats &stats)
{
    const StoreProblem problem = m_services.writer.problem();
    const IngestState state = m_services.writer.ingestState();
    const Format &format = m_services.format;
    QList<QStringList> rows{
        {tr("Per second now"), format.locale().toString(m_rate.perSecond(), 'f', 1)},
        {tr("In the last hour"), format.count(m_rate.lastHour())},
        {tr("Accepted"), format.count(acceptedIn(state))},
        {tr("… basic / outbound"),
         u"%1 / %2"_s.arg(format.count(state.acceptedBasic), format.count(state.acceptedOutbound))},
        {tr("… of them repeated"), format.count(state.repeated)},
    };
    for (auto it = state.acceptedOthers.cbegin(); it != state.acceptedOthers.cend(); ++it)
        rows.append({tr("Also accepted: %1").arg(pushKindText(it.key())), format.count(it.value())});
    rows += QList<QStringList>{
        {tr("Refused and kept"), format.count(state.refused)},
        {tr("Waiting in the queue"), format.count(state.queued)},
        {tr("Connections open / so far"),
         u"%1 / %2"_s.arg(format.count(stats.connections), format.count(stats.connectionsTotal))},
        {tr("Blocked by the allow-list"), format.count(stats.refusedByAllowList)},
        {tr("Store"), problem.isNone() ? tr("writable") : storeProblemText(problem)},
    };
    m_counters->setRows(rows);
}

QStringList ReceiverPage::ackRow(const ReceiverStats &stats) const
{
    QStringList row{tr("Answer")};
    for (const double share : {0.50, 0.95, 0.99}) {
        const int ms = ackWithinMs(stats, share);
        const bool isOver = ms == std::numeric_limits<int>::max();
        row.append(ms < 0 ? Dash : isOver ? tr("> %1 ms").arg(AckBucketBoundsMs.back()) : tr("≤ %1 ms").arg(ms));
    }
    return row << m_services.format.count(stats.ackCount);
}

QStringList ReceiverPage::lagRow(const QString &name, const Spread &spread) const
{
    QStringList row{name};
    for (const qint64 ms : {spread.half, spread.most95, spread.most99})
        row.append(spread.count == 0 ? Dash : lagText(ms, m_services.format));
    return row << m_services.format.count(spread.count);
}

void ReceiverPage::showTimes(const ReceiverStats &stats)
{
    m_times->setRows({ackRow(stats), lagRow(tr("Delivery lag"), m_delivery.lags.delivery),
                      lagRow(tr("Pairing lag"), m_delivery.lags.pairing)});
}

void ReceiverPage::showReplies(const ReceiverStats &stats)
{
    static const QMap<int, const char *> words{
        {200, QT_TR_NOOP("success")},        {400, QT_TR_NOOP("can't be read")},
        {401, QT_TR_NOOP("wrong token")},    {403, QT_TR_NOOP("address not allowed")},
        {404, QT_TR_NOOP("other path")},     {405, QT_TR_NOOP("other method")},
        {408, QT_TR_NOOP("too slow")},       {413, QT_TR_NOOP("too large")},
        {503, QT_TR_NOOP("try again later")}};
    QList<QStringList> rows;
    for (auto it = stats.replies.begin(); it != stats.replies.end(); ++it) {
        const char *word = words.value(it.key());
        const QString name = word ? u"%1 %2"_s.arg(it.key()).arg(tr(word)) : QString::number(it.key());
        rows.append({name, m_services.format.count(it.value())});
    }
    if (rows.isEmpty())
        rows.append({tr("No answers yet"), QString()});
    m_replies->setRows(rows);
}

CallFilter ReceiverPage::frameFilter() const
{
    CallFilter filter;
    filter.range = m_services.view.period().resolve(QDateTime::currentMSecsSinceEpoch(), m_services.format.zone());
    filter.taskIds = m_services.view.taskIds();
    return filter;
}

void ReceiverPage::askDelivery()
{
    if (!m_active)
        return;
    const auto question = [filter = frameFilter()](Connection &connection) {
        return Delivery{filter, loadCompleteness(connection, filter.range, filter.taskIds),
                        loadDeliveryLags(connection, filter, NewestForLags)};
    };
    m_deliveryQuery.cancel();
    m_deliveryQuery = m_services.readers.ask<Delivery>(this, question, [this](const Delivery &found) {
        m_delivery = found;
        showCompleteness();
        showTimes(m_services.receiver.stats());
    });
}

void ReceiverPage::showCompleteness()
{
    const Format &format = m_services.format;
    const Completeness &found = m_delivery.completeness;
    const auto row = [&](const QString &name, qint64 count) {
        return QStringList{name, u"%1 · %2"_s.arg(format.count(count), format.share({count, found.outboundCalls()}))};
    };
    m_completeness->setRows({row(tr("Both messages"), found.both),
                             row(tr("Basic only"), found.basicOnly),
                             row(tr("Outbound only"), found.outboundOnly),
                             {tr("Inbound calls"), format.count(found.inbound)}});
}

void ReceiverPage::openCompleteness(const QTableWidgetItem *item)
{
    CallFilter filter = m_delivery.asked;
    CompletenessFilters.at(static_cast<std::size_t>(item->row()))(filter);
    Q_EMIT callsRequested(filter);
}

} // namespace callboard
