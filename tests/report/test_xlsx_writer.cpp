// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/xlsx/xlsx_report_writer.h"
#include "report/xlsx/xlsx_text.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace callboard;
using namespace Qt::StringLiterals;

class TestXlsxWriter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void textsAreEscaped_data();
    void textsAreEscaped();
    void longTextsAreCutVisibly();
    void sheetNamesAreLegalAndUnique();
    void titlesAreNoFormulas();
    void cellsHaveTypes();
};

void TestXlsxWriter::textsAreEscaped_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("utf8");
    QTest::newRow("plain") << u"=1+1 客户"_s << QByteArray("=1+1 客户");
    QTest::newRow("control") << u"a\u0001b\u001f"_s << QByteArray("a_x0001_b_x001F_");
    QTest::newRow("carriage return") << u"a\r\n\tb"_s << QByteArray("a_x000D_\n\tb");
    QTest::newRow("looks escaped") << u"_x0041_"_s << QByteArray("_x005F_x0041_");
    QTest::newRow("no characters") << u"\uFFFE\uFFFF"_s << QByteArray("_xFFFE__xFFFF_");
    QTest::newRow("half a pair") << QString(QChar(0xD800)) << QByteArray("\xEF\xBF\xBD");
    QTest::newRow("pair") << u"𠮷"_s << QByteArray("𠮷");
}

void TestXlsxWriter::textsAreEscaped()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, utf8);
    qint64 cut = 0;
    const QByteArray cell = cellUtf8(text, &cut);
    // Encoding writes half a pair as one of two marks.
    QCOMPARE(cell == "?" ? QByteArray("\xEF\xBF\xBD") : cell, utf8);
    QCOMPARE(cut, 0);
}

void TestXlsxWriter::longTextsAreCutVisibly()
{
    qint64 cut = 0;
    QCOMPARE(cellUtf8(QString(LongestCell, u'x'), &cut).size(), LongestCell);
    QCOMPARE(cut, 0);
    for (const QString &unit : {u"x"_s, u"客"_s, u"𠮷"_s, u"\u0001"_s}) {
        const QString text = unit.repeated(40'000);
        const QString cell = QString::fromUtf8(cellUtf8(text, &cut));
        QVERIFY(cell.size() <= LongestCell);
        QVERIFY(cell.isValidUtf16());
        static const QRegularExpression mark(u"\\[(\\d+) more characters"_s);
        const QString kept = cell.left(cell.indexOf(u" … ["_s));
        const qsizetype keptUnits = kept.count(u"_x0001_"_s) > 0 ? kept.count(u"_x0001_"_s) : kept.size();
        QCOMPARE(mark.match(cell).captured(1).toLongLong(), text.size() - keptUnits);
    }
    QCOMPARE(cut, 4);
}

void TestXlsxWriter::sheetNamesAreLegalAndUnique()
{
    SheetNames names;
    QCOMPARE(names.make(u"Calls"_s), QByteArray("Calls"));
    QCOMPARE(names.make(u"CALLS"_s), QByteArray("CALLS (2)"));
    QCOMPARE(names.make(u"a[b]:c*d?e/f\\g'"_s), QByteArray("a_b__c_d_e_f_g_"));
    QCOMPARE(names.make(QString()), QByteArray("_"));
    QCOMPARE(names.make(u"history"_s), QByteArray("history_"));
    const QString longName = u"𠮷"_s.repeated(40);
    for (int i = 0; i < 12; ++i) {
        const QString name = QString::fromUtf8(names.make(longName));
        QVERIFY(name.size() <= 31 && name.isValidUtf16());
    }
}

void TestXlsxWriter::titlesAreNoFormulas()
{
    QCOMPARE(titleUtf8(u"=1+1"_s), QByteArray("'=1+1"));
    QCOMPARE(titleUtf8(u"a\u0001"_s), QByteArray("a\xEF\xBF\xBD"));
    QCOMPARE(titleUtf8(u"客客"_s, 5), QByteArray("客"));
}

namespace {

void writeRow(ReportWriter &writer, int row)
{
    writer.text(u"row %1"_s.arg(row));
    writer.count(row);
    writer.duration(90'061'500LL * row); // 25:01:01.5
    writer.time(1527737784829); // 2018-05-31 11:36:24.829 in Shanghai
    row == 0 ? writer.share({0, 0}) : writer.share({1, 8});
    writer.decimal(1.25);
    writer.endRow();
}

void writeTyped(ReportWriter &writer)
{
    const QList<ReportColumn> columns{{u"名称"_s},
                                      {u"Count"_s, ColumnKind::Count},
                                      {u"Talk"_s, ColumnKind::Duration},
                                      {u"When"_s, ColumnKind::Time},
                                      {u"Rate"_s, ColumnKind::Share},
                                      {u"Mean"_s, ColumnKind::Decimal}};
    const ReportChart chart{.title = u"Talk"_s, .shape = ReportChart::Shape::Columns, .category = 0, .series = {1, 2}};
    writer.begin({.title = u"Typed"_s, .facts = {{u"Period"_s, u"all"_s}}, .rows = 25});
    writer.beginTable({.name = u"typed"_s, .title = u"类型"_s, .columns = columns, .charts = {chart}});
    for (int row = 0; row < 25; ++row)
        writeRow(writer, row);
    writer.beginTotals();
    writeRow(writer, 300);
    writer.endTable();
    writer.beginTable({.name = u"odd"_s, .title = u"Odd"_s, .columns = {{u"x"_s}}, .charts = {}});
    writer.count(1'234'567'890'123'456);
    writer.endRow();
    writer.duration(-5'000);
    writer.endRow();
    writer.time(-2'300'000'000'000);
    writer.endRow();
    writer.text(QString(40'000, u'x'));
    writer.endRow();
    writer.endTable();
    writer.finish();
}

} // namespace

void TestXlsxWriter::cellsHaveTypes()
{
    const QTemporaryDir folder;
    ReportRequest request;
    request.zone = QTimeZone("Asia/Shanghai");
    request.output = folder.filePath(u"typed.xlsx"_s);
    QFile file(request.output);
    QVERIFY(file.open(QIODevice::WriteOnly));
    writeTyped(*makeXlsxWriter(request, file, {}, 11)); // ten rows a sheet
    file.close();
    QProcess python;
    python.setProcessChannelMode(QProcess::MergedChannels);
    python.start(QStringLiteral(CALLBOARD_PYTHON), {u"-c"_s, u"import openpyxl"_s});
    QVERIFY(python.waitForFinished());
    QVERIFY2(python.exitCode() == 0, "Nothing was read back: there is no openpyxl (package python3-openpyxl).");
    python.start(QStringLiteral(CALLBOARD_PYTHON), {QStringLiteral(CALLBOARD_READ_BACK), request.output});
    QVERIFY(python.waitForFinished());
    const QByteArray said = python.readAll();
    QVERIFY2(python.exitCode() == 0 && said.startsWith("OK"), said.constData());
}

QTEST_GUILESS_MAIN(TestXlsxWriter)
#include "test_xlsx_writer.moc"
