// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/calling_hours_text.h"
#include "campaign/task_import.h"

#include <QRandomGenerator>
#include <QTest>

using namespace callboard;
using namespace Qt::StringLiterals;

class TestTaskImport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsAllColumns();
    void readsChineseHeadsInAnyOrder();
    void whatIsNotSaidStaysOpen();
    void problemsAreToldByLine();
    void aRepeatedTaskNamesItsFirstLine();
    void anOpenQuotationMarkIsOneProblem();
    void messagesStayShortWhateverTheFileHolds();
    void filesThatCantBeTaken_data();
    void filesThatCantBeTaken();
    void listSizes();
    void successRules();
    void anyBytesGiveAnAnswer();
};

void TestTaskImport::readsAllColumns()
{
    const TaskImport read = readTaskImport("task_id,alias,list_size,calling_hours,success_rule\n"
                                           "1001,\"Spring, renewals\",\"12,500\",Mon-Fri 09:00-20:00,0 19\n"
                                           "\n"
                                           "  1002  ,x,0,,\n");
    QVERIFY2(read.canBeTaken(), qPrintable(read.problem));
    QCOMPARE(read.tasks.size(), 2);
    const ImportedTask &first = read.tasks[0];
    QCOMPARE(first.line, 2);
    QCOMPARE(first.taskId, u"1001"_s);
    QCOMPARE(first.alias, u"Spring, renewals"_s);
    QCOMPARE(first.listSize, 12'500);
    QCOMPARE(first.callingHours, readCallingHours(u"1-5 09:00-20:00"_s));
    QCOMPARE(first.successCodes, (QStringList{u"0"_s, u"19"_s}));
    QCOMPARE(read.tasks[1].line, 4);
    QCOMPARE(read.tasks[1].taskId, u"1002"_s);
    QCOMPARE(read.tasks[1].listSize, 0);
}

void TestTaskImport::readsChineseHeadsInAnyOrder()
{
    const TaskImport read = readTaskImport(
        u"名单数量\t备注\t任务ID\t任务名称\t呼叫时段\t成功规则\n500\t\t7\t春季回访\t每天 9:00-21:00\t0、19\n"_s
            .toUtf8());
    QVERIFY2(read.canBeTaken(), qPrintable(read.problem));
    QCOMPARE(read.ignoredColumns, QStringList{u"备注"_s});
    QCOMPARE(read.tasks[0].taskId, u"7"_s);
    QCOMPARE(read.tasks[0].alias, u"春季回访"_s);
    QCOMPARE(read.tasks[0].listSize, 500);
    QCOMPARE(callingHoursText(*read.tasks[0].callingHours), u"daily 09:00–21:00"_s);
    QCOMPARE(read.tasks[0].successCodes, (QStringList{u"0"_s, u"19"_s}));
}

void TestTaskImport::whatIsNotSaidStaysOpen()
{
    const TaskImport read = readTaskImport("Task ID;Alias\n7;\n");
    QVERIFY(read.canBeTaken());
    QCOMPARE(read.tasks[0].taskId, u"7"_s);
    QVERIFY(!read.tasks[0].alias);
    QVERIFY(!read.tasks[0].listSize);
    QVERIFY(!read.tasks[0].callingHours);
    QVERIFY(!read.tasks[0].successCodes);
}

void TestTaskImport::problemsAreToldByLine()
{
    const TaskImport read = readTaskImport("task_id,alias,list_size,calling_hours,success_rule\n"
                                           "1,a,many,sometimes,yes\n"
                                           ",b,1,,\n"
                                           "1.23457E+12,c,1,,\n"
                                           "4,\"d\ne\",1,,\n"
                                           "5,ok,1,,0\n"
                                           "6,f,-1,,\n"
                                           "7,g,1000000001,,\n"
                                           "8,\"open,1,,0\n");
    QVERIFY(read.problem.isEmpty());
    QVERIFY(!read.canBeTaken());
    QCOMPARE(read.tasks.size(), 8);
    QCOMPARE(read.linesWithProblems(), 7);
    QCOMPARE(read.tasks[0].problems.size(), 3);
    QVERIFY(read.tasks[0].problems[0].contains(u"\"many\""_s));
    QVERIFY(read.tasks[2].problems[0].contains(u"rounded"_s));
    QVERIFY(read.tasks[4].problems.isEmpty());
    QCOMPARE(read.tasks[4].line, 7);
}

void TestTaskImport::aRepeatedTaskNamesItsFirstLine()
{
    const TaskImport read = readTaskImport("task_id\n7\n8\n7\n");
    QVERIFY(!read.canBeTaken());
    QCOMPARE(read.linesWithProblems(), 1);
    QVERIFY(read.tasks[2].problems[0].contains(u"line 2"_s));
}

void TestTaskImport::anOpenQuotationMarkIsOneProblem()
{
    // The rest of the file stands in one cell, and must neither be judged nor shown whole.
    const TaskImport read = readTaskImport("task_id,list_size\n7,100\n\"8,200\n" + QByteArray("9,x\n").repeated(1'000));
    QVERIFY(!read.canBeTaken());
    QCOMPARE(read.tasks.size(), 2);
    QCOMPARE(read.tasks[1].problems.size(), 1);
    QVERIFY(read.tasks[1].problems[0].contains(u"quotation mark"_s));
    QVERIFY(read.tasks[1].taskId.size() <= LongestTaskText);
}

void TestTaskImport::messagesStayShortWhateverTheFileHolds()
{
    const QByteArray longCell(50'000, 'x');
    QByteArray head = "task_id,list_size,success_rule";
    for (int i = 0; i < 200; ++i)
        head += ",column" + QByteArray::number(i) + longCell;
    const TaskImport read = readTaskImport(head.left(1'000'000) + "\n7," + longCell + ',' + longCell + '\n');
    QVERIFY(!read.canBeTaken());
    QCOMPARE(read.ignoredColumns.size(), 20);
    for (const QString &column : read.ignoredColumns)
        QVERIFY(column.size() <= LongestTaskText);
    QCOMPARE(read.tasks.size(), 1);
    QCOMPARE(read.tasks[0].problems.size(), 2);
    for (const QString &problem : read.tasks[0].problems)
        QVERIFY2(problem.size() < 2 * LongestTaskText + 200, qPrintable(QString::number(problem.size())));
}

void TestTaskImport::filesThatCantBeTaken_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("blank") << QByteArray("\n \n,,\n");
    QTest::newRow("no head") << QByteArray("7,Spring,100\n8,Summer,200\n");
    QTest::newRow("no task_id") << QByteArray("alias,list_size\nSpring,100\n");
    QTest::newRow("head only") << QByteArray("task_id,alias\n");
    QTest::newRow("one column twice") << QByteArray("task_id,task id\n7,8\n");
    QTest::newRow("a spreadsheet's own file") << QByteArray("PK\x03\x04\x00\x00\xff\xff", 8);
    QTest::newRow("too large") << QByteArray(9 * 1024 * 1024, 'a');
    QTest::newRow("too many lines, most of them blank") << "task_id\n7\n" + QByteArray("\n").repeated(20'010) + "8\n";
    QTest::newRow("too many lines") << "task_id\n" + QByteArray("7\n").repeated(20'001);
}

void TestTaskImport::filesThatCantBeTaken()
{
    QFETCH(QByteArray, bytes);
    const TaskImport read = readTaskImport(bytes);
    QVERIFY(!read.canBeTaken());
    QVERIFY(!read.problem.isEmpty());
}

void TestTaskImport::listSizes()
{
    QCOMPARE(readListSize(u"12000"_s), 12'000);
    QCOMPARE(readListSize(u" 1,234,567 "_s), 1'234'567);
    QCOMPARE(readListSize(u"12 000"_s), 12'000);
    for (const QString &text : {u"1,2,3"_s, u"12.5"_s, u"-3"_s, u""_s, u"1e6"_s, u"99999999999999999999"_s})
        QVERIFY2(!readListSize(text), qPrintable(text));
}

void TestTaskImport::successRules()
{
    QCOMPARE(readSuccessRule(u"0"_s), QStringList{u"0"_s});
    QCOMPARE(readSuccessRule(u"0; 19|-1 / 0"_s), (QStringList{u"0"_s, u"19"_s, u"-1"_s}));
    QCOMPARE(readSuccessRule(u" "_s), QStringList());
    for (const QString &text : {u"ok"_s, u"0 and 19"_s, u"123456"_s, u"1.5"_s})
        QVERIFY2(!readSuccessRule(text), qPrintable(text));
}

void TestTaskImport::anyBytesGiveAnAnswer()
{
    QRandomGenerator random(7);
    const QByteArray good("task_id,alias,list_size,calling_hours,success_rule\n7,\"a\",12,Mon 09:00-10:00,0\n");
    for (int i = 0; i < 3'000; ++i) {
        QByteArray bytes = good;
        for (int n = random.bounded(1, 6); n > 0; --n)
            bytes[random.bounded(bytes.size())] = static_cast<char>(random.bounded(256));
        const TaskImport read = readTaskImport(bytes.left(random.bounded(bytes.size() + 1)));
        QVERIFY(read.canBeTaken() || !read.problem.isEmpty() || read.linesWithProblems() > 0);
    }
}

QTEST_GUILESS_MAIN(TestTaskImport)
#include "test_task_import.moc"
