// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/apply/batch_applier.h"
#include "store/as_of/as_of_store.h"
#include "store/database/schema.h"
#include "store/erase/erase.h"
#include "store/read/queries.h"
#include "store/sqlite/salvage/salvage.h"
#include "store/table/other_pushes.h"
#include "store/upkeep/maintenance.h"
#include "store/write/store_writer.h"
#include "store_fixture.h"

#include <QTest>
#include <QVariant>

#include <memory>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

namespace {

constexpr auto Survey = static_cast<PushKind>(7); ///< a kind that nobody registered

QByteArray recordingOf(const QString &uuid)
{
    return R"({"call_uuid":")" + uuid.toUtf8() + R"(","url":"rec/a.wav","size":482044,"duration":30})";
}

QByteArray dialogueOf(const QString &uuid, const QByteArray &said = "hello")
{
    return R"({"call_uuid":")" + uuid.toUtf8() + R"(","dialog":[{"seq":"1","text_man":")" + said + R"("}]})";
}

Arrival surveyOf(const QString &uuid, qint64 at)
{
    Arrival arrival = arrivalOf(R"({"call_uuid":")" + uuid.toUtf8() + R"("})", at);
    arrival.ofAddress = Survey;
    arrival.content = parsePush(arrival.body, Survey);
    return arrival;
}

/// As it was written before there were kinds.
Arrival asRecord(const QByteArray &body, const TestCall &call, qint64 at)
{
    Arrival arrival = arrivalOf(body, at);
    PartMessage message;
    message.fields.callUuid = call.uuid();
    message.fields.presentFields.add(Field::CallUuid);
    arrival.content = message;
    return arrival;
}

} // namespace

