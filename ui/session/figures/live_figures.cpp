// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/figures/live_figures.h"

#include "record/call/masking.h"
#include "store/settings/meaning_table.h"
#include "store/write/store_writer.h"
#include "ui/session/view_state.h"

namespace callboard {

namespace {

constexpr int SlideEveryMs = 1000;
constexpr int AskEveryMs = 2000;
constexpr qint64 RateWindowMs = MinuteMs;

} // namespace

LiveFigures::LiveFigures(ReaderPool &readers, StoreWriter &writer, ViewState &view, QObject *parent, Clocks clocks)
    : QObject(parent)
    , m_readers(readers)
    , m_view(view)
    , m_clocks(std::move(clocks))
{
    connect(&writer, &StoreWriter::committed, this, &LiveFigures::takeNotice);
    connect(&writer, &StoreWriter::opened, this, &LiveFigures::start);
    connect(&writer, &StoreWriter::decisionsChanged, this, &LiveFigures::reload);
    connect(&view, &ViewState::changed, this, &LiveFigures::reload);
    connect(&m_slideTimer, &QTimer::timeout, this, &LiveFigures::slide);
    connect(&m_slowTimer, &QTimer::timeout, this, &LiveFigures::askSlowFigures);
    m_slideTimer.setInterval(SlideEveryMs);
    m_slowTimer.setInterval(AskEveryMs);
}

void LiveFigures::start()
{
    m_slideTimer.start();
    m_slowTimer.start();
    reload();
    refreshOverview();
}

TimeRange LiveFigures::wantedRange() const
{
    return m_view.period().resolve(nowMs(), QTimeZone::systemTimeZone());
}

void LiveFigures::reload()
{
    m_load.cancel();
    m_contactQuery.cancel();
    m_pending.clear();
    const BoardWindow window{wantedRange(), m_view.period().bucketMs(nowMs(), QTimeZone::systemTimeZone()),
                             m_view.taskIds()};
    m_load = m_readers.ask<Loaded>(
        this,
        [window, now = nowMs()](Connection &connection) {
            // Counting a week's cells takes longer than a frame: the board is filled here, and only handed over.
            Loaded loaded{{}, loadDecisions(connection, now), {}};
            const CellSnapshot cells = loadCells(connection, window.range, window.bucketMs, window.taskIds);
            for (auto it = cells.cells.cbegin(); it != cells.cells.cend(); ++it) {
                qint64 &last = loaded.lastCalls[it.key().taskId];
                last = std::max(last, it.key().bucket);
            }
            loaded.board.setRules(loaded.decisions.rules);
            loaded.board.load(window, cells);
            return loaded;
        },
        [this](const Loaded &loaded) { takeLoaded(loaded); }, [this](const QString &why) { fail(why); });
    refreshContacts();
}

void LiveFigures::takeLoaded(const Loaded &loaded)
{
    m_load = {};
    m_error.clear();
    m_board = loaded.board;
    takeDecisions(loaded.decisions);
    m_loadedPeriod = m_view.period();
    const QList<CommitNotice> pending = std::exchange(m_pending, {});
    for (const CommitNotice &notice : pending) {
        if (!m_board.apply(notice))
            return reload();
    }
    noteLastCalls(loaded.lastCalls);
    slide();
    Q_EMIT figuresChanged();
}

LiveFigures::Decisions LiveFigures::loadDecisions(Connection &connection, qint64 nowMs)
{
    return {loadTasks(connection), loadRules(connection, nowMs)};
}

void LiveFigures::takeDecisions(const Decisions &decisions)
{
    m_tasks.clear();
    for (const TaskInfo &task : decisions.tasks)
        m_tasks.insert(task.taskId, task);
    m_rules = decisions.rules;
    if (m_board.rules() != m_rules)
        m_board.setRules(m_rules);
}

void LiveFigures::fail(const QString &why)
{
    m_load = {};
    m_error = why;
    Q_EMIT figuresChanged();
}

void LiveFigures::takeNotice(const CommitNotice &notice)
{
    countPushes(notice);
    Q_EMIT committed(notice);
    m_contactsStale = m_overviewStale = true;
    if (isLoading()) {
        m_pending.append(notice);
        return;
    }
    slide();
    if (!m_board.apply(notice))
        return reload();
    Q_EMIT figuresChanged();
}

void LiveFigures::countPushes(const CommitNotice &notice)
{
    const qint64 now = m_clocks.steady();
    if (const PastMoment push = PastMoment::at(notice.lastPushAt, m_clocks); push.isKnown()) {
        m_lastPush = push;
        for (const CommitDelta &delta : notice.commits) {
            for (auto it = delta.cells.cbegin(); it != delta.cells.cend(); ++it)
                m_lastPushOf[it.key().taskId] = push;
        }
    }
    m_recentPushes.append({now, notice.accepted});
    while (!m_recentPushes.isEmpty() && m_recentPushes.constFirst().first < now - RateWindowMs)
        m_recentPushes.removeFirst();
}

qint64 LiveFigures::lastPushOf(const QString &taskId) const
{
    const auto push = m_lastPushOf.constFind(taskId);
    return (push != m_lastPushOf.constEnd() ? *push : m_lastCallOf.value(taskId).moment).epochMs(m_clocks);
}

/// Remembered at once: later the clock may be another, and what it says about a call of before would be wrong.
void LiveFigures::noteLastCalls(const QHash<QString, qint64> &lastCalls)
{
    for (auto it = lastCalls.cbegin(); it != lastCalls.cend(); ++it) {
        LastCall &last = m_lastCallOf[it.key()];
        if (it.value() > last.bucket)
            last = {it.value(), PastMoment::at(it.value(), m_clocks)};
    }
}

qint64 LiveFigures::lastPushAt() const
{
    return m_lastPush.epochMs(m_clocks);
}

double LiveFigures::pushesPerMinute() const
{
    const qint64 from = m_clocks.steady() - RateWindowMs;
    qint64 sum = 0;
    for (const auto &[at, pushes] : m_recentPushes)
        sum += at >= from ? pushes : 0;
    return static_cast<double>(sum);
}

bool LiveFigures::isLoading() const
{
    return m_load.isActive();
}

void LiveFigures::askSlowFigures()
{
    if (m_contactsStale && !m_contactQuery.isActive())
        refreshContacts();
    if (m_overviewStale && !m_overviewQuery.isActive())
        refreshOverview();
}

void LiveFigures::refreshContacts()
{
    m_contactsStale = false;
    m_contactQuery = m_readers.ask<QMap<QString, ContactCount>>(
        this,
        [range = wantedRange(), taskIds = m_view.taskIds()](Connection &connection) {
            return countContacts(connection, range, taskIds);
        },
        [this](const QMap<QString, ContactCount> &contacts) {
            m_contacts = contacts;
            Q_EMIT figuresChanged();
        },
        [this](const QString &) { m_contactsStale = true; });
}

void LiveFigures::refreshOverview()
{
    m_overviewStale = false;
    m_overviewQuery = m_readers.ask<Overview>(
        this,
        [now = nowMs()](Connection &connection) {
            return Overview{loadOverview(connection), loadDecisions(connection, now)};
        },
        [this](const Overview &overview) {
            m_overview = overview.store;
            if (!m_lastPush.isKnown()) // of an earlier run; what came in this one is known better
                m_lastPush = PastMoment::at(m_overview.lastPushAt, m_clocks);
            if (overview.decisions.rules != m_rules) {
                if (!isLoading()) // counted again by a reader, not here
                    reload();
            } else if (overview.decisions.tasks.size() != m_tasks.size()) {
                takeDecisions(overview.decisions);
                Q_EMIT figuresChanged();
            }
            Q_EMIT overviewChanged();
        },
        // Asked again soon: a store where nothing arrives would look empty for ever.
        [this](const QString &) { m_overviewStale = true; });
}

void LiveFigures::slide()
{
    if (!m_board.isLoaded() || isLoading())
        return;
    const TimeRange wanted = wantedRange();
    if (wanted == m_board.window().range)
        return;
    if (!m_loadedPeriod.isRolling())
        return reload();
    m_board.slideTo(wanted);
    m_contactsStale = true;
    Q_EMIT figuresChanged();
}

QString LiveFigures::taskName(const QString &taskId) const
{
    const QString alias = m_tasks.value(taskId).alias;
    if (!alias.isEmpty())
        return alias;
    return taskId.isEmpty() ? tr("No task") : maskId(taskId);
}

} // namespace callboard
