// SPDX-License-Identifier: GPL-3.0-or-later
// Prints what the pure functions on the ingest path cost per call, in nanoseconds.
#include "best_round.h"
#include "record/call/call_record.h"
#include "record/call/masking.h"
#include "record/figures/figures.h"
#include "record/protocol/push_document.h"

#include <QFile>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray exampleBody()
{
    QFile file(QStringLiteral(CALLBOARD_TEST_DATA) + "/example_push.json"_L1);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

int main()
{
    const QByteArray body = exampleBody();
    const auto parsed = parsePush(body);
    const auto *message = std::get_if<PartMessage>(&parsed);
    if (!message)
        return 1;
    CallRecord call;
    mergeInto(call, *message, 1'527'737'785'000, 1);
    qint64 sink = 0;
    measure(u"readPushDocument"_s, 200, [&] { sink += static_cast<qint64>(readPushDocument(body).index()); });
    measure(u"parsePush, usual body"_s, 200, [&] { sink += static_cast<qint64>(parsePush(body).index()); });
    measure(u"mergeInto, new call"_s, 2'000, [&] {
        CallRecord fresh;
        sink += mergeInto(fresh, *message, 1'527'737'785'000, 1);
    });
    measure(u"mergeInto, repeat"_s, 2'000, [&] { sink += mergeInto(call, *message, 1'527'737'785'000, 1); });
    measure(u"cellKeyOf + cellSumsOf"_s, 2'000,
            [&] { sink += cellKeyOf(call, MinuteMs).bucket + cellSumsOf(call).calls; });
    measure(u"anomalies + contactKey"_s, 2'000, [&] { sink += call.anomalies().toInt() + contactKey(call).size(); });
    measure(u"masked"_s, 1'000, [&] { sink += masked(call).fields.callee.size(); });
    measure(u"maskBody"_s, 100, [&] { sink += maskBody(body).size(); });
    return sink == 0 ? 1 : 0;
}
