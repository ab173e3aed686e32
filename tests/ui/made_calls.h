// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/protocol/push_message.h"
#include "store/read/queries.h"

#include <QFile>

namespace callboard::test {

/// A stored call as a reader would give it: number `id`, hung up at that moment.
inline CallRecord madeCall(qint64 id, qint64 hangup)
{
    CallRecord call;
    call.id = id;
    call.parts = CallParts::both();
    call.firstArrival = hangup + 500;
    call.fields.callUuid = QStringLiteral("uuid-%1").arg(id);
    call.fields.callee = QStringLiteral("1990000%1").arg(id, 4, 10, QChar(u'0'));
    call.fields.taskId = QStringLiteral("7");
    call.fields.taskResult = QStringLiteral("20");
    call.fields.timeHangup = hangup;
    return call;
}

/// `count` calls, newest first, a second apart, with falling numbers.
inline QList<CallRecord> madeCalls(qint64 count, qint64 newest)
{
    QList<CallRecord> calls;
    for (qint64 i = 0; i < count; ++i)
        calls.append(madeCall(count - i, newest - i * 1000));
    return calls;
}

/// The specification's own example, as the platform pushes it.
inline QByteArray exampleBody()
{
    QFile file(QStringLiteral(":/example_push.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The same as a stored call.
inline CallRecord exampleCall()
{
    CallRecord call;
    const auto parsed = parsePush(exampleBody());
    if (const auto *message = std::get_if<PartMessage>(&parsed))
        mergeInto(call, *message, message->fields.timeHangup + 500, 1);
    call.id = 1;
    return call;
}

} // namespace callboard::test
