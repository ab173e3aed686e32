// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "push_paths.h"

#include "record/protocol/push_message.h"

#include <QFile>
#include <QTest>

namespace callboard::samples {

/// The specification's own example, byte for byte.
inline QByteArray exampleBody()
{
    QFile file(QStringLiteral(CALLBOARD_TEST_DATA "/example_push.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A body with a uuid and whatever else is given as JSON members, such as `"direction":2`.
inline QByteArray bodyWith(const QByteArray &members)
{
    return R"({"call_uuid":"u-1")" + (members.isEmpty() ? QByteArray() : "," + members) + "}";
}

/// parsePush(); fails the test when the fast reader and the document reader differ about the body.
inline PushContent parsedAlike(const QByteArray &body)
{
    if (const char *difference = differenceOfPaths(body))
        QTest::qFail(difference, __FILE__, __LINE__);
    return parsePush(body);
}

/// The message in a body; fails the test and answers an empty one when the body was refused.
inline PartMessage accepted(const QByteArray &body)
{
    const auto parsed = parsedAlike(body);
    if (const auto *message = std::get_if<PartMessage>(&parsed))
        return *message;
    QTest::qFail(qPrintable(std::get<Refusal>(parsed).error), __FILE__, __LINE__);
    return {};
}

/// The refusal of a body; fails the test when it was accepted.
inline Refusal refused(const QByteArray &body)
{
    const auto parsed = parsedAlike(body);
    if (const auto *refusal = std::get_if<Refusal>(&parsed))
        return *refusal;
    QTest::qFail("accepted", __FILE__, __LINE__);
    return {};
}

} // namespace callboard::samples
