// SPDX-License-Identifier: GPL-3.0-or-later
#include "random_calls.h"

#include "record/figures/figures.h"
#include "store/database/connection.h"
#include "store/upkeep/maintenance.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

namespace callboard::test {

using namespace Qt::StringLiterals;

namespace {

const QStringList Results{u"0"_s,  u"2"_s,  u"5"_s,  u"6"_s,  u"15"_s, u"18"_s, u"19"_s, u"20"_s,
                          u"25"_s, u"26"_s, u"28"_s, u"-1"_s, u"77"_s, u"x"_s,  u""_s};
const QStringList Tasks{u"1"_s, u"2"_s, u"3"_s, u""_s};

/// Which messages of a call come, and what is odd about them.
enum class Course { Inbound, Awaiting, AwaitingWithCode, OutboundOnly, Directionless, Whole };

Course courseOf(quint32 roll)
{
    constexpr Course Odd[] = {Course::Inbound, Course::Awaiting, Course::AwaitingWithCode, Course::OutboundOnly,
                              Course::Directionless};
    return roll < std::size(Odd) ? Odd[roll] : Course::Whole;
}

class Maker
{
public:
    Maker(quint32 seed, int rows)
        : m_random(seed)
        , m_rows(rows)
    { }

    void add(BulkLoader &loader, int number)
    {
        const Course course = courseOf(m_random.bounded(12U));
        const qint64 hangup = someTime();
        QJsonObject call = commonFields(number, hangup, course);
        if (course != Course::OutboundOnly)
            loader.add(hangup + 400, QJsonDocument(call).toJson());
        if (course == Course::Inbound || course == Course::Awaiting || course == Course::AwaitingWithCode)
            return;
        call.insert(u"task_row_index"_s, m_random.bounded(m_rows));
        call.insert(u"task_result"_s, Results.at(m_random.bounded(Results.size())));
        call.insert(u"task_tries"_s, static_cast<int>(m_random.bounded(4)));
        loader.add(hangup + 1'900, QJsonDocument(call).toJson());
    }

private:
    bool one(int of) { return m_random.bounded(of) == 0; }

    qint64 someTime()
    {
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        return now - MinuteMs - m_random.bounded(one(3) ? 55 * MinuteMs : 20 * HourMs);
    }

    QJsonObject commonFields(int number, qint64 hangup, Course course)
    {
        QJsonObject call{{u"call_uuid"_s, u"random-%1"_s.arg(number)},
                         {u"callee"_s, u"1990000%1"_s.arg(number, 4, 10, QChar(u'0'))},
                         {u"time_hangup"_s, hangup}};
        const bool isOutbound = course != Course::Inbound && course != Course::Directionless;
        call.insert(u"direction"_s, isOutbound ? 2 : 1);
        if (const QString task = Tasks.at(m_random.bounded(Tasks.size())); !task.isEmpty())
            call.insert(u"task_id"_s, task);
        if (!one(3))
            call.insert(u"time_dial"_s, hangup - 90'000);
        if (!one(3))
            call.insert(u"time_ring"_s, hangup - 85'000);
        if (one(2))
            call.insert(u"time_answer"_s, hangup - static_cast<int>(m_random.bounded(80'000)));
        if (course == Course::AwaitingWithCode)
            call.insert(u"task_result"_s, one(2) ? u"0"_s : u"26"_s);
        return call;
    }

    QRandomGenerator m_random;
    int m_rows;
};

} // namespace

void seedRandomCalls(const StoreUrl &url, int calls, quint32 seed)
{
    constexpr int FewRows = 60;
    seedRandomContacts(url, calls, seed, FewRows);
}

void seedRandomContacts(const StoreUrl &url, int calls, quint32 seed, int rows)
{
    {
        BulkLoader loader(url);
        Maker maker(seed, rows);
        for (int number = 0; number < calls; ++number)
            maker.add(loader, number);
        loader.setTask(u"1"_s, u"First"_s, 400);
        loader.setTask(u"2"_s, u"Second"_s, 0);
        loader.finish();
    }
    Connection connection(url, Access::Write);
    connection.execute(u"UPDATE task SET success_rule = '[\"18\",\"77\"]' WHERE task_id = '2'"_s);
}

} // namespace callboard::test
