// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/receiver_page.h"

#include "receiver/receiver.h"
#include "store/queries.h"
#include "store/store_writer.h"
#include "ui/charts/chart_panel.h"
#include "ui/models/live_feed.h"
#include "ui/pages/detail_table.h"
#include "ui/pages/receiver_address.h"
#include "ui/pages/receiver_refused.h"
#include "ui/theme/format.h"
#include "ui/theme/theme.h"
#include "ui/window/view_state.h"

#include <QDateTime>
#include <QEvent>
#include <QFrame>
#include <QHeaderView>
#include <QLabel>
#include <QVBoxLayout>

#include <limits>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int Unit = Theme::Unit;
constexpr int SecondMs = 1000;
constexpr int CompletenessPauseMs = 3000;

qint64 acceptedIn(const IngestState &state)
{
    return state.acceptedBasic + state.acceptedOutbound;
}

} // namespace

ReceiverPage::ReceiverPage(const Services &services, QWidget *parent)
    : Page(parent)
    , m_services(services)
    , m_address(new ReceiverAddress(services))
    , m_chart(new ChartPanel(services.theme, services.format))
    , m_counters(new DetailTable(tr("Messages")))
    , m_acks(new DetailTable(tr("Answer times")))
    , m_replies(new DetailTable(tr("Answers by status")))
    , m_completeness(new DetailTable(tr("Completeness")))
    , m_countersTitle(new QLabel)
    , m_acksTitle(new QLabel)
    , m_repliesTitle(new QLabel)
    , m_completenessTitle(new QLabel)
    , m_refused(new ReceiverRefused(services))
{
    m_counters->setObjectName(u"receiverCounters"_s);
    m_completeness->setObjectName(u"receiverCompleteness"_s);
    layOut();
    m_second.setInterval(SecondMs);
    connect(&m_second, &QTimer::timeout, this, &ReceiverPage::takeSample);
    m_second.start();
    m_completenessPause.setSingleShot(true);
    m_completenessPause.setInterval(CompletenessPauseMs);
    connect(&m_completenessPause, &QTimer::timeout, this, &ReceiverPage::askCompleteness);
    connect(&services.feed, &LiveFeed::committed, this, [this] {
        if (m_active && !m_completenessPause.isActive())
            m_completenessPause.start();
    });
    connect(&services.view, &ViewState::changed, this, &ReceiverPage::askCompleteness);
    connect(&services.theme, &Theme::changed, this, &ReceiverPage::showFigures);
    retranslate();
    takeSample();
}

QFrame *ReceiverPage::makePanel(QLabel *title, DetailTable *table)
{
    auto *panel = new QFrame;
    panel->setProperty("look", u"panel"_s);
    title->setProperty("look", u"title"_s);
    table->horizontalHeader()->hide();
    table->setFigures(true);
    auto *layout = new QVBoxLayout(panel);
    layout->addWidget(title);
    layout->addWidget(table);
    layout->addStretch(1);
    return panel;
}

void ReceiverPage::layOut()
{
    auto *figures = new QHBoxLayout;
    figures->setSpacing(2 * Unit);
    figures->addWidget(m_chart, 4);
    figures->addWidget(makePanel(m_countersTitle, m_counters), 3);
    auto *right = new QVBoxLayout;
    right->setSpacing(2 * Unit);
    right->addWidget(makePanel(m_acksTitle, m_acks));
    right->addWidget(makePanel(m_completenessTitle, m_completeness));
    figures->addLayout(right, 3);
    figures->addWidget(makePanel(m_repliesTitle, m_replies), 2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(2 * Unit);
    layout->addWidget(m_address);
    layout->addLayout(figures, 3);
    layout->addWidget(m_refused, 4);
}

void ReceiverPage::retranslate()
{
    m_countersTitle->setText(tr("Messages since the start"));
    m_acksTitle->setText(tr("Time to \"success\""));
    m_acksTitle->setToolTip(
        tr("From a push's last byte to its answer, which leaves only once the push is stored durably"));
    m_repliesTitle->setText(tr("Answers by status"));
    m_completenessTitle->setText(tr("Completeness of outbound calls"));
    m_completenessTitle->setToolTip(
        tr("In the period and campaigns chosen above: which of the two messages have come"));
    for (DetailTable *table : {m_counters, m_acks, m_replies, m_completeness})
        table->setTitles({tr("What"), tr("Figure")});
    m_chart->setTitle(tr("Messages per minute"));
    showFigures();
    if (m_active)
        askCompleteness();
}

void ReceiverPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Page::changeEvent(event);
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
    askCompleteness();
    m_refused->refresh();
}

