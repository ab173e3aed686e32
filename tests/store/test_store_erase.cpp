// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_clocks.h"
#include "store/apply/batch_applier.h"
#include "store/database/schema.h"
#include "store/database/snapshot.h"
#include "store/database/store_backend.h"
#include "store/erase/erase.h"
#include "store/erase/erasure_upkeep.h"
#include "store/read/delivery_queries.h"
#include "store/read/queries.h"
#include "store/settings/settings_queries.h"
#include "store/upkeep/maintenance.h"
#include "store/write/store_writer.h"
#include "store_fixture.h"

#include <QDateTime>
#include <QDir>
#include <QJsonArray>
#include <QMap>
#include <QStringEncoder>
#include <QTest>
#include <QVariant>

#include <memory>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray Canary = "13812345678";
const QString Other = u"13987654321"_s;

using Images = QMap<QString, CallRecord>;

Images imagesOf(const StoreUrl &url)
{
    Connection connection(url, Access::Read);
    Images images;
    for (CallRecord call : loadCallPage(connection, {}, {}, 100'000)) {
        call.id = 0;
        call.contactId = 0;
        call.conflicts = {}; // writings of one number may have differed
        images.insert(call.fields.callUuid, call);
    }
    return images;
}

/// Everything that is counted, as text.
QString figuresOf(const StoreUrl &url)
{
    Connection connection(url, Access::Read);
    const Totals totals = loadTotals(connection, {}, {});
    QString text = u"%1 %2 %3 %4;"_s.arg(totals.calls).arg(totals.answered).arg(totals.accepted).arg(totals.repeated);
    for (const TaskTotals &task : totals.tasks)
        text += u" %1 %2 %3 %4;"_s.arg(task.taskId).arg(task.calls).arg(task.contacts).arg(task.talkMs);
    return text;
}

QByteArray wide(const QByteArray &text)
{
    QByteArray bytes;
    for (const char c : text)
        bytes.append('\0').append(c);
    return bytes;
}

/// Files in the store's folder that have the canary, in one byte a letter or in two.
QStringList filesWithCanary(const StoreUrl &url)
{
    QStringList found;
    const QFileInfoList files = QFileInfo(url.localFile()).dir().entryInfoList(QDir::Files | QDir::Hidden);
    for (const QFileInfo &info : files) {
        QFile file(info.absoluteFilePath());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray bytes = file.readAll();
        if (bytes.contains(Canary) || bytes.contains(wide(Canary)))
            found.append(info.fileName());
    }
    return found;
}

/// Erased by code of their own: calls, their messages, contacts and customer columns, refused messages.
const QStringList ByCode{u"call.business_id"_s,  u"call.app_id"_s,           u"call.robot_id"_s,
                         u"call.caller"_s,       u"call.callee"_s,           u"call.call_relation_id"_s,
                         u"call.task_data_id"_s, u"call.task_result_desc"_s, u"call.task_row_value"_s,
                         u"call.extra"_s,        u"contact.contact_key"_s,   u"push.segment"_s,
                         u"rejected.error"_s,    u"rejected.field"_s,        u"rejected.body"_s,
                         u"row_head.head"_s};

/// Why a number in them is not erased.
const QStringList WithoutNumbers{
    // They tell calls, campaigns and results apart, every figure is counted by them; a number there is told.
    u"call.call_uuid"_s, u"call.task_id"_s, u"call.task_result"_s, u"contact.task_id"_s, u"contact.last_result"_s,
    u"rollup.task_id"_s, u"rollup.task_result"_s, u"task.task_id"_s, u"alert.task_id"_s, u"hidden_message.call_uuid"_s,
    u"past_outbound_only.task_id"_s, u"past_contact.task_id"_s, u"result_meaning.code"_s,
    // Words of the program's own.
    u"meta.key"_s, u"audit.action"_s, u"report_run.state"_s, u"report_run.report"_s, u"task.calling_hours"_s,
    u"task.success_rule"_s,
    // An address of the network; a person of the house.
    u"rejected.remote"_s, u"erasure.requested_by"_s,
    // Sealed, and gone when the erasure is done; a keyed hash and its key.
    u"hidden_message.body"_s, u"erasure.sealed"_s, u"erasure.number_hash"_s, u"erase_key.secret"_s};

/// As "table.column".
QStringList textColumns(const StoreUrl &url)
{
    Connection connection(url, Access::Read);
    QSqlQuery &query = connection.prepared(
        u"SELECT list.name || '.' || info.name FROM pragma_table_list AS list JOIN pragma_table_info(list.name) AS "
        u"info "
        "WHERE list.schema = 'main' AND list.name NOT LIKE 'sqlite_%' AND info.type NOT IN ('INTEGER', 'BIGINT')"_s);
    connection.run(query);
    QStringList columns;
    while (connection.next(query))
        columns.append(query.value(0).toString());
    query.finish();
    return columns;
}

PersonNumber canary()
{
    return *PersonNumber::parse(u"+86 138 1234 5678"_s);
}

} // namespace

