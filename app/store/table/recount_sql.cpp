// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/table/recount_sql.h"

#include "record/call/result_codes.h"
#include "record/figures/figures.h"
#include "store/database/dialect.h"
#include "store/table/call_sql.h"

#include <QStringList>

namespace callboard::RecountSql {

using namespace Qt::StringLiterals;

namespace {

/// `time_hangup` that can place a call: not before 2000, not later than a day after arrival.
const QString PossibleHangup = u"time_hangup >= 946684800000 AND time_hangup <= first_arrival + 86400000"_s;

/// A difference beyond a day comes from a time that is none; the sum of a few such would be no number any more.
QString answerDelay()
{
    return u"CASE WHEN time_answer > 0 AND time_dial > 0 AND time_answer - time_dial BETWEEN 0 AND 86400000 "
           "THEN time_answer - time_dial ELSE 0 END"_s;
}

QString talkClassSums()
{
    QStringList sums;
    for (int i = 0; i < TalkClassCount; ++i) {
        QString condition = u"answered = 1"_s;
        if (i > 0)
            condition += u" AND talk >= %1"_s.arg(TalkBounds[static_cast<std::size_t>(i - 1)]);
        if (i < TalkClassCount - 1)
            condition += u" AND talk < %1"_s.arg(TalkBounds[static_cast<std::size_t>(i)]);
        sums.append(u"SUM(CASE WHEN %1 THEN 1 ELSE 0 END) AS talk_%2"_s.arg(condition).arg(i));
    }
    return sums.join(u", "_s);
}

/// outcomeMask() of a call's result.
QString outcomeBit()
{
    QString text = u"CASE task_result WHEN '' THEN 0"_s;
    for (const QString &code : catalogueCodes())
        text += u" WHEN '%1' THEN %2"_s.arg(code).arg(outcomeMask(code));
    return text + u" ELSE %1 END"_s.arg(qint64(1) << OtherOutcomeBit);
}

const QString Answered = u"CASE WHEN time_answer > 0 THEN 1 ELSE 0 END"_s;
const QString LastFirst = u"placed_at DESC, task_tries DESC, task_result DESC, (time_answer > 0) DESC"_s;

} // namespace

QString talk()
{
    return u"CASE WHEN time_answer > 0 AND time_hangup > time_answer AND %1 THEN time_hangup - time_answer ELSE 0 END"_s
        .arg(PossibleHangup);
}

QString rollups(const QString &of)
{
    const QString inner =
        u"SELECT placed_at - placed_at % 900000 AS quarter, task_id, task_result, "
        "CASE WHEN %5 THEN 1 ELSE 0 END AS basic_only, "
        "CASE WHEN %6 THEN 1 ELSE 0 END AS outbound, %1 AS answered, "
        "CASE WHEN time_ring > 0 THEN 1 ELSE 0 END AS seized, %2 AS talk, %3 AS delay, "
        "CASE WHEN time_answer > 0 AND time_dial > 0 THEN 1 ELSE 0 END AS delayed FROM call WHERE %4"_s.arg(
            Answered, talk(), answerDelay(), of, CallSql::hasExactly(Part::Basic), CallSql::isOutbound());
    return u"SELECT quarter, task_id, task_result, basic_only, outbound, answered, COUNT(*) AS calls, "
           "SUM(seized) AS seized, SUM(talk) AS talk_ms, SUM(delay) AS answer_delay_ms, SUM(delayed) AS delay_calls, "
           "%1 FROM (%2) AS c "
           "GROUP BY quarter, task_id, task_result, basic_only, outbound, answered"_s.arg(talkClassSums(), inner);
}

QString keptSince()
{
    return u"(SELECT COALESCE(MAX(value), 0) FROM meta WHERE key = 'calls_kept_since')"_s;
}

QString countOfCalls()
{
    return u"SELECT (SELECT COUNT(*) FROM call WHERE placed_at >= %1) + (SELECT COALESCE(SUM(calls), 0) FROM rollup "
           "WHERE quarter < %1)"_s.arg(keptSince());
}

QString countOfAwaiting()
{
    return u"SELECT (SELECT COUNT(*) FROM call WHERE %2 AND placed_at >= %1) + (SELECT "
           "COALESCE(SUM(calls), 0) FROM rollup WHERE %3 AND quarter < %1)"_s.arg(keptSince(), CallSql::isAwaiting(),
                                                                                  CallSql::isAwaitingRollup());
}

QString contacts(const Dialect &dialect, const QString &of)
{
    const QString ranked = u"SELECT contact_id, placed_at, task_tries, task_result, %1 AS answered, %2 AS bit, "
                           "ROW_NUMBER() OVER (PARTITION BY contact_id ORDER BY %3) AS rank "
                           "FROM call WHERE contact_id > 0 AND %4"_s.arg(Answered, outcomeBit(), LastFirst, of);
    return u"SELECT contact_id, COUNT(*) AS attempts, SUM(answered) AS connected, %1 AS outcomes, "
           "MAX(CASE WHEN rank = 1 THEN placed_at END) AS last_at, MAX(CASE WHEN rank = 1 THEN task_tries END) AS "
           "last_tries, "
           "MAX(CASE WHEN rank = 1 THEN task_result END) AS last_result, MAX(CASE WHEN rank = 1 THEN answered END) AS "
           "last_answered FROM (%2) AS c GROUP BY contact_id"_s.arg(dialect.bitUnion(u"bit"_s), ranked);
}

QString recountContact(const Dialect &dialect)
{
    // The second half lets the database take the index of contacts, which has only such calls.
    const QString own = u"contact_id = contact.id AND contact_id > 0"_s;
    const QString last = u"(SELECT %1 FROM call WHERE "_s + own + u" ORDER BY %2 LIMIT 1)"_s;
    return u"UPDATE contact SET (attempts, connected, outcomes) = (SELECT COUNT(*), COALESCE(SUM(%1), 0), COALESCE(%2, "
           u"0) "
           "FROM call WHERE %7), last_at = COALESCE(%3, 0), last_tries = COALESCE(%4, 0), "
           "last_result = COALESCE(%5, ''), last_answered = COALESCE(%6, 0) WHERE id = ?"_s.arg(
               Answered, dialect.bitUnion(outcomeBit()), last.arg(u"placed_at"_s, LastFirst),
               last.arg(u"task_tries"_s, LastFirst), last.arg(u"task_result"_s, LastFirst),
               last.arg(Answered, LastFirst), own);
}

} // namespace callboard::RecountSql
