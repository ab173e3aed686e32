// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/call/call_record.h"
#include "record/filter/call_filter.h"
#include "store/table/packed_rows.h"

#include <QHash>

#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

namespace callboard {

class Connection;

/// The calls that a filter selects, newest first, for whoever needs all of them: one statement from the first to the
/// last. A second thread runs it and keeps a few hundred rows ahead, so that reading and writing happen at once; memory
/// stays the same whatever the number of calls.
///
/// The caller holds a read transaction, and must not use the connection until the stream is gone: it belongs to the
/// second thread for so long. Destroying it before the end stops the statement.
class CallStream
{
public:
    CallStream(Connection &connection, const CallFilter &filter);
    ~CallStream();
    Q_DISABLE_COPY_MOVE(CallStream)

    /// The next call, which the caller may change, until the next call of this; nullptr at the end. Asks `cancelled`
    /// while it waits. Throws StoreError, QueryCancelled.
    CallRecord *next(const std::function<bool()> &cancelled = {});

private:
    using Rows = std::unique_ptr<PackedRows>;
    void read();
    void readAll();
    bool hand(Rows &rows);
    Rows take(const std::function<bool()> &cancelled);

    Connection &m_connection;
    NativeStatement &m_statement;
    std::mutex m_mutex; ///< guards the members up to m_error
    std::condition_variable m_changed;
    std::deque<Rows> m_ahead;
    std::vector<Rows> m_spare;
    bool m_stop = false, m_ended = false;
    std::exception_ptr m_error;

    Rows m_rows; ///< being taken
    qsizetype m_row = 0;
    CallRecord m_call;
    RepeatedTexts m_repeated;
    QHash<qint64, QStringList> m_heads;
    std::thread m_thread;
};

} // namespace callboard