class TestStorePushKinds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<StoreFixture>();
        Connection connection(url(), Access::Write);
        migrateSchema(connection);
    }

    void noCallIsMadeOrChanged()
    {
        const TestCall call(1);
        commit({arrivalOf(call.basic()), arrivalOf(call.outbound(), Noon + 1)});
        const CallRecord before = theCall();
        commit({arrivalOf(recordingOf(call.uuid()), Noon + 2), arrivalOf(dialogueOf(call.uuid()), Noon + 3),
                arrivalOf(recordingOf(u"of-no-call"_s), Noon + 4), surveyOf(call.uuid(), Noon + 5)});
        Connection connection(url(), Access::Read);
        const Totals totals = loadTotals(connection, {}, {});
        QCOMPARE(totals.calls, 1);
        QCOMPARE(totals.accepted, 2);
        QCOMPARE(totals.repeated, 0);
        QCOMPARE(totals.others,
                 (QMap<PushKind, qint64>{{PushKind::Recording, 2}, {PushKind::Dialogue, 1}, {Survey, 1}}));
        const CallRecord after = theCall();
        QCOMPARE(after.fields, before.fields);
        QCOMPARE(after.lastArrival, before.lastArrival);
        QCOMPARE(loadRawMessages(connection, after).basic.body, call.basic());
        QCOMPARE(verifyStore(url()).differences, QStringList());
    }

    void kindsStayInTheJournal()
    {
        const TestCall call(1);
        commit({arrivalOf(call.basic())});
        commit({surveyOf(call.uuid(), Noon + 1)});
        commit({arrivalOf(dialogueOf(call.uuid()), Noon + 2)});
        Connection connection(url(), Access::Write);
        for (const bool isJoined : {false, true}) {
            if (isJoined)
                Journal::compact(connection, 0);
            QCOMPARE(Journal::find(connection, 1)->kind, PushKind::Record);
            QCOMPARE(Journal::find(connection, 2)->kind, Survey);
            QCOMPARE(Journal::find(connection, 3)->kind, PushKind::Dialogue);
            QCOMPARE(Journal::find(connection, 3)->body, dialogueOf(call.uuid()));
        }
        QCOMPARE(connection.value(u"SELECT COUNT(*) FROM push"_s).toInt(), 1);
    }

    void rebuildLeavesThemAlone()
    {
        const QList<TestCall> calls = someCalls(40, 5);
        for (const TestCall &call : calls)
            commit({arrivalOf(call.basic()), arrivalOf(recordingOf(call.uuid())), arrivalOf(call.outbound())});
        const RebuildReport report = rebuildStore(url());
        QVERIFY(report.isWhole());
        QCOMPARE(report.unreadable, 0);
        QCOMPARE(report.callsLeft, 0);
        QCOMPARE(verifyStore(url()).differences, QStringList());
        Connection connection(url(), Access::Read);
        QCOMPARE(loadTotals(connection, {}, {}).others, (QMap<PushKind, qint64>{{PushKind::Recording, 40}}));
    }

    /// Earlier programs took a recording for a first message: it made a call, or replaced the first message of one.
    void rebuildMendsWhatTheyOnceDid()
    {
        const TestCall call(1), phantom(2);
        commit({arrivalOf(call.basic()), asRecord(recordingOf(call.uuid()), call, Noon + 1),
                asRecord(recordingOf(phantom.uuid()), phantom, Noon + 2)});
        forgetKinds();
        {
            Connection connection(url(), Access::Read);
            QCOMPARE(loadTotals(connection, {}, {}).calls, 2);
        }
        const VerifyReport found = verifyStore(url());
        QCOMPARE(found.differences.size(), 1);
        QVERIFY2(found.differences.constFirst().startsWith(u"2 messages that calls name are not"_s),
                 qPrintable(found.differences.constFirst()));
        QCOMPARE(found.wrongFigures, 1);
        const StoreUrl salvaged = StoreUrl::ofFile(m_fixture->path(u"salvaged.db"_s));
        {
            Connection connection(url(), Access::Write);
            connection.execute(u"UPDATE push SET checksum = 0"_s); // as before there were any
            connection.execute(u"INSERT INTO meta (key, value) VALUES ('journal_unchecked', 3)"_s);
        }
        QCOMPARE(salvageStore(url(), salvaged).missing, QStringList());
        QVERIFY(rebuildStore(salvaged).isWhole());
        QVERIFY(rebuildStore(url()).isWhole());
        Connection connection(url(), Access::Read);
        {
            Connection other(salvaged, Access::Read);
            QCOMPARE(loadTotals(other, {}, {}).calls, 1);
            QCOMPARE(loadTotals(other, {}, {}).others, loadTotals(connection, {}, {}).others);
        }
        const Totals totals = loadTotals(connection, {}, {});
        QCOMPARE(totals.calls, 1);
        QCOMPARE(totals.accepted, 1);
        QCOMPARE(totals.others, (QMap<PushKind, qint64>{{PushKind::Recording, 2}}));
        QCOMPARE(loadRawMessages(connection, theCall()).basic.body, call.basic());
        QCOMPARE(verifyStore(url()).differences, QStringList());
    }

    void lostCountsComeBackFromTheJournal()
    {
        commit({arrivalOf(recordingOf(u"a"_s)), arrivalOf(dialogueOf(u"a"_s)), arrivalOf(dialogueOf(u"b"_s))});
        {
            Connection connection(url(), Access::Write);
            connection.execute(u"DELETE FROM other_push WHERE kind = 2"_s);
        }
        QCOMPARE(verifyStore(url()).differences.size(), 1);
        const StoreUrl salvaged = StoreUrl::ofFile(m_fixture->path(u"salvaged.db"_s));
        salvageStore(url(), salvaged);
        rebuildStore(url());
        for (const StoreUrl &store : {url(), salvaged}) {
            QCOMPARE(verifyStore(store).differences, QStringList());
            Connection connection(store, Access::Read);
            QCOMPARE(loadTotals(connection, {}, {}).others,
                     (QMap<PushKind, qint64>{{PushKind::Recording, 1}, {PushKind::Dialogue, 2}}));
        }
    }

    void figuresOfThen()
    {
        constexpr qint64 Quarter = 900'000;
        const qint64 start = Noon - Noon % Quarter;
        const TestCall call(1);
        commit({arrivalOf(call.basic(), start), arrivalOf(recordingOf(call.uuid()), start + 1)});
        commit({arrivalOf(call.basic(), start + 5), arrivalOf(dialogueOf(call.uuid()), start + Quarter + 10)});
        commit({arrivalOf(dialogueOf(call.uuid()), start + Quarter + 20),
                arrivalOf(call.outbound(), start + Quarter + 30)});
        Connection now(url(), Access::Read);
        AsOfStore then(now, start + Quarter + 15);
        const Totals totals = loadTotals(then.connection(), {}, {});
        QCOMPARE(totals.accepted, 2);
        QCOMPARE(totals.repeated, 1);
        QCOMPARE(totals.others, (QMap<PushKind, qint64>{{PushKind::Recording, 1}, {PushKind::Dialogue, 1}}));
    }

    void refusedOnesComeBackAsTheirKind()
    {
        Arrival refused = arrivalOf(R"({"url":"a"})");
        refused.ofAddress = PushKind::Recording;
        commit({refused});
        {
            // What a later program can read: here the body is mended by hand.
            Connection connection(url(), Access::Write);
            connection.execute(uR"(UPDATE rejected SET body = CAST('{"call_uuid":"x","voice":1}' AS BLOB))"_s);
        }
        StoreWriter writer(url(), {});
        QString error;
        QVERIFY2(writer.startAndWait(&error), qPrintable(error));
        std::optional<ReplayResult> result;
        writer.replay({}, this, [&result](const ReplayResult &r) { result = r; });
        QTRY_VERIFY(result.has_value());
        QCOMPARE(result->accepted, 1);
        QCOMPARE(writer.ingestState().acceptedOthers, (QMap<PushKind, qint64>{{PushKind::Recording, 1}}));
        writer.stop();
        Connection connection(url(), Access::Read);
        QCOMPARE(loadTotals(connection, {}, {}).calls, 0);
    }

    void whatWasSaidIsErasedWithItsPerson()
    {
        TestCall call(1), other(2);
        call.set(u"callee"_s, u"13812345678"_s);
        other.set(u"callee"_s, u"13987654321"_s);
        commit({arrivalOf(call.basic(), 1'000), arrivalOf(other.basic(), 1'000),
                arrivalOf(dialogueOf(call.uuid(), "my name is Canary"), 1'001),
                arrivalOf(dialogueOf(other.uuid(), "call 13812345678 instead"), 1'002),
                arrivalOf(dialogueOf(other.uuid(), "nothing of that kind"), 1'003)});
        const auto number = PersonNumber::parse(u"13812345678"_s);
        QVERIFY(number.has_value());
        const EraseReport report = eraseNumber(url(), *number, {});
        QVERIFY2(report.isProven(), qPrintable(QStringList(report.remaining.keys()).join(u", "_s)));
        Connection connection(url(), Access::Read);
        QCOMPARE(Journal::find(connection, 3)->body, R"({"call_uuid":")" + call.uuid().toUtf8() + R"("})");
        QCOMPARE(Journal::find(connection, 3)->kind, PushKind::Dialogue);
        QVERIFY(!Journal::find(connection, 4)->body.contains("13812345678"));
        QCOMPARE(Journal::find(connection, 5)->body, dialogueOf(other.uuid(), "nothing of that kind"));
        QCOMPARE(verifyStore(url()).differences, QStringList());
    }

    /// The name of a call has to stay, that in a recording of it need not.
    void aNumberInANameIsErasedFromRecordings()
    {
        commit({arrivalOf(recordingOf(u"x-13812345678-y"_s), 1'000)});
        const EraseReport report = eraseNumber(url(), *PersonNumber::parse(u"13812345678"_s), {});
        QVERIFY(report.isProven());
        Connection connection(url(), Access::Read);
        const auto entry = Journal::find(connection, 1);
        QCOMPARE(entry->kind, PushKind::Recording);
        QVERIFY2(!entry->body.contains("13812345678") && entry->body.contains("call_uuid"), entry->body.constData());
        QCOMPARE(verifyStore(url()).differences, QStringList());
    }

    void segmentsWithoutTheirChecksumAreADifference()
    {
        commit({arrivalOf(recordingOf(u"a"_s))});
        {
            Connection connection(url(), Access::Write);
            connection.execute(u"UPDATE push SET checksum = 0"_s);
        }
        const QStringList differences = verifyStore(url()).differences;
        QCOMPARE(differences, QStringList{u"1 segment of the journal has no checksum, though written with one."_s});
    }

    void moreThanWereCountedIsADifference()
    {
        commit({arrivalOf(recordingOf(u"a"_s)), arrivalOf(recordingOf(u"b"_s))});
        {
            Connection connection(url(), Access::Write);
            connection.execute(u"UPDATE other_push SET messages = 1"_s);
        }
        const QStringList differences = verifyStore(url()).differences;
        QCOMPARE(differences.size(), 1);
        QVERIFY2(differences.constFirst().contains("recording"_L1), qPrintable(differences.constFirst()));
    }

private:
    StoreUrl url() const { return m_fixture->url(); }

    void commit(const QList<Arrival> &arrivals)
    {
        Connection connection(url(), Access::Write);
        BatchApplier applier(connection);
        applier.load();
        applier.apply(arrivals);
    }

    /// The journal as it was written before: no message has a kind.
    void forgetKinds()
    {
        Connection connection(url(), Access::Write);
        QCOMPARE(connection.value(u"SELECT COUNT(*) FROM other_push"_s).toInt(), 0);
        for (qint64 number = 1; number <= 3; ++number)
            QCOMPARE(Journal::find(connection, number)->kind, PushKind::Record);
    }

    CallRecord theCall()
    {
        Connection connection(url(), Access::Read);
        return loadCallPage(connection, {}, {}, 10).constFirst();
    }

    std::unique_ptr<StoreFixture> m_fixture;
};

QTEST_GUILESS_MAIN(TestStorePushKinds)
#include "test_store_push_kinds.moc"
