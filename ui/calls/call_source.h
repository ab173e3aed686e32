// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database/reader_pool.h"
#include "ui/calls/call_table_model.h"

#include <functional>

namespace callboard {

/// Answers the questions of the call list, later and on the asker's thread. Behind it stands the store, or a test.
class CallSource
{
public:
    using Failed = std::function<void(const QString &)>;
    struct ListQuestion
    {
        CallFilter filter;
        CallOrder order;
        int stride = 0;
    };
    struct PageQuestion
    {
        CallFilter filter;
        CallKey after;
        int limit = 0;
        qint64 newestId = 0;
        QList<qint64> ids{}; ///< the page itself, where the list has an order of its own
    };

    CallSource() = default;
    virtual ~CallSource() = default;
    Q_DISABLE_COPY_MOVE(CallSource)

    /// The shape of a list and its first rows, of one moment. Dropped when `context` dies or cancelLists() is called.
    virtual void askList(const ListQuestion &question, QObject *context, std::function<void(const CallListData &)> done,
                         Failed failed) = 0;
    virtual void askPage(const PageQuestion &question, QObject *context,
                         std::function<void(const QList<CallRecord> &)> done, Failed failed) = 0;
    /// Calls by their rows in the store, in any order, as they are now.
    virtual void askCalls(const QList<qint64> &ids, QObject *context,
                          std::function<void(const QList<CallRecord> &)> done) = 0;
    virtual void askCount(const CallFilter &filter, QObject *context, std::function<void(qint64)> done) = 0;
    /// Nobody waits for running askList() and askPage() any more.
    virtual void cancelLists() = 0;
};

/// The store's readers as a source.
class StoreCallSource : public CallSource
{
public:
    explicit StoreCallSource(ReaderPool &readers)
        : m_readers(readers)
    { }
    void askList(const ListQuestion &question, QObject *context, std::function<void(const CallListData &)> done,
                 Failed failed) override;
    void askPage(const PageQuestion &question, QObject *context, std::function<void(const QList<CallRecord> &)> done,
                 Failed failed) override;
    void askCalls(const QList<qint64> &ids, QObject *context,
                  std::function<void(const QList<CallRecord> &)> done) override;
    void askCount(const CallFilter &filter, QObject *context, std::function<void(qint64)> done) override;
    void cancelLists() override;

private:
    void keep(const ReadTicket &ticket);

    ReaderPool &m_readers;
    QList<ReadTicket> m_tickets;
    ReadTicket m_count, m_calls;
};

} // namespace callboard