/// A person's number goes from everywhere, the figures stay.
class TestStoreErase : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_fixture = std::make_unique<StoreFixture>(); }
    void cleanup() { m_fixture.reset(); }

    void everyPlaceIsErasedAndTheFiguresStay()
    {
        fill(Noon);
        fillTexts();
        const QString figures = figuresOf(url());
        const CallRecord stranger = imagesOf(url()).value(u"uuid-20"_s);
        QVERIFY(!filesWithCanary(url()).isEmpty()); // the control
        const EraseReport report = eraseNumber(url(), canary(), {.atOnce = true, .by = u"somebody@here"_s});
        QVERIFY2(report.isProven(), qPrintable(whyNot(report)));
        for (const QString &table : {u"call"_s, u"push"_s, u"contact"_s, u"rejected"_s, u"audit"_s, u"alert"_s,
                                     u"report_schedule"_s, u"row_head"_s, u"task"_s})
            QVERIFY2(report.counts.erased.value(table) > 0, qPrintable(table));
        QCOMPARE(report.counts.hidden, 0);
        QCOMPARE(filesWithCanary(url()), QStringList());
        QCOMPARE(figuresOf(url()), figures);
        QCOMPARE(verifyStore(url()).differences, QStringList());
        QCOMPARE(imagesOf(url()).value(u"uuid-20"_s), stranger);
        for (const CallRecord &call : imagesOf(url())) {
            if (call.fields.callUuid != u"uuid-20"_s)
                QVERIFY2(!call.fields.taskRowValue.contains(u"Wang"_s), qPrintable(call.fields.callUuid));
        }
    }

    void aRebuildDoesNotBringItBack()
    {
        fill(Noon);
        eraseNumber(url(), canary(), {.atOnce = true});
        const Images erased = imagesOf(url());
        const QString figures = figuresOf(url());
        const RebuildReport report = rebuildStore(url());
        QVERIFY(report.isWhole());
        QCOMPARE(report.callsLeft, 0);
        QCOMPARE(imagesOf(url()), erased);
        QCOMPARE(figuresOf(url()), figures);
        QCOMPARE(verifyStore(url()).differences, QStringList());
        QCOMPARE(filesWithCanary(url()), QStringList());
    }

    void numbersInCountsAndTimesAreErased_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QByteArray>("written");
        for (const QString &field :
             {u"duration_ring"_s, u"duration_call"_s, u"task_tries"_s, u"task_row_index"_s, u"direction"_s,
              u"time_dial"_s, u"time_ring"_s, u"time_answer"_s, u"time_hangup"_s}) {
            for (const QByteArray &written :
                 {Canary, "-" + Canary, "\"" + Canary + "\"", QByteArray("1.3812345678e10")})
                QTest::newRow((field.toLatin1() + ' ' + written).constData()) << field << written;
        }
    }

    void numbersInCountsAndTimesAreErased()
    {
        QFETCH(const QString, field);
        QFETCH(const QByteArray, written);
        TestCall call(1);
        call.set(field, u"here"_s);
        QByteArray body = call.outbound();
        body.replace("\"here\"", written);
        commit({arrivalOf(body), arrivalOf(TestCall(2).outbound())});
        const CallRecord other = imagesOf(url()).value(TestCall(2).uuid());
        const EraseReport report = eraseNumber(url(), canary(), {.atOnce = true});
        const bool isTimeNotSet = field.startsWith(u"time_"_s) && written.startsWith('-'); // in the message only
        QVERIFY2(report.isProven(), qPrintable(whyNot(report)));
        QCOMPARE(report.counts.erased.value(u"call"_s), isTimeNotSet ? 0 : 1);
        QCOMPARE(report.counts.erased.value(u"push"_s), 1);
        QCOMPARE(filesWithCanary(url()), QStringList());
        QCOMPARE(verifyStore(url()).differences, QStringList());
        const Images erased = imagesOf(url());
        QCOMPARE(erased.value(TestCall(2).uuid()), other);
        QVERIFY(rebuildStore(url()).isWhole());
        QCOMPARE(imagesOf(url()), erased);
        QCOMPARE(verifyStore(url()).differences, QStringList());
        QVERIFY(eraseNumber(url(), canary(), {.isDryRun = true, .atOnce = true}).counts.erased.isEmpty());
    }

    /// Written with more digits than the number has.
    void aNegativeExponentHidesNoNumber_data()
    {
        QTest::addColumn<QString>("number");
        QTest::addColumn<QByteArray>("written");
        QTest::newRow("ten digits") << u"02788889999"_s << QByteArray("27888899990e-1");
        QTest::newRow("as text") << u"02788889999"_s << QByteArray("\"278888999900E-2\"");
        QTest::newRow("seven digits") << u"5512346"_s << QByteArray("55123460e-1");
        QTest::newRow("of a fraction") << u"5512346"_s << QByteArray("55123460000.0e-4");
    }

    void aNegativeExponentHidesNoNumber()
    {
        QFETCH(const QString, number);
        QFETCH(const QByteArray, written);
        TestCall call(1);
        call.set(u"duration_call"_s, u"here"_s);
        QByteArray body = call.outbound();
        body.replace("\"here\"", written);
        commit({arrivalOf(body)});
        const EraseReport report = eraseNumber(url(), *PersonNumber::parse(number), {.atOnce = true});
        QVERIFY2(report.isProven(), qPrintable(whyNot(report)));
        QCOMPARE(report.counts.erased.value(u"call"_s), 1);
        QCOMPARE(report.counts.erased.value(u"push"_s), 1);
        const Images erased = imagesOf(url());
        QVERIFY(rebuildStore(url()).isWhole());
        QCOMPARE(imagesOf(url()), erased);
        QCOMPARE(verifyStore(url()).differences, QStringList());
    }

    /// The reader takes the last; the first one stood in the journal.
    void ofTwoMembersOfOneNameBothAreErased()
    {
        TestCall call(1);
        QByteArray body = call.outbound();
        body.replace("{", "{\"callee\":\"" + Canary + "\",");
        commit({arrivalOf(body)});
        const Images before = imagesOf(url());
        const EraseReport report = eraseNumber(url(), canary(), {.atOnce = true});
        QVERIFY(report.isProven());
        QCOMPARE(report.counts.erased.value(u"push"_s), 1);
        QVERIFY(rebuildStore(url()).isWhole());
        QCOMPARE(imagesOf(url()), before);
        Connection connection(url(), Access::Read);
        for (const NumberedMessage &message : loadLatestMessages(connection, 100))
            QVERIFY(!message.entry.body.contains(Canary));
    }

    void refusedBodiesOfAnyEncodingAreErased_data()
    {
        QTest::addColumn<QByteArray>("body");
        const QString wideDigits = u"电话：１３８１２３４５６７８"_s;
        for (const char *encoding : {"UTF-8", "UTF-16LE", "UTF-16BE", "GB18030"}) {
            QStringEncoder encoder(encoding);
            QTest::newRow(encoding) << QByteArray(encoder.encode(wideDigits));
        }
        QTest::newRow("base64") << "a=1&tel=" + Canary.toBase64() + "&b=2";
        QTest::newRow("base64 of GB18030") << "tel="
                + QByteArray(QStringEncoder("GB18030").encode(wideDigits)).toBase64(QByteArray::Base64UrlEncoding);
        QTest::newRow("quoted printable") << QByteArray("=31=33=38=31=32=33=34=35=36=37=38");
        QTest::newRow("entities") << QByteArray("tel &#49;&#51;&#56;&#49;&#50;&#51;&#52;&#53;&#54;&#55;&#56;");
    }

    void refusedBodiesOfAnyEncodingAreErased()
    {
        QFETCH(const QByteArray, body);
        commit({arrivalOf(body), arrivalOf("not JSON")});
        const EraseReport report = eraseNumber(url(), canary(), {.atOnce = true});
        QVERIFY(report.isProven());
        QCOMPARE(report.counts.erased.value(u"rejected"_s), 1);
        QCOMPARE(number(u"SELECT COUNT(*) FROM rejected WHERE LENGTH(body) = 0"_s), 1);
    }

    /// The audit log tells that, who and when, and whether it was the same number; not which.
    void theAuditLogHasAKeyedHash()
    {
        fill(Noon);
        const QString hash = eraseNumber(url(), canary(), {.atOnce = true, .by = u"somebody@here"_s}).numberHash;
        QVERIFY(!hash.isEmpty());
        {
            Connection connection(url(), Access::Read);
            const AuditEntry entry = loadAuditPage(connection, 0, 10).constFirst();
            QCOMPARE(entry.action, u"number erased"_s);
            QVERIFY(entry.detail.contains(hash) && entry.detail.contains(u"somebody@here"_s));
            QCOMPARE(connection.value(u"SELECT LENGTH(sealed) FROM erasure"_s).toInt(), 0);
        }
        QCOMPARE(eraseNumber(url(), *PersonNumber::parse(u"13812345678"_s), {.atOnce = true}).numberHash, hash);
        QVERIFY(eraseNumber(url(), *PersonNumber::parse(Other), {.atOnce = true}).numberHash != hash);
    }

    void aDryRunChangesNothing()
    {
        fill(Noon);
        fillTexts();
        const Images before = imagesOf(url());
        const EraseReport dry = eraseNumber(url(), canary(), {.isDryRun = true, .atOnce = true});
        QCOMPARE(imagesOf(url()), before);
        QCOMPARE(number(u"SELECT COUNT(*) FROM erasure"_s), 0);
        QCOMPARE(dry.counts.erased, eraseNumber(url(), canary(), {.atOnce = true}).counts.erased);
    }

    void aCancelledOneLeavesAllAsItWas()
    {
        fill(Noon);
        const Images before = imagesOf(url());
        int pieces = 0;
        const EraseOptions options{.atOnce = true, .cancelled = [&pieces] { return ++pieces == 3; }};
        QVERIFY_THROWS_EXCEPTION(QueryCancelled, eraseNumber(url(), canary(), options));
        QCOMPARE(imagesOf(url()), before);
        QCOMPARE(number(u"SELECT COUNT(*) FROM erasure"_s), 0);
    }

    /// Younger than 30 days: nothing shows it any more, a rebuild neither, and later it goes by itself.
    /// What was hidden by an earlier one is told, and goes with one that erases at once.
    void whatIsHiddenIsErasedOnDemand()
    {
        fill(QDateTime::currentMSecsSinceEpoch() - 1'000);
        const qint64 hidden = eraseNumber(url(), canary()).counts.hidden;
        QVERIFY(hidden > 0);
        QCOMPARE(eraseNumber(url(), canary(), {.isDryRun = true}).hiddenBefore, hidden);
        QCOMPARE(eraseNumber(url(), canary()).hiddenBefore, hidden);
        const EraseReport report = eraseNumber(url(), canary(), {.atOnce = true});
        QVERIFY2(report.isProven(), qPrintable(whyNot(report)));
        QCOMPARE(report.hiddenBefore, 0);
        QCOMPARE(report.counts.erased.value(u"push"_s), hidden);
        QCOMPARE(number(u"SELECT COUNT(*) FROM hidden_message"_s), 0);
        QCOMPARE(number(u"SELECT MAX(LENGTH(sealed)) FROM erasure"_s), 0);
        QCOMPARE(verifyStore(url()).differences, QStringList());
    }

    void youngCallsAreHiddenFirstAndErasedLater()
    {
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        fill(now - 1'000);
        const QString figures = figuresOf(url());
        const qint64 messages =
            eraseNumber(url(), canary(), {.isDryRun = true, .atOnce = true}).counts.erased.value(u"push"_s);
        const EraseReport report = eraseNumber(url(), canary());
        QVERIFY2(report.isProven(), qPrintable(whyNot(report)));
        QVERIFY(report.counts.hidden > 0);
        QCOMPARE(report.counts.erased.value(u"push"_s) + report.counts.hidden, messages); // one thing or the other
        QVERIFY(report.dueAt > now + EraseFloorMs - 60'000 && report.dueAt < now + EraseFloorMs + 60'000);
        checkNothingShown(figures);
        rebuildStore(url());
        checkNothingShown(figures);
        QVERIFY(number(u"SELECT COUNT(*) FROM hidden_message"_s) > 0);

        Connection(url(), Access::Write).execute(u"UPDATE erasure SET due_at = 1"_s);
        workOff();
        QCOMPARE(number(u"SELECT COUNT(*) FROM hidden_message"_s), 0);
        QCOMPARE(number(u"SELECT LENGTH(sealed) FROM erasure"_s), 0); // and with it the key to the messages
        checkNothingShown(figures);
        Connection connection(url(), Access::Read);
        QCOMPARE(loadAuditPage(connection, 0, 1)
                     .constFirst()
                     .detail.contains(u"\"had_been_hidden\":%1"_s.arg(report.counts.hidden)),
                 true);
    }

    /// A retry of the platform does not uncover a hidden call for long, and a call that is new stays.
    void hiddenCallsAreHiddenAgain()
    {
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        fill(now - 1'000);
        eraseNumber(url(), canary());
        TestCall repeat = personsCall(1), fresh = personsCall(90);
        commit({arrivalOf(repeat.outbound(), now + 60'000), arrivalOf(fresh.outbound(), now + 60'000)});
        QVERIFY(canary().isIn(imagesOf(url()).value(u"uuid-1"_s).fields.callee));
        workOff();
        const Images images = imagesOf(url());
        QVERIFY(!canary().isIn(images.value(u"uuid-1"_s).fields.callee));
        QVERIFY(!images.value(u"uuid-1"_s).fields.taskRowValue.contains(u"Wang"_s));
        QVERIFY(canary().isIn(images.value(u"uuid-90"_s).fields.callee));
        QCOMPARE(verifyStore(url()).differences, QStringList());
    }

    void callsThatComeLaterAreStoredAsUsual()
    {
        fill(Noon);
        eraseNumber(url(), canary(), {.atOnce = true});
        commit({arrivalOf(personsCall(90).outbound(), Noon + 5'000)});
        QVERIFY(canary().isIn(imagesOf(url()).value(u"uuid-90"_s).fields.callee));
        QCOMPARE(verifyStore(url()).differences, QStringList());
    }

    /// The writer does it between pushes, and does not write back what it remembers of the calls.
    void theWriterWorksOffWhatIsDue()
    {
        fill(Noon);
        {
            Connection connection(url(), Access::Write);
            connection.begin();
            ErasureTable::request(connection, canary(), u"somebody@here"_s, true, QDateTime::currentMSecsSinceEpoch());
            connection.commit();
        }
        StoreWriter writer(url());
        QVERIFY(writer.startAndWait(nullptr));
        QTRY_COMPARE_WITH_TIMEOUT(number(u"SELECT state FROM erasure"_s), 2, 60'000);
        auto sink = std::make_shared<CollectingSink>();
        TestCall other(20);
        Arrival arrival = arrivalOf(other.basic(), Noon + 9'000);
        arrival.sink = sink;
        QVERIFY(writer.offer(std::move(arrival)));
        QCOMPARE(sink->wait(1).size(), 1);
        writer.stop();
        Connection(url(), Access::Write).execute(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
        QCOMPARE(filesWithCanary(url()), QStringList());
        QCOMPARE(verifyStore(url()).differences, QStringList());
        QVERIFY(eraseNumber(url(), canary(), {.isDryRun = true, .atOnce = true}).counts.erased.isEmpty());
    }

    /// A clock that ran ahead must not erase what is kept for complaints: it waits until the clock is confirmed.
    void aWrongClockErasesNothing()
    {
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        fill(now - 1'000);
        const qint64 hidden = eraseNumber(url(), canary()).counts.hidden;
        QVERIFY(hidden > 0);
        FakeClocks time(now);
        {
            StoreWriter writer(url(), {.clocks = time.clocks()});
            QVERIFY(writer.startAndWait(nullptr)); // which notes the time
            writer.stop();
        }
        time.move(EraseFloorMs + 2 * DayMs);
        StoreWriter writer(url(), {.clocks = time.clocks()});
        QVERIFY(writer.startAndWait(nullptr));
        std::optional<FinishedErasure> other; // once that is done, the one that is due was looked at
        writer.eraseNumber(*PersonNumber::parse(u"19912345678"_s), true, &writer, {},
                           [&other](const FinishedErasure &erasure) { other = erasure; });
        QTRY_VERIFY_WITH_TIMEOUT(other.has_value(), 60'000);
        QCOMPARE(number(u"SELECT COUNT(*) FROM hidden_message"_s), hidden);
        writer.confirmClock();
        QTRY_COMPARE_WITH_TIMEOUT(number(u"SELECT COUNT(*) FROM hidden_message"_s), 0, 60'000);
        writer.stop();
    }

    /// Entered while the clock is ahead: messages of today look old, and are kept all the same.
    void anErasureUnderAWrongClockHides()
    {
        const qint64 now = QDateTime::currentMSecsSinceEpoch() - EraseFloorMs - 2 * DayMs; // by the true clock
        fill(now - 1'000);
        FakeClocks time(now);
        {
            StoreWriter writer(url(), {.clocks = time.clocks()});
            QVERIFY(writer.startAndWait(nullptr)); // which notes the time
            writer.stop();
        }
        time.move(EraseFloorMs + 2 * DayMs);
        StoreWriter writer(url(), {.clocks = time.clocks()});
        QVERIFY(writer.startAndWait(nullptr));
        std::optional<FinishedErasure> finished;
        writer.eraseNumber(canary(), false, &writer, {},
                           [&finished](const FinishedErasure &erasure) { finished = erasure; });
        QTRY_VERIFY_WITH_TIMEOUT(finished.has_value(), 60'000);
        QVERIFY(finished->counts.hidden > 0);
        QVERIFY(number(u"SELECT COUNT(*) FROM hidden_message"_s) > 0);
        writer.confirmClock();
        QTRY_COMPARE_WITH_TIMEOUT(number(u"SELECT COUNT(*) FROM hidden_message"_s), 0, 60'000);
        writer.stop();
    }

    /// A window that is open all day: nothing of the number is left in the log when it is said to be erased.
    void theLogOfARunningWriterIsEmptied()
    {
        fill(Noon);
        StoreWriter writer(url());
        QVERIFY(writer.startAndWait(nullptr));
        std::optional<FinishedErasure> finished;
        writer.eraseNumber(
            canary(), true, &writer, [](const QString &error) { QCOMPARE(error, QString()); },
            [&finished](const FinishedErasure &erasure) { finished = erasure; });
        QTRY_VERIFY_WITH_TIMEOUT(finished.has_value(), 60'000);
        QVERIFY(finished->counts.erased.value(u"call"_s) > 0);
        QCOMPARE(finished->dueAt, 0);
        QVERIFY(StoreBackend::of(url())->findBytes(canary().digits()).isEmpty());
        writer.stop();
    }

    /// A reader that looks at the store keeps the log; it is emptied when that has ended, and said only then.
    void aReaderDelaysTheAnswer()
    {
        fill(Noon);
        StoreWriter writer(url());
        QVERIFY(writer.startAndWait(nullptr));
        auto reader = std::make_unique<Connection>(url(), Access::Read);
        auto snapshot = std::make_unique<Snapshot>(*reader);
        reader->value(u"SELECT COUNT(*) FROM call"_s);
        bool isErased = false;
        writer.eraseNumber(canary(), true, &writer, {}, [&isErased](const FinishedErasure &) { isErased = true; });
        QTRY_COMPARE_WITH_TIMEOUT(number(u"SELECT COUNT(*) FROM erasure WHERE state = 2"_s), 1, 60'000);
        QVERIFY(!StoreBackend::of(url())->findBytes(canary().digits()).isEmpty());
        QVERIFY(!isErased);
        snapshot.reset();
        reader.reset();
        QTRY_VERIFY_WITH_TIMEOUT(isErased, 60'000);
        QVERIFY(StoreBackend::of(url())->findBytes(canary().digits()).isEmpty());
        writer.stop();
    }

    /// Every column that can hold a text is looked through, or it is said here why not.
    void everyTextColumnIsThoughtOf()
    {
        commit({arrivalOf(TestCall(1).outbound())});
        const QStringList lookedThrough = ErasureJob::textColumns();
        QStringList left;
        for (const QString &column : textColumns(url())) {
            if (!lookedThrough.contains(column) && !ByCode.contains(column) && !WithoutNumbers.contains(column))
                left.append(column);
        }
        QCOMPARE(left, QStringList());
        for (const QString &column : lookedThrough + ByCode + WithoutNumbers)
            QVERIFY2(textColumns(url()).contains(column), qPrintable(column)); // no list outlives its column
        Connection(url(), Access::Write).execute(u"CREATE TABLE note (id INTEGER, words TEXT)"_s); // the control
        QVERIFY(textColumns(url()).contains(u"note.words"_s));
    }

    void whatCannotBeReadIsTold()
    {
        fill(Noon);
        Connection(url(), Access::Write)
            .execute(
                u"UPDATE push SET segment = 'x' || segment WHERE first_push = (SELECT MIN(first_push) FROM push)"_s);
        const EraseReport report = eraseNumber(url(), canary(), {.atOnce = true});
        QCOMPARE(report.counts.damage.size(), 1);
        QVERIFY(!report.isProven());
    }

    void namesOfCallsStayAndAreTold()
    {
        TestCall call(1);
        call.set(u"call_uuid"_s, QString::fromLatin1("id-" + Canary));
        commit({arrivalOf(call.outbound())});
        const EraseReport report = eraseNumber(url(), canary(), {.atOnce = true});
        QCOMPARE(report.counts.namesLeft, 1);
        QCOMPARE(report.counts.campaignsLeft, 0);
        QVERIFY(!report.isProven());
        QVERIFY(!report.found.isEmpty());
    }

    void namesOfCampaignsStayAndAreTold()
    {
        TestCall call(1);
        call.set(u"task_id"_s, QString::fromLatin1(Canary));
        commit({arrivalOf(call.outbound())});
        const EraseReport report = eraseNumber(url(), canary(), {.atOnce = true});
        QCOMPARE(report.counts.campaignsLeft, 1);
        QVERIFY(!report.isProven());
    }

    void itNeedsTheStoreForItself()
    {
        fill(Noon);
        const auto lock = StoreBackend::of(url())->lock();
        QVERIFY_THROWS_EXCEPTION(StoreError, eraseNumber(url(), canary()));
        QVERIFY(!eraseNumber(url(), canary(), {.isDryRun = true}).counts.erased.isEmpty());
    }

private:
    StoreUrl url() const { return m_fixture->url(); }

    qint64 number(const QString &sql)
    {
        Connection connection(url(), Access::Read);
        return connection.value(sql).toLongLong();
    }

    void commit(const QList<Arrival> &batch)
    {
        Connection connection(url(), Access::Write);
        migrateSchema(connection);
        BatchApplier applier(connection);
        applier.load();
        applier.apply(batch);
    }

    static TestCall personsCall(int index)
    {
        TestCall call(index);
        call.set(u"callee"_s, QString::fromLatin1(Canary));
        call.set(u"task_row_value"_s, QJsonArray{QString::fromLatin1(Canary), u"Wang"_s});
        return call;
    }

    /// Each call has the number somewhere else; uuid-20 is of somebody else.
    void fill(qint64 at)
    {
        TestCall plain = personsCall(1), written = personsCall(2), inRow(3), inExtra(4), inbound(5), inId(6),
                 inWords(7), overwritten(8), inHead(9), stranger(20);
        written.set(u"callee"_s, u"+86 138-1234-5678"_s);
        inRow.set(u"task_row_value"_s, QJsonArray{u"１３８１２３４５６７８"_s, u"Wang"_s});
        inExtra.set(u"x_note"_s, QJsonObject{{u"back"_s, QJsonArray{13'812'345'678.0}}, {u"who"_s, u"Wang"_s}});
        inExtra.set(u"task_row_value"_s, QJsonArray{u"1"_s, u"Wang"_s});
        inbound.set(u"caller"_s, QString::fromLatin1(Canary));
        inbound.set(u"direction"_s, 1);
        inId.set(u"task_data_id"_s, QString::fromLatin1(Canary));
        inWords.set(u"task_result_desc"_s, u"call 138 1234 5678 back"_s);
        inHead.set(u"task_row_head"_s, QJsonArray{QString::fromLatin1(Canary), u"name"_s});
        stranger.set(u"callee"_s, Other);
        stranger.set(u"task_row_value"_s, QJsonArray{Other, u"Wang"_s});
        QByteArray escaped = plain.basic();
        escaped.replace("\"callee\":\"1", "\"callee\":\"\\u0031");
        QList<Arrival> first{arrivalOf(escaped, at), arrivalOf(plain.outbound(), at)};
        TestCall before = overwritten;
        before.set(u"task_row_value"_s, QJsonArray{QString::fromLatin1(Canary), u"Wang"_s});
        first << arrivalOf(overwritten.basic(), at) << arrivalOf(before.outbound(), at);
        commit(first);
        QList<Arrival> second;
        for (const TestCall &call : {written, inRow, inExtra, inId, inWords, overwritten, inHead, stranger})
            second.append(arrivalOf(call.outbound(), at + 10));
        second << arrivalOf(inbound.basic(), at + 10) << arrivalOf(QByteArray("not JSON: 138-1234 5678"), at + 10)
               << arrivalOf(QByteArray("not JSON: ") + wide(Canary), at + 10) << arrivalOf("not JSON", at + 10);
        commit(second);
    }

    void fillTexts()
    {
        Connection connection(url(), Access::Write);
        const QString digits = QString::fromLatin1(Canary);
        connection.execute(u"INSERT INTO audit (at, action, detail) VALUES (1, 'x', 'search for %1')"_s.arg(digits));
        connection.execute(u"INSERT INTO alert (raised_at, rule_id, task_id, detail) VALUES (1, 2, '', "
                           "'{\"line\":\"0086%1\",\"at\":1790000000000}')"_s.arg(digits));
        connection.execute(
            u"INSERT INTO report_schedule (id, definition) VALUES (7, '{\"filter\":{\"callee\":\"%1\"}}')"_s.arg(
                digits));
        connection.execute(u"UPDATE task SET alias = 'for %1'"_s.arg(digits));
    }

    void checkNothingShown(const QString &figures)
    {
        QCOMPARE(figuresOf(url()), figures);
        QCOMPARE(verifyStore(url()).differences, QStringList());
        Connection connection(url(), Access::Read);
        const NumberEraser eraser(canary(), "");
        for (const CallRecord &call : loadCallPage(connection, {}, {}, 1'000)) {
            QVERIFY2(!eraser.isOf(call), qPrintable(call.fields.callUuid));
            const RawMessages raw = loadRawMessages(connection, call);
            QVERIFY(!eraser.isIn(raw.basic.body) && !eraser.isIn(raw.outbound.body));
        }
        for (const NumberedMessage &message : loadLatestMessages(connection, 100))
            QVERIFY(!eraser.isIn(message.entry.body));
        CallFilter filter;
        filter.callee = QString::fromLatin1(Canary);
        QVERIFY(loadCallPage(connection, filter, {}, 10).isEmpty());
        QCOMPARE(filesWithCanary(url()), QStringList());
    }

    /// What the writer does while nothing arrives.
    void workOff()
    {
        Connection connection(url(), Access::Write);
        ErasureUpkeep upkeep(connection);
        for (int slice = 0; slice < 20; ++slice) {
            connection.begin();
            upkeep.slice(QDateTime::currentMSecsSinceEpoch());
            connection.commit();
        }
        connection.execute(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    }

    static QString whyNot(const EraseReport &report)
    {
        QStringList why;
        for (auto it = report.remaining.cbegin(); it != report.remaining.cend(); ++it)
            why.append(u"%1: %2"_s.arg(it.key()).arg(it.value()));
        for (const FoundBytes &found : report.found)
            why.append(u"%1: %2 places"_s.arg(found.file).arg(found.places));
        return why.join(u"; "_s) + report.counts.damage.join(u"; "_s);
    }

    std::unique_ptr<StoreFixture> m_fixture;
};

QTEST_GUILESS_MAIN(TestStoreErase)
#include "test_store_erase.moc"
