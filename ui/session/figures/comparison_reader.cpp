// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/figures/comparison_reader.h"

#include "store/read/contact_queries.h"
#include "ui/session/figures/live_figures.h"
#include "ui/session/view_state.h"

#include <QDateTime>

namespace callboard {

namespace {

constexpr int SlideEveryMs = 10'000;
constexpr qint64 AskEveryMs = 10'000; // a minute would leave a new campaign without its progress for so long
constexpr qint64 LargestShare = 20; ///< a slow question takes at most one part in so many of the time

qint64 nowMs()
{
    return QDateTime::currentMSecsSinceEpoch();
}

TimeRange lastHour(qint64 now)
{
    return Period{PeriodKind::LastHour, {}}.resolve(now, QTimeZone::utc());
}

int daysBefore(const Period &period)
{
    if (period.kind == PeriodKind::Last7Days)
        return 7;
    if (period.kind != PeriodKind::Custom)
        return 1;
    return static_cast<int>(std::max<qint64>(1, (period.custom.to - period.custom.from + DayMs - 1) / DayMs));
}

qint64 daysEarlier(qint64 time, int days, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(time, zone).addDays(-days).toMSecsSinceEpoch();
}

} // namespace

PastFigures PastFigures::before(const Period &period, qint64 nowMs, const QTimeZone &zone)
{
    const TimeRange range = period.resolve(nowMs, zone);
    PastFigures past;
    past.days = daysBefore(period);
    past.endsNow = range.contains(nowMs);
    past.range = {daysEarlier(range.from, past.days, zone), daysEarlier(std::min(range.to, nowMs), past.days, zone)};
    return past;
}

ComparisonReader::ComparisonReader(ReaderPool &readers, LiveFigures &feed, ViewState &view, const QTimeZone &zone,
                                   QObject *parent)
    : QObject(parent)
    , m_readers(readers)
    , m_feed(feed)
    , m_view(view)
    , m_zone(zone)
{
    m_slideTimer.setInterval(SlideEveryMs);
    m_slowTimer.setSingleShot(true);
    connect(&m_slideTimer, &QTimer::timeout, this, &ComparisonReader::slide);
    connect(&m_slowTimer, &QTimer::timeout, this, &ComparisonReader::askSlow);
    connect(&feed, &LiveFigures::committed, this, &ComparisonReader::takeNotice);
    connect(&feed, &LiveFigures::figuresChanged, this, &ComparisonReader::followRules);
    connect(&view, &ViewState::changed, this, &ComparisonReader::restart);
}

void ComparisonReader::setActive(bool active)
{
    if (std::exchange(m_active, active) == active)
        return;
    if (active) {
        m_slideTimer.start();
        m_comparison.hour = {}; // commits went by meanwhile
        return restart();
    }
    m_slideTimer.stop();
    m_slowTimer.stop();
    m_hourQuery.cancel();
    m_slowQuery.cancel();
}

void ComparisonReader::restart()
{
    m_comparison.past = {};
    if (!m_active)
        return;
    m_rules = m_feed.rules();
    const LiveBoard &hour = m_comparison.hour;
    if (!hour.isLoaded() || hour.window().taskIds != m_view.taskIds()) // the period does not matter to the hour
        loadHour();
    askSlow();
}

/// Meanings and success rules are the feed's: when they change, the hour and the past are counted anew.
void ComparisonReader::followRules()
{
    if (!m_active || m_rules == m_feed.rules())
        return;
    m_rules = m_feed.rules();
    m_comparison.hour.setRules(m_rules);
    askSlow();
}

void ComparisonReader::loadHour()
{
    m_pending.clear();
    m_hourQuery.cancel();
    const BoardWindow window{lastHour(nowMs()), MinuteMs, m_view.taskIds()};
    m_hourQuery = m_readers.ask<LiveBoard>(
        this,
        [window, rules = m_rules](Connection &connection) {
            LiveBoard board;
            board.setRules(rules);
            board.load(window, loadCells(connection, window.range, window.bucketMs, window.taskIds));
            return board;
        },
        [this](const LiveBoard &board) {
            m_hourQuery = {};
            m_comparison.hour = board;
            m_comparison.hour.setRules(m_rules);
            const QList<CommitNotice> pending = std::exchange(m_pending, {});
            for (const CommitNotice &notice : pending)
                takeNotice(notice);
            slide();
        });
}

void ComparisonReader::takeNotice(const CommitNotice &notice)
{
    if (!m_active)
        return;
    if (m_hourQuery.isActive())
        return m_pending.append(notice);
    m_comparison.hour.slideTo(lastHour(nowMs()));
    if (!m_comparison.hour.apply(notice))
        loadHour();
}

void ComparisonReader::slide()
{
    m_comparison.hour.slideTo(lastHour(nowMs()));
    Q_EMIT changed();
}

ComparisonReader::SlowFigures ComparisonReader::readSlow(Connection &connection, const PastFigures &past,
                                                         const QStringList &taskIds, qint64 nowMs,
                                                         const FigureRules &rules)
{
    SlowFigures slow{past, countTriedContacts(connection, taskIds), {}};
    const CellMap cells = loadCells(connection, past.range, DayMs, taskIds).cells;
    for (auto it = cells.cbegin(); it != cells.cend(); ++it)
        slow.past.total += tallyOf(it.key(), it.value(), rules);
    const QMap<QString, ContactCount> contacts = countContacts(connection, past.range, taskIds);
    for (const ContactCount &count : contacts)
        slow.past.contacts += count;
    const TimeRange hour{lastHour(nowMs).from, bucketStart(nowMs, MinuteMs) + MinuteMs};
    slow.reachedByMinute = contactsReachedByMinute(connection, hour, taskIds);
    return slow;
}

void ComparisonReader::askSlow()
{
    m_slowQuery.cancel();
    m_asked.start();
    const qint64 now = nowMs();
    m_slowQuery = m_readers.ask<SlowFigures>(
        this,
        [past = PastFigures::before(m_view.period(), now, m_zone), taskIds = m_view.taskIds(), now,
         rules = m_rules](Connection &connection) { return readSlow(connection, past, taskIds, now, rules); },
        [this](const SlowFigures &slow) { takeSlow(slow); }, [this](const QString &) { takeSlow({}); });
}

void ComparisonReader::takeSlow(const SlowFigures &slow)
{
    m_comparison.past = slow.past;
    m_comparison.triedContacts = slow.triedContacts;
    m_comparison.reachedByMinute = slow.reachedByMinute;
    m_slowTimer.start(static_cast<int>(std::max(AskEveryMs, LargestShare * m_asked.elapsed())));
    Q_EMIT changed();
}

} // namespace callboard
