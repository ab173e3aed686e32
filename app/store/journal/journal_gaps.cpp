// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/journal/journal_gaps.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QVariant>

#include <algorithm>
#include <optional>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

/// The context under which the sentences about gaps are translated.
class Texts
{
    Q_DECLARE_TR_FUNCTIONS(JournalGaps)
};

constexpr qint64 MostMessages = 1LL << 32; ///< in a segment; more says a damaged one

QString whyOf(GapReason reason)
{
    switch (reason) {
    case GapReason::Before:
        return Texts::tr("missing since before gaps were noted");
    case GapReason::Retention:
        return Texts::tr("dropped because of their age");
    case GapReason::Erased:
        return Texts::tr("erased with a person's data");
    case GapReason::Damage:
        return Texts::tr("damaged, and could not be saved");
    case GapReason::Missing:
        return Texts::tr("missing, nothing tells why");
    case GapReason::NotCopied:
        return Texts::tr("left out of this copy");
    }
    return Texts::tr("for an unknown reason");
}

/// The noted gap of that reason which ends, or begins, beside these numbers.
std::optional<JournalGap> neighbour(Connection &connection, const QString &column, qint64 number, GapReason reason)
{
    QSqlQuery &query =
        connection.prepared(u"SELECT first_push, last_push FROM journal_gap WHERE %1 = ? AND reason = ?"_s.arg(column));
    query.bindValue(0, number);
    query.bindValue(1, int(reason));
    connection.run(query);
    std::optional<JournalGap> found;
    if (connection.next(query))
        found = JournalGap{query.value(0).toLongLong(), query.value(1).toLongLong(), reason, 0};
    query.finish();
    return found;
}

void remove(Connection &connection, const JournalGap &gap)
{
    QSqlQuery &query = connection.prepared(u"DELETE FROM journal_gap WHERE first_push = ?"_s);
    query.bindValue(0, gap.firstPush);
    connection.run(query);
}

/// Parts of a run of numbers that none of the noted gaps covers.
void appendUncovered(QList<JournalGap> &left, JournalGap run, const QList<JournalGap> &noted)
{
    for (const JournalGap &gap : noted) {
        if (gap.lastPush < run.firstPush)
            continue;
        if (gap.firstPush > run.lastPush)
            break;
        if (gap.firstPush > run.firstPush)
            left.append({run.firstPush, gap.firstPush - 1, run.reason, 0});
        run.firstPush = gap.lastPush + 1;
    }
    if (run.firstPush <= run.lastPush)
        left.append(run);
}

} // namespace

namespace JournalGaps {

void note(Connection &connection, const JournalGap &gap)
{
    JournalGap whole = gap;
    if (const auto before = neighbour(connection, u"last_push"_s, gap.firstPush - 1, gap.reason)) {
        whole.firstPush = before->firstPush;
        remove(connection, *before);
    }
    if (const auto after = neighbour(connection, u"first_push"_s, gap.lastPush + 1, gap.reason)) {
        whole.lastPush = after->lastPush;
        remove(connection, *after);
    }
    QSqlQuery &query = connection.prepared(
        u"INSERT INTO journal_gap (first_push, last_push, reason, at) VALUES (?, ?, ?, ?) ON CONFLICT (first_push) DO "
        "UPDATE SET last_push = MAX(last_push, excluded.last_push), reason = excluded.reason, at = excluded.at"_s);
    int at = 0;
    for (const qint64 number : {whole.firstPush, whole.lastPush, qint64(whole.reason), whole.at})
        query.bindValue(at++, number);
    connection.run(query);
}

QList<JournalGap> noted(Connection &connection)
{
    QSqlQuery &query =
        connection.prepared(u"SELECT first_push, last_push, reason, at FROM journal_gap ORDER BY first_push"_s);
    connection.run(query);
    QList<JournalGap> gaps;
    while (connection.next(query))
        gaps.append({query.value(0).toLongLong(), query.value(1).toLongLong(),
                     static_cast<GapReason>(query.value(2).toInt()), query.value(3).toLongLong()});
    query.finish();
    return gaps;
}

QList<JournalGap> lacking(Connection &connection)
{
    const qint64 last = connection.value(u"SELECT value FROM meta WHERE key = 'pushes'"_s).toLongLong();
    QSqlQuery &query = connection.prepared(u"SELECT first_push, count FROM push ORDER BY first_push"_s);
    connection.run(query);
    QList<JournalGap> gaps;
    qint64 next = 1;
    const auto appendUpTo = [&gaps, &next](qint64 end) {
        if (end > next)
            gaps.append({next, end - 1, GapReason::Missing, 0});
    };
    while (connection.next(query)) {
        const qint64 first = query.value(0).toLongLong();
        appendUpTo(first);
        next = std::max(next, first + std::clamp<qint64>(query.value(1).toLongLong(), 0, MostMessages));
    }
    query.finish();
    appendUpTo(last + 1);
    return gaps;
}

QList<JournalGap> unnoted(Connection &connection)
{
    const QList<JournalGap> known = noted(connection);
    QList<JournalGap> left;
    const QList<JournalGap> all = lacking(connection);
    for (const JournalGap &gap : all)
        appendUncovered(left, gap, known);
    return left;
}

void noteUnnoted(Connection &connection, GapReason reason, qint64 at)
{
    const QList<JournalGap> gaps = unnoted(connection);
    for (JournalGap gap : gaps) {
        gap.reason = reason;
        gap.at = at;
        note(connection, gap);
    }
}

QString sentence(const JournalGap &gap)
{
    const QString when = gap.at > 0
        ? u", "_s + QDateTime::fromMSecsSinceEpoch(gap.at).toOffsetFromUtc(0).toString(Qt::ISODate)
        : QString();
    if (gap.count() == 1)
        return Texts::tr("Message %1 of the journal is gone: %2%3.")
            .arg(QString::number(gap.firstPush), whyOf(gap.reason), when);
    return Texts::tr("Messages %1 to %2 of the journal are gone (%3): %4%5.")
        .arg(QString::number(gap.firstPush), QString::number(gap.lastPush), QString::number(gap.count()),
             whyOf(gap.reason), when);
}

QString nameOf(GapReason reason)
{
    switch (reason) {
    case GapReason::Before:
        return u"before"_s;
    case GapReason::Retention:
        return u"retention"_s;
    case GapReason::Erased:
        return u"erased"_s;
    case GapReason::Damage:
        return u"damage"_s;
    case GapReason::Missing:
        return u"missing"_s;
    case GapReason::NotCopied:
        return u"not_copied"_s;
    }
    return u"unknown"_s;
}

} // namespace JournalGaps
} // namespace callboard
