// SPDX-License-Identifier: GPL-3.0-or-later
#include "csv_reader.h"
#include "payloads.h"
#include "report/csv/csv_text.h"
#include "report/definition/call_columns.h"
#include "report/report_formats.h"

#include <QBuffer>
#include <QRegularExpression>
#include <QTest>

using namespace callboard;
using namespace Qt::StringLiterals;

namespace {

CallRecord specExample()
{
    PartMessage message{.part = Part::Outbound, .fields = {}, .extra = {{u"new_field"_s, 7}}};
    CallFields &f = message.fields;
    f.callUuid = u"123425c-6483-11e8-b8fa-2769c24918cd"_s;
    f.caller = u"055196866001"_s;
    f.callee = u"19900000001"_s;
    f.timeDial = 1527737756729;
    f.timeRing = 1527737757449;
    f.timeAnswer = 1527737763429;
    f.timeHangup = 1527737784829;
    f.durationCall = 28;
    f.taskResult = u"0"_s;
    f.taskRowIndex = 34951420;
    f.taskRowHead = {u"客户手机号码"_s, u"装货时间"_s};
    f.taskRowValue = {u"0271111111"_s, u"3月13日"_s};
    for (const Field field : {Field::CallUuid, Field::Caller, Field::Callee, Field::TimeDial, Field::TimeRing,
                              Field::TimeAnswer, Field::TimeHangup, Field::DurationCall, Field::TaskResult,
                              Field::TaskRowIndex, Field::TaskRowHead, Field::TaskRowValue})
        f.presentFields.add(field);
    CallRecord call;
    mergeInto(call, message, f.timeHangup + 500, 1);
    return call;
}

CallRecord withRow(const QStringList &head, const QStringList &value)
{
    CallRecord call;
    call.fields.taskRowHead = head;
    call.fields.taskRowValue = value;
    return call;
}

ReportRequest csvRequest()
{
    ReportRequest request;
    request.zone = QTimeZone("Asia/Shanghai");
    return request;
}

QHash<QString, QString> writtenCells(const CallRecord &call)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const auto csv = makeReportWriter(csvRequest(), buffer);
    csv->begin({});
    csv->beginTable({});
    CustomerColumns customer;
    customer.add(call);
    const auto columns = callColumns(QTimeZone("Asia/Shanghai"));
    QStringList titles;
    for (const CallColumn &column : columns) {
        titles.append(column.title);
        column.write(*csv, call);
    }
    const QStringList customerCells = customer.cells(call);
    for (const QString &cell : customerCells)
        csv->text(cell);
    titles += customer.titles();
    csv->endRow();
    csv->finish();
    const QStringList cells = readCsv(buffer.data().mid(3)).value(1);
    QHash<QString, QString> result;
    for (qsizetype i = 0; i < titles.size(); ++i)
        result.insert(titles.at(i), cells.value(i));
    return result;
}

} // namespace

class TestCallColumns : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void specExampleIsComplete();
    void everyTextColumnIsHarmless();
    void headsBecomeAUnion();
    void repeatedAndMissingNames();
    void tooManyNamesBecomeJson();
};

void TestCallColumns::specExampleIsComplete()
{
    const auto cells = writtenCells(specExample());
    QCOMPARE(cells.value(u"call_uuid"_s), u"123425c-6483-11e8-b8fa-2769c24918cd"_s);
    QCOMPARE(cells.value(u"time_hangup"_s), u"2018-05-31 11:36:24"_s);
    QCOMPARE(cells.value(u"duration_call"_s), u"28"_s);
    QCOMPARE(cells.value(u"talk_seconds"_s), u"21.400"_s);
    QCOMPARE(cells.value(u"ring_after_seconds"_s), u"0.720"_s);
    QCOMPARE(cells.value(u"answer_after_seconds"_s), u"6.700"_s);
    QCOMPARE(cells.value(u"parts"_s), u"outbound"_s);
    QCOMPARE(cells.value(u"class"_s), u"Connected"_s);
    QCOMPARE(cells.value(u"unknown_fields"_s), u"{\"new_field\":7}"_s);
    QCOMPARE(cells.value(u"time_zone"_s), u"Asia/Shanghai"_s);
    QCOMPARE(plainText(cells.value(u"customer.客户手机号码"_s)), u"0271111111"_s);
    QCOMPARE(cells.value(u"customer.客户手机号码"_s), u"0271111111\t"_s);
    QCOMPARE(plainText(cells.value(u"caller"_s)), u"055196866001"_s);
    QVERIFY(!cells.contains(u"task_row_head"_s));
    QVERIFY2(cells.value(u"app_id"_s).isEmpty(), "a field that was not said stays empty");
}

