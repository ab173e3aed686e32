// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/read/call_stream.h"

#include "store/database/connection.h"
#include "store/read/filter_sql.h"
#include "store/table/call_row.h"

#include <chrono>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t MostAhead = 4;
constexpr qsizetype RowsAtOnce = 256;
constexpr qsizetype BytesAtOnce = 512 * 1024; ///< of texts: a customer's row may be long
constexpr std::chrono::milliseconds AskEvery{20};
constexpr std::chrono::milliseconds LookEvery{500};

NativeStatement &prepare(Connection &connection, const CallFilter &filter)
{
    const FilterSql conditions(connection.dialect(), filter);
    NativeStatement &statement = connection.native(CallRow::selectText() + conditions.where()
                                                   + u" ORDER BY call.placed_at DESC, call.id DESC"_s);
    conditions.bind(statement);
    return statement;
}

} // namespace

CallStream::CallStream(Connection &connection, const CallFilter &filter)
    : m_connection(connection)
    , m_statement(prepare(connection, filter))
    , m_thread([this] { read(); })
{ }

CallStream::~CallStream()
{
    {
        std::unique_lock lock(m_mutex);
        m_stop = true;
        m_changed.notify_all();
        // Again and again: what has not begun yet is not stopped by it.
        while (!m_changed.wait_for(lock, AskEvery, [this] { return m_ended; }))
            m_connection.database().interrupt();
    }
    m_thread.join();
}

void CallStream::read()
{
    std::exception_ptr error;
    bool isTooLong = false;
    try {
        readAll();
    } catch (const ReadTooLong &) {
        isTooLong = true;
        error = std::current_exception();
    } catch (...) {
        error = std::current_exception();
    }
    m_statement.finish();
    if (isTooLong) // whoever takes the rows may wait for its output for hours, and end the transaction only then
        m_connection.database().endRead();
    const std::lock_guard lock(m_mutex);
    m_error = error;
    m_ended = true;
    m_changed.notify_all();
}

void CallStream::readAll()
{
    auto rows = std::make_unique<PackedRows>(CallRow::packedKinds());
    while (m_statement.next()) {
        rows->add(m_statement);
        if ((rows->size() >= RowsAtOnce || rows->bytes() >= BytesAtOnce) && !hand(rows))
            return;
    }
    m_connection.requireUnchanged();
    hand(rows);
}

/// Gives the rows away, for empty ones; false when no more are wanted.
bool CallStream::hand(Rows &rows)
{
    std::unique_lock lock(m_mutex);
    while (!m_changed.wait_for(lock, LookEvery, [this] { return m_stop || m_ahead.size() < MostAhead; })) {
        if (m_connection.hasOutstayed())
            throw ReadTooLong();
    }
    if (m_stop)
        return false;
    m_ahead.push_back(std::move(rows));
    m_changed.notify_all();
    if (m_spare.empty()) {
        rows = std::make_unique<PackedRows>(CallRow::packedKinds());
        return true;
    }
    rows = std::move(m_spare.back());
    m_spare.pop_back();
    return true;
}

/// The next rows; nothing at the end.
CallStream::Rows CallStream::take(const std::function<bool()> &cancelled)
{
    std::unique_lock lock(m_mutex);
    while (!m_changed.wait_for(lock, AskEvery, [this] { return m_ended || !m_ahead.empty(); })) {
        if (cancelled && cancelled())
            throw QueryCancelled();
    }
    if (m_ahead.empty()) {
        if (m_error)
            std::rethrow_exception(m_error);
        return nullptr;
    }
    Rows rows = std::move(m_ahead.front());
    m_ahead.pop_front();
    m_changed.notify_all();
    return rows;
}

CallRecord *CallStream::next(const std::function<bool()> &cancelled)
{
    while (!m_rows || m_row == m_rows->size()) {
        if (m_rows) {
            m_rows->clear();
            const std::lock_guard lock(m_mutex);
            m_spare.push_back(std::move(m_rows));
        }
        m_rows = take(cancelled);
        m_row = 0;
        if (!m_rows)
            return nullptr;
    }
    m_call = CallRow::readCall(PackedRow(*m_rows, m_row++, m_repeated), m_heads);
    return &m_call;
}

} // namespace callboard
