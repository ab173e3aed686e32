// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/protocol/ingest.h"

#include <QObject>

#include <functional>
#include <mutex>

namespace callboard {

/// Carries receipts from the writer's thread to a network thread: one event per delivery, however many receipts.
/// What arrives after close() is dropped.
class ReceiptMailbox : public ReceiptSink
{
public:
    using Handler = std::function<void(const QList<Receipt> &)>;

    /// `handler` is called on the thread of `context`, which must stay alive until close().
    ReceiptMailbox(QObject *context, Handler handler)
        : m_context(context)
        , m_handler(std::move(handler))
    { }

    /// Any thread.
    void deliver(const QList<Receipt> &receipts) override;
    /// On the context's thread.
    void close();

private:
    std::mutex m_mutex;
    QObject *m_context; ///< null once closed
    const Handler m_handler;
};

} // namespace callboard
