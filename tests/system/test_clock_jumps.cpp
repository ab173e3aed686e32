// SPDX-License-Identifier: GPL-3.0-or-later
// The clock jumps by hours, days and years, back and forth, and the computer sleeps, while messages come and old ones
// are removed: nothing that is young goes, and every age is right. First on walks with an injected clock, then with the
// real program, where libfaketime is installed. The controls, a person who confirms every wrong clock and an age by the
// wall clock, must be noticed. CALLBOARD_CLOCK_WALKS asks for more walks.
#include "store_fixture.h"

#include "store/apply/batch_applier.h"
#include "store/database/schema.h"
#include "store/retention/clock_memory.h"
#include "store/retention/retention.h"
#include "tests/store/fake_clocks.h"

#include <QRandomGenerator>
#include <QTest>
#include <QVariant>

#include <array>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Keep = 90 * DayMs;
constexpr qint64 OldestMessage = 40 * DayMs; ///< at the beginning of a walk
constexpr qint64 WalkLasts = 45 * DayMs; ///< so that none is older than Keep at its end
constexpr int MostHoursWrong = 22; ///< 24 would confirm it
constexpr std::array<qint64, 14> Jumps{HourMs,      -HourMs,      5 * HourMs,    -5 * HourMs,   DayMs,
                                       -DayMs,      3 * DayMs,    -3 * DayMs,    91 * DayMs,    -91 * DayMs,
                                       200 * DayMs, -200 * DayMs, 7'300 * DayMs, -7'300 * DayMs};

int walks()
{
    const int wanted = qEnvironmentVariableIntValue("CALLBOARD_CLOCK_WALKS");
    return wanted > 0 ? wanted : 12;
}

/// What an adversary may do: nothing, confirm every clock.
enum class Person : quint8 { Waits, ConfirmsAll };

/// One store and one computer, whose true time the walk knows.
class Walk
{
public:
    Walk(quint32 seed, Person person)
        : m_random(seed)
        , m_person(person)
        , m_time(Noon)
        , m_connection(m_fixture.url(), Access::Write)
    {
        migrateSchema(m_connection);
        m_applier = std::make_unique<BatchApplier>(m_connection);
        m_applier->load();
        for (int i = 40; i >= 0; --i)
            push(Noon - i * OldestMessage / 40);
        start();
    }

    void run()
    {
        while (m_trueTime < Noon + WalkLasts)
            step();
    }

    qint64 removed()
    {
        return m_pushed - m_connection.value(u"SELECT COALESCE(SUM(count), 0) FROM push"_s).toLongLong();
    }
    qint64 wrongAges() const { return m_wrongAges; }
    qint64 wrongWallAges() const { return m_wrongWallAges; }
    qint64 jumps() const { return m_jumps; }

private:
    void step()
    {
        switch (m_random.bounded(6)) {
        case 0:
            return jump(Jumps[m_random.bounded(static_cast<int>(Jumps.size()))]);
        case 1:
            return jump(m_trueTime - m_time.wall()); // set right
        case 2:
            pass(m_random.bounded(1, 72) * HourMs); // it sleeps
            return look();
        case 3:
            start();
            return look();
        case 4:
            push(m_time.wall());
            return look();
        default:
            for (int hour = m_random.bounded(1, 12); hour > 0; --hour)
                hourPasses();
        }
    }

    void hourPasses()
    {
        pass(HourMs);
        if (m_time.wall() != m_trueTime && ++m_hoursWrong > MostHoursWrong)
            jump(m_trueTime - m_time.wall());
        look();
    }

    void pass(qint64 ms)
    {
        m_time.pass(ms);
        m_trueTime += ms;
    }

    void jump(qint64 ms)
    {
        if (ms == 0)
            return;
        ++m_jumps;
        m_time.move(ms);
        m_hoursWrong = 0;
        look();
        if (m_person == Person::ConfirmsAll)
            m_retention->confirmClock();
        look();
    }

    void start()
    {
        m_retention = std::make_unique<Retention>(m_connection, *m_applier, m_time.clocks());
        m_retention->setKeepTimes({Keep, 0});
        m_lastPush = PastMoment(); // a new program knows of no push of its own
    }

    void look()
    {
        do
            m_retention->work(true);
        while (m_retention->isRunning());
        if (!m_lastPush.isKnown())
            return;
        const qint64 age = m_trueTime - m_lastPushTrue;
        m_wrongAges += m_lastPush.ageMs(m_time.clocks()) != age || m_lastPush.epochMs(m_time.clocks()) > m_time.wall();
        m_wrongWallAges += std::max<qint64>(0, m_time.wall() - m_lastPushWall) != age;
    }

    void push(qint64 arrivedAt)
    {
        m_applier->apply({arrivalOf(TestCall(static_cast<int>(++m_pushed)).outbound(), arrivedAt)});
        m_lastPush = PastMoment::now(m_time.clocks());
        m_lastPushTrue = m_trueTime;
        m_lastPushWall = m_time.wall();
    }

    QRandomGenerator m_random;
    const Person m_person;
    FakeClocks m_time;
    const StoreFixture m_fixture;
    Connection m_connection;
    std::unique_ptr<BatchApplier> m_applier;
    std::unique_ptr<Retention> m_retention;
    PastMoment m_lastPush;
    qint64 m_trueTime = Noon, m_lastPushTrue = Noon, m_lastPushWall = Noon;
    qint64 m_pushed = 0, m_jumps = 0, m_wrongAges = 0, m_wrongWallAges = 0;
    int m_hoursWrong = 0;
};

} // namespace

class TestClockJumps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void walksRemoveNothing();
    void aPersonWhoConfirmsEveryClockIsNoticed();
};

void TestClockJumps::walksRemoveNothing()
{
    qint64 removed = 0, wrong = 0, wrongByWall = 0, jumps = 0;
    for (int i = 0; i < walks(); ++i) {
        Walk walk(static_cast<quint32>(i), Person::Waits);
        walk.run();
        removed += walk.removed();
        wrong += walk.wrongAges();
        wrongByWall += walk.wrongWallAges();
        jumps += walk.jumps();
        QVERIFY2(walk.removed() == 0 && walk.wrongAges() == 0, qPrintable(u"walk %1"_s.arg(i)));
    }
    qInfo("%d walks, %lld jumps: %lld removed, %lld wrong ages; control: %lld wrong by the wall clock", walks(),
          static_cast<long long>(jumps), static_cast<long long>(removed), static_cast<long long>(wrong),
          static_cast<long long>(wrongByWall));
    QVERIFY(wrongByWall > 0);
}

void TestClockJumps::aPersonWhoConfirmsEveryClockIsNoticed()
{
    qint64 removed = 0;
    for (int i = 0; i < walks(); ++i) {
        Walk walk(static_cast<quint32>(i), Person::ConfirmsAll);
        walk.run();
        removed += walk.removed();
    }
    qInfo("control: %lld removed", static_cast<long long>(removed));
    QVERIFY(removed > 0);
}

QTEST_GUILESS_MAIN(TestClockJumps)
#include "test_clock_jumps.moc"
