// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz_targets.h"
#include "store/journal/journal.h"

#include <QDataStream>
#include <QIODevice>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

bool isSame(const QList<JournalEntry> &a, const QList<JournalEntry> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const JournalEntry &x, const JournalEntry &y) {
        return x.arrivedAt == y.arrivedAt && x.remote == y.remote && x.body == y.body;
    });
}

/// Either the reason why it is damaged, or messages that can be packed again.
const char *broken(const QByteArray &input)
{
    try {
        const QList<JournalEntry> entries = Journal::unpack(input);
        if (!entries.isEmpty() && !isSame(Journal::unpack(Journal::pack(entries)), entries))
            return "a segment that was packed again reads otherwise";
    } catch (const StoreError &error) {
        return error.text().isEmpty() ? "refused without a reason" : nullptr;
    }
    return nullptr;
}

QList<QByteArray> seeds()
{
    return {Journal::pack({{1'790'000'000'000, u"127.0.0.1"_s, "{\"call_uuid\":\"u\"}"}}),
            Journal::pack({{1, u"::1"_s, QByteArray(300, 'a')}, {2, QString(), QByteArray()}, {3, u"春"_s, "x"}})};
}

} // namespace

FuzzTarget segmentTarget()
{
    return {"segment",
            &broken,
            &seeds,
            {QByteArray("\0\0\0\0", 4), "\xff\xff\xff\xff", "\x28\xb5\x2f\xfd", "\x50\x2a\x4d\x18"}};
}

} // namespace callboard
