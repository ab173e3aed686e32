// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fake_clocks.h"
#include "record/figures/figures.h"
#include "store/apply/batch_applier.h"
#include "store/database/schema.h"
#include "store/retention/retention.h"
#include "store_fixture.h"

#include <QVariant>

/// A store with calls of 60 days, of which retention keeps 30.
namespace callboard::test {

using namespace Qt::StringLiterals;

inline constexpr int Days = 60;
inline constexpr qint64 Keep = 30 * DayMs;

/// A call of so many days before Noon; its contact is called again every eleventh number.
inline TestCall callOf(int number, int daysBefore)
{
    TestCall call(number, QString::number(number % 3));
    const qint64 dial = Noon - daysBefore * DayMs + (number % 50) * 400'000;
    const bool answered = number % 4 != 0;
    call.set(u"time_dial"_s, dial);
    call.set(u"time_ring"_s, number % 5 ? dial + 500 : 0);
    call.set(u"time_answer"_s, answered ? dial + 4'000 : 0);
    call.set(u"time_hangup"_s, dial + 4'000 + number % 300 * 1'000);
    call.set(u"task_result"_s, answered ? u"0"_s : u"3"_s);
    call.set(u"task_data_id"_s, QString::number(number % 11 == 0 ? 7 : number));
    return call;
}

inline qint64 hangupOf(const TestCall &call)
{
    return call.fields.value(u"time_hangup"_s).toInteger();
}

/// The store, open for writing, and clocks that a test moves.
class KeptCallsStore
{
public:
    void fill()
    {
        m_time = std::make_unique<FakeClocks>(Noon + 8 * HourMs);
        m_fixture = std::make_unique<StoreFixture>();
        open();
        m_next = 1;
        for (int day = Days; day >= 0; --day)
            storeDay(day);
    }
    void open()
    {
        m_connection = std::make_unique<Connection>(m_fixture->url(), Access::Write);
        migrateSchema(*m_connection);
        m_applier = std::make_unique<BatchApplier>(*m_connection);
        m_applier->load();
    }
    /// So that the newest message is of today: the clock is trusted.
    void pushNow(int extra) { m_applier->apply({arrivalOf(callOf(500'000 + extra, 0).basic(), m_time->wall())}); }
    void close()
    {
        m_retention.reset();
        m_applier.reset();
        m_connection.reset();
    }
    void storeDay(int daysBefore)
    {
        QList<Arrival> batch;
        for (int i = 0; i < 20; ++i) {
            const TestCall call = callOf(m_next++, daysBefore);
            const qint64 at = hangupOf(call) + 1'000;
            if (i % 7 != 3)
                batch.append(arrivalOf(call.basic(), at));
            if (i % 7 != 5)
                batch.append(arrivalOf(call.outbound(), at + 500));
        }
        m_applier->apply(batch);
    }
    Retention *begin(qint64 calls = Keep)
    {
        m_retention = std::make_unique<Retention>(*m_connection, *m_applier, m_time->clocks());
        m_retention->setKeepTimes({90 * DayMs, calls});
        return m_retention.get();
    }
    void settle()
    {
        do
            m_retention->work(true);
        while (m_retention->isRunning());
    }
    void run()
    {
        m_time->pass(HourMs);
        begin();
        settle();
    }

    qint64 number(const QString &sql) { return m_connection->value(sql).toLongLong(); }

    std::unique_ptr<FakeClocks> m_time;
    std::unique_ptr<StoreFixture> m_fixture;
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<BatchApplier> m_applier;
    std::unique_ptr<Retention> m_retention;
    int m_next = 1;
};

} // namespace callboard::test
