// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calls/call_list_loader.h"

#include <algorithm>

namespace callboard {

namespace {
constexpr qint64 ShortestPauseMs = 300;
constexpr qint64 LongestPauseMs = 15'000;
} // namespace

CallListLoader::CallListLoader(CallTableModel &model, CallSource &source, QObject *parent)
    : QObject(parent)
    , m_model(model)
    , m_source(source)
{
    m_renewTimer.setSingleShot(true);
    connect(&m_renewTimer, &QTimer::timeout, this, &CallListLoader::renew);
    connect(&m_model, &CallTableModel::pagesRequested, this, &CallListLoader::askPages, Qt::QueuedConnection);
}

void CallListLoader::setQuestion(std::function<CallFilter()> question)
{
    m_question = std::move(question);
}

void CallListLoader::setOrder(const CallOrder &order)
{
    if (order == m_order)
        return;
    m_order = order;
    reload(true);
}

void CallListLoader::setRowsInView(std::function<std::pair<int, int>()> rowsInView)
{
    m_rowsInView = std::move(rowsInView);
}

void CallListLoader::noteScroll()
{
    m_rowsStale = !m_following && m_stale;
    schedule();
}

void CallListLoader::reload(bool startOver)
{
    m_startOver = m_startOver || startOver;
    m_stale = !m_active;
    m_uncounted = false;
    if (!m_active)
        return;
    m_source.cancelLists();
    m_filter = m_question();
    m_loading = true;
    m_asked.start();
    const quint64 generation = ++m_generation;
    m_source.askList(
        {m_filter, m_order, m_model.pageRows()}, this,
        [this, generation, over = m_startOver](const CallListData &list) { takeList(generation, over, list); },
        [this, generation](const QString &why) { fail(generation, why); });
}

void CallListLoader::takeList(quint64 generation, bool startOver, const CallListData &list)
{
    if (generation != m_generation)
        return;
    finishQuestion();
    if (!startOver && !m_following) { // someone began to read meanwhile: nothing may move now
        m_stale = m_uncounted = true;
        return schedule();
    }
    m_startOver = false;
    startOver ? m_model.start(list) : m_model.refresh(list);
    Q_EMIT newCalls(0);
    Q_EMIT listChanged();
    schedule();
}

void CallListLoader::fail(quint64 generation, const QString &why)
{
    if (generation != m_generation)
        return;
    finishQuestion();
    m_model.forgetAskedPages();
    Q_EMIT failed(why);
}

void CallListLoader::finishQuestion()
{
    m_loading = false;
    m_lastDurationMs = m_asked.elapsed();
}

void CallListLoader::noteCommit()
{
    m_stale = m_uncounted = m_rowsStale = true;
    schedule();
}

void CallListLoader::setFollowing(bool following)
{
    m_following = following;
    schedule();
}

void CallListLoader::setActive(bool active)
{
    m_active = active;
    if (active && m_stale && m_startOver)
        reload(true);
    schedule();
}

void CallListLoader::schedule()
{
    const bool behind = m_following ? m_stale : m_uncounted || m_rowsStale;
    if (!m_active || !behind || m_renewTimer.isActive() || m_loading || m_counting)
        return;
    m_renewTimer.start(static_cast<int>(std::clamp(3 * m_lastDurationMs, ShortestPauseMs, LongestPauseMs)));
}

void CallListLoader::renew()
{
    if (!m_active || m_loading)
        return;
    if (m_following && m_stale)
        return reload(false);
    if (!m_following && m_rowsStale)
        renewRowsInView();
    if (!m_following && m_uncounted)
        countNew();
}

void CallListLoader::renewRowsInView()
{
    m_rowsStale = false;
    const std::pair rows = m_rowsInView ? m_rowsInView() : std::pair(0, -1);
    const QList<qint64> ids = m_model.idsOf(rows.first, rows.second);
    if (ids.isEmpty())
        return;
    const quint64 generation = m_generation;
    m_source.askCalls(ids, this, [this, generation, rows](const QList<CallRecord> &calls) {
        if (generation == m_generation)
            m_model.update(rows.first, rows.second, calls);
    });
}

void CallListLoader::countNew()
{
    m_uncounted = false;
    m_counting = true;
    m_asked.start();
    const quint64 generation = m_generation;
    m_source.askCount(m_question(), this, [this, generation](qint64 count) {
        m_counting = false;
        m_lastDurationMs = m_asked.elapsed();
        if (generation == m_generation && !m_following)
            Q_EMIT newCalls(std::max<qint64>(0, count - m_model.index().count));
        schedule();
    });
}

void CallListLoader::askPages()
{
    const QList<qint64> pages = m_model.takeWantedPages();
    for (const qint64 page : pages)
        askPage(page);
}

void CallListLoader::askPage(qint64 page)
{
    const CallIndex &index = m_model.index();
    const QList<qint64> ids = m_model.idsOfPage(page);
    if (ids.isEmpty() && page >= index.anchors.size())
        return m_model.giveUpPage(page);
    const quint64 generation = m_generation;
    const CallSource::PageQuestion question{m_filter, index.anchors.value(page), m_model.pageRows(), index.newestId,
                                            ids};
    m_source.askPage(
        question, this,
        [this, generation, page](const QList<CallRecord> &calls) {
            generation == m_generation ? m_model.putPage(page, calls) : m_model.giveUpPage(page);
        },
        [this, generation, page](const QString &why) {
            m_model.giveUpPage(page);
            if (generation == m_generation)
                Q_EMIT failed(why);
        });
}

} // namespace callboard
