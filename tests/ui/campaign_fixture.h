// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "page_fixture.h"
#include "store_fixture.h"
#include "ui/common/tables/figure_table.h"

#include <QJsonArray>
#include <QSemaphore>
#include <QTest>

namespace callboard::test {

/// A page's surroundings over a store of random calls of four tasks, with lines, customer columns and tries.
class CampaignFixture : public PageFixture
{
public:
    static constexpr int Calls = 700;
    static constexpr qint64 Begin = Noon / DayMs * DayMs;

    explicit CampaignFixture(quint32 seed)
    {
        QRandomGenerator random(seed);
        QList<TestCall> calls = someCalls(Calls, seed);
        for (int i = 0; i < calls.size(); ++i)
            store(calls[i], i, random);
        writer.setMeaning({QStringLiteral("77"), 0, OutcomeClass::Connected, ResultFlag::Success});
        writer.setMeaning({QStringLiteral("3"), 0, OutcomeClass::BadNumber,
                           ResultFlags(ResultFlag::BadNumber) | ResultFlag::LineFault});
        writer.setTask(QStringLiteral("1"), QStringLiteral("Spring"), 4'000);
        push(TestCall(Calls, QStringLiteral("3")).outbound()); // waits until everything before is durable
        view.setPeriod({PeriodKind::Custom, {Begin, Begin + 9 * DayMs}});
    }

    /// How many calls each filter selects, by the store's own count.
    QList<qint64> countAll(const QList<CallFilter> &filters)
    {
        std::optional<QList<qint64>> counts;
        readers.ask<QList<qint64>>(
            &view,
            [filters](Connection &connection) {
                QList<qint64> result;
                for (const CallFilter &filter : filters)
                    result.append(countCalls(connection, filter));
                return result;
            },
            [&counts](const QList<qint64> &result) { counts = result; });
        return QTest::qWaitFor([&counts] { return counts.has_value(); }, 60'000) ? *counts : QList<qint64>();
    }

    /// Empty when every cell with a count leads to exactly that many calls; else the first one that does not.
    QString wrongCell(const FigureTable &table)
    {
        QList<CallFilter> filters;
        QStringList places;
        QList<qint64> expected;
        for (const FigureRow &row : table.rows) {
            for (qsizetype i = 0; i < row.cells.size(); ++i) {
                const FigureCell &cell = row.cells.at(i);
                if (!cell.calls)
                    continue;
                filters.append(*cell.calls);
                expected.append(cell.count);
                places.append(row.title + QStringLiteral(" / ") + table.columns.at(i).title);
            }
        }
        if (filters.isEmpty())
            return QStringLiteral("no cell leads to calls");
        const QList<qint64> counts = countAll(filters);
        for (qsizetype i = 0; i < counts.size(); ++i) {
            if (counts.at(i) != expected.at(i))
                return QStringLiteral("%1: shown %2, stored %3")
                    .arg(places.at(i))
                    .arg(expected.at(i))
                    .arg(counts.at(i));
        }
        return counts.isEmpty() ? QStringLiteral("the store did not answer") : QString();
    }

private:
    void store(TestCall &call, int number, QRandomGenerator &random)
    {
        const qint64 later = random.bounded(8) * DayMs;
        for (const char *name : {"time_dial", "time_ring", "time_answer", "time_hangup"}) {
            const QString time = QString::fromLatin1(name);
            const qint64 at = call.fields.value(time).toInteger();
            call.set(time, at > 0 ? QJsonValue(at + later) : QJsonValue(0));
        }
        if (number % 5 == 0)
            call.set(QStringLiteral("task_result"), random.bounded(2) ? QStringLiteral("77") : QStringLiteral("0"));
        call.set(QStringLiteral("task_tries"), random.bounded(4));
        call.set(QStringLiteral("caller"), QStringLiteral("05519686600%1").arg(random.bounded(3)));
        call.set(QStringLiteral("task_row_head"), QJsonArray{QStringLiteral("城市"), QStringLiteral("号码")});
        call.set(
            QStringLiteral("task_row_value"),
            QJsonArray{QStringLiteral("城%1").arg(random.bounded(5)), QStringLiteral("1990000%1").arg(1000 + number)});
        if (number % 17 == 0)
            call.set(QStringLiteral("direction"), 1);
        const qint64 arrival = Noon + 9 * DayMs;
        writer.offer(arrivalOf(call.basic(), arrival));
        if (number % 17 != 0 && number % 13 != 5)
            writer.offer(arrivalOf(call.outbound(), arrival));
    }
};

} // namespace callboard::test
