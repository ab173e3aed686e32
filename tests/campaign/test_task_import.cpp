// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/calling_hours_text.h"
#include "campaign/task_import.h"

#include <QFile>
#include <QRandomGenerator>
#include <QStringEncoder>
#include <QTest>

using namespace callboard;
using namespace Qt::StringLiterals;

namespace {

/// "H2 春/1200; !3; -4": what is taken, and the lines that are refused or left out.
QString summary(const TaskImport &read)
{
    QMap<int, QString> lines;
    for (const ImportedTask &task : read.tasks) {
        QString said = task.taskId;
        if (task.alias)
            said += u' ' + *task.alias;
        if (task.listSize)
            said += u'/' + QString::number(*task.listSize);
        lines.insert(task.line, task.problems.isEmpty() ? said : u"!%1"_s.arg(task.line));
    }
    for (const SkippedLine &line : read.skipped)
        lines.insert(line.line, u"-%1"_s.arg(line.line));
    return QStringList(lines.values()).join(u"; "_s);
}

int notesOf(const TaskImport &read)
{
    int notes = 0;
    for (const ImportedTask &task : read.tasks)
        notes += static_cast<int>(task.notes.size());
    return notes;
}

QByteArray fileOf(const QString &name)
{
    QFile file(QStringLiteral(CALLBOARD_TEST_DATA "/campaign_lists/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray encoded(const char *encoding, const QString &text)
{
    return QStringEncoder(encoding)(text);
}

} // namespace

class TestTaskImport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsAllColumns();
    void readsChineseHeadsInAnyOrder();
    void whatIsNotSaidStaysOpen();
    void problemsAreToldByLine();
    void aRepeatedTaskNamesItsFirstLine();
    void anOpenQuotationMarkIsAProblemOfItsLine();
    void oneBadLineDoesNotBlockTheOthers();
    void messagesStayShortWhateverTheFileHolds();
    void listsOfSpreadsheets_data();
    void listsOfSpreadsheets();
    void tables_data();
    void tables();
    void linesThatAreNoCampaign_data();
    void linesThatAreNoCampaign();
    void ids_data();
    void ids();
    void heads_data();
    void heads();
    void namesAndSizes_data();
    void namesAndSizes();
    void knownIdsStay();
    void theChosenEncodingDecides();
    void leftOutLinesAreBounded();
    void hostileListsEnd_data();
    void hostileListsEnd();
    void longCellsEnd();
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
    QVERIFY(read.canBeTaken());
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
    QCOMPARE(read.linesWithProblems(), 1);
    QVERIFY(read.tasks[2].problems[0].contains(u"line 2"_s));
}

void TestTaskImport::anOpenQuotationMarkIsAProblemOfItsLine()
{
    const TaskImport read = readTaskImport("task_id,list_size\n7,100\n\"8,200\n9,300\n10,\"4\"00\n11,500\n");
    QCOMPARE(summary(read), u"7/100; !3; 9/300; !5; 11/500"_s);
    QVERIFY(read.tasks[1].problems[0].contains(u"quotation mark"_s));
    QCOMPARE(read.tasks[1].problems.size(), 1);
}

void TestTaskImport::oneBadLineDoesNotBlockTheOthers()
{
    const TaskImport read = readTaskImport("task_id,list_size\n7,many\n7,100\n8,200,300\n9,300\n");
    QVERIFY(read.canBeTaken());
    QCOMPARE(summary(read), u"!2; 7/100; !4; 9/300"_s); // a line that is not taken repeats none
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

/// Each file is one case of its kind; the tables below have more.
void TestTaskImport::listsOfSpreadsheets_data()
{
    QTest::addColumn<QString>("taken");
    QTest::addColumn<int>("notes");
    QTest::newRow("ascii_heads_gbk.csv") << u"H2 双十一/1200; H3 通知/300; H4 学习/50"_s << 0;
    QTest::newRow("equals_quoted.csv") << u"1002 春季回访/1200; 0017 秋季回访/300"_s << 3;
    QTest::newRow("title_and_total.csv") << u"-1; H2 春季回访/1200; H3 秋季回访/300; -6; -7"_s << 0;
    QTest::newRow("invisible_characters.csv") << u"H2 春季/1200; H3 秋季/300; H4 冬季/50; H5 夏季/1200"_s << 4;
    QTest::newRow("heads_with_marks.csv") << u"H2 春季回访/1200"_s << 0;
    QTest::newRow("rounded_ids.csv") << u"!2; !3; !4; !5; !6; !7"_s << 0;
}

void TestTaskImport::listsOfSpreadsheets()
{
    const TaskImport read = readTaskImport(fileOf(QString::fromLatin1(QTest::currentDataTag())));
    QVERIFY2(read.problem.isEmpty(), qPrintable(read.problem));
    QTEST(summary(read), "taken");
    QTEST(notesOf(read), "notes");
}

void TestTaskImport::tables_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("taken");
    const QString list = u"任务ID,任务名称,名单量\r\nH2,春季回访,1200\r\nH3,通知,300\r\n"_s;
    const QString traditional = u"任務編號,任務名稱,名單數量\r\nH2,雙十一,1200\r\n"_s;
    const QString taken = u"H2 春季回访/1200; H3 通知/300"_s;
    QTest::newRow("UTF-8") << list.toUtf8() << taken;
    QTest::newRow("GBK") << encoded("GB18030", list) << taken;
    QTest::newRow("UTF-16 LE without mark") << encoded("UTF-16LE", list) << taken;
    QTest::newRow("UTF-16 BE without mark") << encoded("UTF-16BE", list) << taken;
    QTest::newRow("Big5") << encoded("Big5", traditional) << u"H2 雙十一/1200"_s;
    QTest::newRow("traditional in GBK") << encoded("GB18030", traditional) << u"H2 雙十一/1200"_s;
    QTest::newRow("Big5 under ASCII heads")
        << encoded("Big5", u"task_id,name\nH2,電話通知\nH3,客戶\n"_s) << u"H2 電話通知; H3 客戶"_s;
    QTest::newRow("one byte lost") << encoded("GB18030", list).replace("\xcd\xa8\xd6\xaa", "\xcd\xa8\xd6")
                                   << u"H2 春季回访/1200; !3"_s;
    QTest::newRow("separator named") << "sep=;\r\n" + list.toUtf8().replace(',', ';')
                                     << u"-1; H2 春季回访/1200; H3 通知/300"_s;
    QTest::newRow("wide commas") << list.toUtf8().replace(",", "，") << taken;
    QTest::newRow("tabs") << encoded("GB18030", list).replace(',', '\t') << taken;
    QTest::newRow("bars") << list.toUtf8().replace(',', '|') << taken;
    QTest::newRow("commas in the title") << u"名单，共2个,a,b,c,d\n任务ID;名称;名单量\nH2;春;1200\n"_s.toUtf8()
                                         << u"-1; H2 春/1200"_s;
    QTest::newRow("title and hints above")
        << "2025,,\n" + u"请勿修改表头,,\n"_s.toUtf8() + list.toUtf8() << u"-1; -2; H2 春季回访/1200; H3 通知/300"_s;
    QTest::newRow("title like a head") << u"任务,,\n"_s.toUtf8() + list.toUtf8()
                                       << u"-1; H2 春季回访/1200; H3 通知/300"_s;
    QTest::newRow("two lines of heads") << QByteArray("任务,,名单,\n编号,名称,数量,备注\nH2,春,1200,x\n")
                                        << u"H2 春/1200"_s;
    QTest::newRow("heads partly below") << QByteArray("任务ID,任务名称,名单,\n,,数量,已拨\nH2,春,1200,7\n")
                                        << u"H2 春/1200"_s;
    QTest::newRow("groups above the heads")
        << QByteArray("基本信息,,名单\n任务ID,名称,名单量\nH2,春,1200\n") << u"-1; H2 春/1200"_s;
    QTest::newRow("a line break in a head")
        << QByteArray("\"任务\nID\",名称,\"名单量\n(条)\"\nH2,春,1200\n") << u"H2 春/1200"_s;
    QTest::newRow("heads in two languages")
        << QByteArray("任务ID,名称,名单量\ntask_id,alias,list_size\nH2,春,1200\n") << u"-2; H2 春/1200"_s;
    QTest::newRow("a further table in another order")
        << QByteArray("任务ID,名称,名单量\nH2,春,1200\n\n名单量,名称,任务ID\n300,秋,H3\n")
        << u"H2 春/1200; -4; H3 秋/300"_s;
    QTest::newRow("name and id of our report")
        << QByteArray("任务,任务 ID,名单数量\n春,H2,1200\n合计,,1200\n") << u"H2/1200; -3"_s;
    QTest::newRow("more cells than columns")
        << QByteArray("task_id,name,list_size\nH2,春,1,200\nH3,秋,300,\n") << u"!2; H3 秋/300"_s;
}

void TestTaskImport::tables()
{
    QFETCH(QByteArray, bytes);
    const TaskImport read = readTaskImport(bytes);
    QVERIFY2(read.problem.isEmpty(), qPrintable(read.problem));
    QTEST(summary(read), "taken");
}

void TestTaskImport::linesThatAreNoCampaign_data()
{
    QTest::addColumn<QString>("line");
    for (const char *line : {"合计,,1500",
                             "合 计,,1500",
                             "总计：,,1500",
                             "小计,,300",
                             "共计（2个）,,1500",
                             "華東小計,,300",
                             "Total,,1500",
                             "Grand total:,,1500",
                             "2,合计,1500",
                             ",合计,1500",
                             "制表：王五,,",
                             "制表：王五,审核：李四,",
                             "审核人,李四,",
                             "制表人：王五  日期：2025-11-30,,",
                             "日期：2025年11月30日,,",
                             "备注：名单量以月底为准,,",
                             "注,,",
                             "以上数据截至11月30日,,",
                             "以下空白,,",
                             "——以下空白——,,",
                             "第1页 共3页,,",
                             "Prepared by: Wang,,",
                             "Note: see sheet 2,,",
                             "Page 1 of 3,,",
                             "华东区,,",
                             "必填,选填,选填",
                             "（必填）,,",
                             "文本,文本,数字",
                             "string,string,int",
                             "例：H2,春季回访,1200",
                             "例如：1001,春季回访,1200",
                             "如：H2,春,1",
                             "请填写任务编号,不超过50字,整数",
                             "示例,春季回访,1200",
                             "（系统中的编号）,（名称）,3",
                             "H1（示例）,春季,100",
                             "最多20个字符,,",
                             "-----,-----,-----",
                             "任务ID,任务名称,名单量",
                             ",制表：王五,",
                             "★,,"})
        QTest::newRow(line) << QString::fromUtf8(line);
}

void TestTaskImport::linesThatAreNoCampaign()
{
    QFETCH(QString, line);
    const TaskImport read = readTaskImport(u"任务ID,任务名称,名单量\nH2,春,1200\n%1\nH3,秋,300\n"_s.arg(line).toUtf8());
    QCOMPARE(summary(read), u"H2 春/1200; -3; H3 秋/300"_s);
    QVERIFY(!read.skipped[0].reason.isEmpty());
    QVERIFY(!read.skipped[0].text.isEmpty());
}

void TestTaskImport::ids_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("taken"); // empty: refused
    QTest::addColumn<bool>("noted");
    for (const char *cell :
         {"H2", "1002", "0017", "7", "H2-123456", "2025-11", "20251102", "10.2", "1E5", "MAR-25", "a b", "春季",
          "123456789012345678", "#7", "x=1", "H2_春季", "审核通知-01", "TotalCare-1", "中秋计划"})
        QTest::newRow(cell) << QString::fromUtf8(cell) << QString::fromUtf8(cell) << false;
    for (const char *cell : {"1E+15",       "1.23457E+14",
                             "1,23457E+14", "1e+15",
                             "#N/A",        "#REF!",
                             "#VALUE!",     "#NAME?",
                             "#DIV/0!",     "########",
                             "Err:502",     "2-Nov",
                             "Nov-25",      "2-Nov-25",
                             "11月2日",     "2025年11月2日",
                             "2025/11/2",   "11/2",
                             "2025-11-02",  "12:30:00",
                             "1002.0",      "1002.00",
                             "1002.",       "\"1002,0\"",
                             "\"1,002\"",   "¥1002",
                             "12%",         "TRUE",
                             "=A1",         "=1+1",
                             "199****0001", "H\ufffd",
                             "??",          "123456789012345000",
                             "１Ｅ＋１５"})
        QTest::newRow(cell) << QString::fromUtf8(cell) << QString() << false;
    QTest::newRow("of no alphabet") << u"H\ue000"_s << QString() << false;
    QTest::newRow("formula of a text") << u"=\"0017\""_s << u"0017"_s << true;
    QTest::newRow("formula of a text, quoted") << u"\"=\"\"0017\"\"\""_s << u"0017"_s << true;
    QTest::newRow("formula of a spoilt text") << u"=\"1E+15\""_s << QString() << false;
    QTest::newRow("apostrophe") << u"'0017"_s << u"0017"_s << true;
    QTest::newRow("full-width") << u"Ｈ２－４"_s << u"H2-4"_s << true;
    QTest::newRow("no width") << u"\u202aH\u200b2\ufeff\u2060"_s << u"H2"_s << true;
    QTest::newRow("blanks of other kinds") << u"\u00a0H2\u3000\u2003"_s << u"H2"_s << true;
    QTest::newRow("filler") << u"H2\u3164"_s << u"H2"_s << true;
    QTest::newRow("nothing that is seen") << u"\u200b"_s << QString() << false;
}

void TestTaskImport::ids()
{
    QFETCH(QString, cell);
    QFETCH(QString, taken);
    const TaskImport read = readTaskImport(u"task_id,name\n%1,春\n"_s.arg(cell).toUtf8());
    QCOMPARE(summary(read), taken.isEmpty() ? u"!2"_s : taken + u" 春"_s);
    QTEST(notesOf(read) > 0, "noted");
}

void TestTaskImport::heads_data()
{
    QTest::addColumn<QString>("head");
    for (const char *head : {"task_id",
                             "Task ID",
                             "TASK-ID",
                             "*任务ID（必填）",
                             "任务ID*",
                             "任务ID：",
                             "【任务ID】",
                             "任务ID(必填，不可重复)",
                             "必填 任务ID",
                             "1.任务ID",
                             "任务 ID",
                             "任務ID",
                             "任務編號",
                             "活動編號",
                             "任务ＩＤ",
                             "ｔａｓｋ＿ｉｄ",
                             "任务编号[必填]",
                             "\u200b任务ID",
                             "★任务ID",
                             "Task ID (required)",
                             "任务"})
        QTest::newRow(head) << QString::fromUtf8(head);
}

void TestTaskImport::heads()
{
    QFETCH(QString, head);
    const TaskImport read = readTaskImport(
        u"%1;*任務名稱:;名單數量(筆);呼叫時段（选填）;成功規則;序号\nH2;春;1200;;0;1\n"_s.arg(head).toUtf8());
    QVERIFY2(read.problem.isEmpty(), qPrintable(read.problem));
    QCOMPARE(summary(read), u"H2 春/1200"_s);
    QCOMPARE(read.tasks[0].successCodes, QStringList{u"0"_s});
    QCOMPARE(read.ignoredColumns, QStringList{u"序号"_s});
    // What a remark changes is another column.
    QVERIFY(!readTaskImport("任务ID,名单量(万)\n7,12\n").tasks[0].listSize);
    QVERIFY(!readTaskImport("任务ID,名单量（已拨）\n7,12\n").tasks[0].listSize);
}

void TestTaskImport::namesAndSizes_data()
{
    QTest::addColumn<QString>("cells");
    QTest::addColumn<QString>("taken");
    QTest::addColumn<int>("notes");
    QTest::newRow("as they are") << u"春季（回访）！,1200"_s << u"H2 春季（回访）！/1200"_s << 0;
    QTest::newRow("marks of our own files") << u"'=春,\"1,200\""_s << u"H2 =春/1200"_s << 1;
    QTest::newRow("a joiner") << u"👩\u200d💻,1"_s << u"H2 👩\u200d💻/1"_s << 0;
    QTest::newRow("direction marks") << u"\u202e春\u202c,1"_s << u"H2 春/1"_s << 1;
    QTest::newRow("a formula of a text") << u"=\"春,秋\",=\"1200\""_s << u"H2 春,秋/1200"_s << 2;
    QTest::newRow("wide blanks around") << u"\u3000春\u3000秋\u00a0,1"_s << u"H2 春\u3000秋/1"_s << 1;
    QTest::newRow("full-width size") << u"春,１，２００"_s << u"H2 春/1200"_s << 1;
    QTest::newRow("none") << u"–,—"_s << u"H2"_s << 2;
    QTest::newRow("unit") << u"春,1200条"_s << u"H2 春/1200"_s << 0;
    QTest::newRow("zeros") << u"春,1200.0"_s << u"H2 春/1200"_s << 0;
    for (const char *cells :
         {"#N/A,1", "春,#N/A", "春,########", "春,1.2万", "春,1E+3", "=A2,1", "????,1", "春\ufffd,1", "199****0001,1"})
        QTest::newRow(cells) << QString::fromUtf8(cells) << u"!2"_s << 0;
}

void TestTaskImport::namesAndSizes()
{
    QFETCH(QString, cells);
    const TaskImport read = readTaskImport(u"task_id,name,list_size\nH2,%1\n"_s.arg(cells).toUtf8());
    QTEST(summary(read), "taken");
    QTEST(notesOf(read), "notes");
}

void TestTaskImport::knownIdsStay()
{
    const QByteArray list = u"task_id,name\n2-Nov,a\n'7,b\nH\u200b2,c\n春季,\n合计,d\n9,=x\n"_s.toUtf8();
    QCOMPARE(summary(readTaskImport(list)), u"!2; 7 b; H2 c; -5; -6; !7"_s);
    const TaskImportOptions known{
        {}, {{u"2-Nov"_s, {}}, {u"'7"_s, {}}, {u"H\u200b2"_s, {}}, {u"春季"_s, {}}, {u"9"_s, u"=x"_s}}};
    const TaskImport read = readTaskImport(list, known);
    QCOMPARE(summary(read), u"2-Nov a; '7 b; H\u200b2 c; 春季; -6; 9 =x"_s);
    QCOMPARE(notesOf(read), 0);
}

void TestTaskImport::theChosenEncodingDecides()
{
    const QByteArray list = encoded("Big5", u"task_id,name\nH2,高雄\n"_s); // common characters in GBK, too
    QCOMPARE(readTaskImport(list).encoding, u"GB18030"_s);
    QCOMPARE(summary(readTaskImport(list, {u"Big5"_s, {}})), u"H2 高雄"_s);
    QVERIFY(readTaskImport(list, {u"UTF-16LE"_s, {}}).tasks.isEmpty());
}

void TestTaskImport::leftOutLinesAreBounded()
{
    const TaskImport read = readTaskImport("task_id,name\n7,a\n" + QByteArray("合计,\n").repeated(1'000));
    QCOMPARE(read.skippedLines, 1'000);
    QCOMPARE(read.skipped.size(), 200);
    QCOMPARE(read.tasks.size(), 1);
}

/// Much of one part; in time that grows with the square this would not end.
void TestTaskImport::hostileListsEnd_data()
{
    QTest::addColumn<QString>("part");
    for (const char *part :
         {"\"", "x", "=\"", "\"\"", ",", "合", "请", "*", "(", " ", "#", "9", "\u200b", "1,", "任务ID,", "\"a\n"})
        QTest::newRow(part) << QString::fromUtf8(part);
}

void TestTaskImport::hostileListsEnd()
{
    QFETCH(QString, part);
    const QByteArray much = part.toUtf8().repeated(150'000 / static_cast<int>(part.toUtf8().size()));
    readTaskImport("task_id,name,list_size\n" + much);
    readTaskImport("task_id,name,list_size\n7,a,3\n7," + much);
    readTaskImport(much);
}

/// A cell of a whole file.
void TestTaskImport::longCellsEnd()
{
    QByteArray codes;
    for (int i = 0; i < 600'000; ++i)
        codes += QByteArray::number(i % 10'000) + ' ';
    for (const QByteArray &rest : {QByteArray(",," + codes), "," + QByteArray(3'000'000, 'x') + ",1"}) {
        const TaskImport read =
            readTaskImport("task_id,list_size,calling_hours,success_rule\n7,," + rest.mid(1) + '\n');
        QCOMPARE(read.tasks.size(), 1);
        const QStringList problems = read.tasks.constFirst().problems;
        QCOMPARE(problems.size(), 1);
        QVERIFY2(problems.constFirst().contains(u"longer than 1000 characters"_s),
                 qPrintable(problems.constFirst().left(200)));
    }
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
    QCOMPARE(readListSize(u"12,000.00"_s), 12'000);
    QCOMPARE(readListSize(u"300 条"_s), 300);
    for (const QString &text : {u"1,2,3"_s, u"12.5"_s, u"-3"_s, u""_s, u"1e6"_s, u"99999999999999999999"_s})
        QVERIFY2(!readListSize(text), qPrintable(text));
}

void TestTaskImport::successRules()
{
    QCOMPARE(readSuccessRule(u"0"_s), QStringList{u"0"_s});
    QCOMPARE(readSuccessRule(u"0; 19|-1 / 0"_s), (QStringList{u"0"_s, u"19"_s, u"-1"_s}));
    QCOMPARE(readSuccessRule(u" "_s), QStringList());
    QCOMPARE(readSuccessRule(u"0 成功, 19 转人工"_s), (QStringList{u"0"_s, u"19"_s}));
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