/// Also while hidden, so that the hour is complete when somebody looks.
void ReceiverPage::takeSample()
{
    const IngestState state = m_services.writer.ingestState();
    m_rate.note(QDateTime::currentMSecsSinceEpoch(), state.committedArrivals);
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
    showAcks(stats);
    showReplies(stats);
}

void ReceiverPage::showChart()
{
    ChartData chart;
    chart.categoryTitle = tr("Minute");
    chart.emptyReason = tr("No message in the last hour since the program was started.");
    ChartSeries series{tr("Messages"), m_services.theme.ink(Ink::Bar), {}};
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
}

void ReceiverPage::showCounters(const ReceiverStats &stats)
{
    const IngestState state = m_services.writer.ingestState();
    const Format &format = m_services.format;
    m_counters->setRows({
        {tr("Per second now"), format.locale().toString(m_rate.perSecond(), 'f', 1)},
        {tr("Accepted"), format.count(acceptedIn(state))},
        {tr("… basic / outbound"),
         u"%1 / %2"_s.arg(format.count(state.acceptedBasic), format.count(state.acceptedOutbound))},
        {tr("… of them repeated"), format.count(state.repeated)},
        {tr("Refused and kept"), format.count(state.refused)},
        {tr("Waiting in the queue"), format.count(state.queued)},
        {tr("Connections open / so far"),
         u"%1 / %2"_s.arg(format.count(stats.connections), format.count(stats.connectionsTotal))},
        {tr("Turned away by the allow-list"), format.count(stats.refusedByAllowList)},
        {tr("Store"), state.trouble.isEmpty() ? tr("writable") : state.trouble},
    });
}

QString ReceiverPage::ackText(const ReceiverStats &stats, double share) const
{
    const int ms = ackWithinMs(stats, share);
    if (ms < 0)
        return u"–"_s;
    if (ms == std::numeric_limits<int>::max())
        return u"> %1 ms"_s.arg(AckBucketBoundsMs.back());
    return u"≤ %1 ms"_s.arg(ms);
}

void ReceiverPage::showAcks(const ReceiverStats &stats)
{
    const double mean = stats.ackCount == 0 ? 0 : stats.ackSumSeconds * 1000.0 / static_cast<double>(stats.ackCount);
    const QString meanText =
        stats.ackCount == 0 ? u"–"_s : u"%1 ms"_s.arg(m_services.format.locale().toString(mean, 'f', 1));
    m_acks->setRows({{tr("Half of them within"), ackText(stats, 0.50)},
                     {tr("95 % within"), ackText(stats, 0.95)},
                     {tr("99 % within"), ackText(stats, 0.99)},
                     {tr("Mean (n = %1)").arg(m_services.format.count(stats.ackCount)), meanText}});
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
        const QString name = word ? u"%1 · %2"_s.arg(it.key()).arg(tr(word)) : QString::number(it.key());
        rows.append({name, m_services.format.count(it.value())});
    }
    if (rows.isEmpty())
        rows.append({tr("No answer was given yet"), QString()});
    m_replies->setRows(rows);
}

void ReceiverPage::askCompleteness()
{
    if (!m_active)
        return;
    const TimeRange range =
        m_services.view.period().resolve(QDateTime::currentMSecsSinceEpoch(), m_services.format.zone());
    const auto question = [range, tasks = m_services.view.taskIds()](Connection &connection) {
        return loadCompleteness(connection, range, tasks);
    };
    m_completenessQuery.cancel();
    m_completenessQuery = m_services.readers.ask<Completeness>(
        this, question, [this](const Completeness &found) { showCompleteness(found); });
}

void ReceiverPage::showCompleteness(const Completeness &found)
{
    const Format &format = m_services.format;
    const auto row = [&](const QString &name, qint64 count) {
        return QStringList{name, u"%1 · %2"_s.arg(format.count(count), format.share({count, found.outboundCalls()}))};
    };
    m_completeness->setRows({row(tr("Both messages"), found.both),
                             row(tr("Basic only"), found.basicOnly),
                             row(tr("Outbound only"), found.outboundOnly),
                             {tr("Inbound calls"), format.count(found.inbound)}});
}

} // namespace callboard