void TestCallColumns::everyTextColumnIsHarmless()
{
    for (const QString &payload : injectionPayloads()) {
        CallRecord call = withRow({payload}, {payload});
        for (const FieldInfo &info : fieldTable()) {
            call.fields.presentFields.add(info.field);
            if (const auto *text = std::get_if<QString CallFields::*>(&info.member))
                call.fields.*(*text) = payload;
        }
        const auto cells = writtenCells(call);
        for (auto it = cells.begin(); it != cells.end(); ++it) {
            const QString cell = it.value();
            const bool harmless = cell.isEmpty() || cell.front() == u'\'' || cell.front().isLetterOrNumber();
            QVERIFY2(harmless, qPrintable(it.key() + u": "_s + cell));
        }
        QCOMPARE(plainText(cells.value(u"callee"_s)), payload);
    }
}

void TestCallColumns::headsBecomeAUnion()
{
    CustomerColumns columns;
    const CallRecord first = withRow({u"电话"_s, u"城市"_s}, {u"1"_s, u"京"_s});
    const CallRecord second = withRow({u"城市"_s, u"金额"_s}, {u"沪"_s, u"5"_s});
    columns.add(first);
    columns.add(second);
    columns.add(CallRecord());
    QCOMPARE(columns.titles(), QStringList({u"customer.电话"_s, u"customer.城市"_s, u"customer.金额"_s}));
    QCOMPARE(columns.cells(first), QStringList({u"1"_s, u"京"_s, u""_s}));
    QCOMPARE(columns.cells(second), QStringList({u""_s, u"沪"_s, u"5"_s}));
    QCOMPARE(columns.cells(CallRecord()), QStringList({u""_s, u""_s, u""_s}));
}

void TestCallColumns::repeatedAndMissingNames()
{
    CustomerColumns columns;
    const CallRecord longer = withRow({u"电话"_s, u"电话"_s}, {u"1"_s, u"2"_s, u"3"_s});
    const CallRecord shorter = withRow({u"电话"_s, u"电话"_s}, {u"9"_s});
    columns.add(longer);
    columns.add(shorter);
    QCOMPARE(columns.titles(), QStringList({u"customer.电话"_s, u"customer.电话 (2)"_s, u"customer.#3"_s}));
    QCOMPARE(columns.cells(longer), QStringList({u"1"_s, u"2"_s, u"3"_s}));
    QCOMPARE(columns.cells(shorter), QStringList({u"9"_s, u""_s, u""_s}));
}

void TestCallColumns::tooManyNamesBecomeJson()
{
    CustomerColumns columns;
    for (int i = 0; i <= CustomerColumns::MostColumns; ++i)
        columns.add(withRow({u"c%1"_s.arg(i)}, {u"v"_s}));
    QVERIFY(!columns.isSpread());
    QCOMPARE(columns.titles(), QStringList(u"customer"_s));
    QCOMPARE(columns.cells(withRow({u"甲"_s}, {u"=1"_s})), QStringList(u"{\"甲\":\"=1\"}"_s));
}

QTEST_GUILESS_MAIN(TestCallColumns)
#include "test_call_columns.moc"
