// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/call/result_codes.h"
#include "report/paper/paper_chart.h"
#include "report/paper/paper_columns.h"
#include "report/paper/paper_head.h"
#include "report/paper/paper_report_writer.h"

#include <QPainter>
#include <QRegularExpression>
#include <QTest>

using namespace callboard;
using namespace callboard::paper;
using namespace Qt::StringLiterals;

class TestPaperParts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!QStandardPaths)"_s)); }
    void axesAreRoundAndCover_data();
    void axesAreRoundAndCover();
    void linesKeepEveryLetter();
    void widthsAreThoseOfTheFont();
    void hostileTextIsTamed();
    void bandsHoldEveryColumnOnce();
    void numbersAreNeverCut();
    void figuresAreWrittenAsPeopleDo();
    void columnsForPaperAreTheTellingOnes();
    void factsDoNotOverlap();
    void chartsPaintTheirSeries_data();
    void chartsPaintTheirSeries();
    void seriesOfOutcomesHaveTheirColour();

private:
    static PaperTable tableOf(const QList<double> &widths, ColumnKind kind);
    Meters m_meters;
};

void TestPaperParts::axesAreRoundAndCover_data()
{
    QTest::addColumn<ColumnKind>("kind");
    QTest::addColumn<double>("least");
    QTest::addColumn<double>("largest");
    QTest::addColumn<double>("bottom");
    QTest::addColumn<double>("top");
    QTest::addColumn<double>("step");
    QTest::newRow("nothing") << ColumnKind::Count << 0.0 << 0.0 << 0.0 << 1.0 << 1.0;
    QTest::newRow("few") << ColumnKind::Count << 0.0 << 3.0 << 0.0 << 3.0 << 1.0;
    QTest::newRow("many") << ColumnKind::Count << 0.0 << 56'147.0 << 0.0 << 60'000.0 << 20'000.0;
    QTest::newRow("shares") << ColumnKind::Share << 0.0 << 0.72 << 0.0 << 1.0 << 0.25;
    QTest::newRow("small shares") << ColumnKind::Share << 0.0 << 0.07 << 0.0 << 0.08 << 0.02;
    QTest::newRow("durations") << ColumnKind::Duration << 0.0 << 100'000.0 << 0.0 << 120'000.0 << 30'000.0;
    QTest::newRow("below zero") << ColumnKind::Decimal << -3.0 << 5.0 << -4.0 << 6.0 << 2.0;
}

void TestPaperParts::axesAreRoundAndCover()
{
    QFETCH(ColumnKind, kind);
    QFETCH(double, least);
    QFETCH(double, largest);
    const Axis axis = axisFor(kind, least, largest, 4);
    QTEST(axis.bottom, "bottom");
    QTEST(axis.top, "top");
    QTEST(axis.step, "step");
}

void TestPaperParts::linesKeepEveryLetter()
{
    const Meter &meter = m_meters[Type::Body];
    const QStringList texts{u"one"_s,           u"a text of several words, long enough for lines"_s,
                            QString(200, u'x'), u"客户姓名和地址写在同一列里而且没有空格"_s,
                            u"two\nlines"_s,    QString()};
    for (const QString &text : texts) {
        for (const double width : {points(20), points(60), points(400)}) {
            const QStringList lines = meter.lines(text, width);
            QVERIFY(!lines.isEmpty());
            for (const QString &line : lines)
                QVERIFY2(meter.width(line) <= width + points(0.5), qPrintable(line));
            QString joined = lines.join(QString()), plain = text;
            QCOMPARE(joined.remove(u' '), plain.remove(u' ').remove(u'\n'));
        }
    }
    QCOMPARE(meter.lines(u"two\nlines"_s, points(400)), QStringList({u"two"_s, u"lines"_s}));
}

void TestPaperParts::widthsAreThoseOfTheFont()
{
    for (const Type type : {Type::Small, Type::Body, Type::Head, Type::Title}) {
        const Meter &meter = m_meters[type];
        const QFontMetricsF metrics(meter.font());
        for (const QString &text : {u"AVATAR 1,234,567.89 To"_s, u"接通率 98%"_s, u"Müller – “x”"_s})
            QVERIFY(qAbs(meter.width(text) - metrics.horizontalAdvance(text)) < points(0.5));
    }
}

void TestPaperParts::hostileTextIsTamed()
{
    QCOMPARE(printable(u"plain 通话"_s), u"plain 通话"_s);
    QCOMPARE(printable(u"a\tb\r\nc\rd\u2028e"_s), u"a b\nc\nd\ne"_s);
    QCOMPARE(printable(u"138\u202E0013\u202C"_s), u"1380013"_s);
    QCOMPARE(printable(QString(QChar(u'\0')) + u"x\u0007"_s), u"\uFFFDx\uFFFD"_s);
}

PaperTable TestPaperParts::tableOf(const QList<double> &widths, ColumnKind kind)
{
    PaperTable table;
    for (const double width : widths)
        table.columns.append({u"Head"_s, kind, width, kind == ColumnKind::Text ? points(20) : width});
    return table;
}

void TestPaperParts::bandsHoldEveryColumnOnce()
{
    QList<double> widths;
    for (int i = 0; i < 43; ++i)
        widths.append(points(20 + i * 37 % 140));
    for (const ColumnKind kind : {ColumnKind::Text, ColumnKind::Count}) {
        const PaperTable table = tableOf(widths, kind);
        const double width = points(500);
        QVERIFY(!oneBand(table, width, 0, m_meters));
        QList<int> seen{0};
        const QList<PaperBand> bands = severalBands(table, width, m_meters);
        for (const PaperBand &band : bands) {
            QCOMPARE(band.columns.constFirst(), 0);
            QVERIFY(band.columns.size() > 1);
            QVERIFY(band.width() <= width + 1);
            seen += band.columns.mid(1);
        }
        QCOMPARE(seen.size(), widths.size());
        QVERIFY(std::is_sorted(seen.begin(), seen.end()));
    }
}

void TestPaperParts::numbersAreNeverCut()
{
    PaperTable table = tableOf({points(200), points(200), points(200)}, ColumnKind::Text);
    table.columns[1] = {u"Count"_s, ColumnKind::Count, points(90), points(90)};
    for (double width = points(600); width > points(100); width -= points(10)) {
        const auto band = oneBand(table, width, 0, m_meters);
        if (!band)
            continue;
        QVERIFY(band->width() <= width + 1);
        QVERIFY(band->widths.at(1) >= points(90) + 2 * CellPadding);
    }
    QVERIFY(!oneBand(table, points(150), 0, m_meters));
}

void TestPaperParts::figuresAreWrittenAsPeopleDo()
{
    const Format format = paperFormat(QTimeZone("Asia/Shanghai"));
    QCOMPARE(format.count(1'234'567), u"1,234,567"_s);
    QCOMPARE(format.share({1, 3}), u"33.3\u00A0%"_s);
    QCOMPARE(format.share({0, 0}), u"–"_s);
    QCOMPARE(format.duration(83'499), u"1:23"_s);
    QCOMPARE(format.duration(3'723'000), u"1:02:03"_s);
    QCOMPARE(format.duration(-1'000), u"-0:01"_s);
    QCOMPARE(format.dateTime(0), u"–"_s);
    QCOMPARE(format.dateTime(1'763'769'600'000), u"2025-11-22 08:00:00"_s);
    QCOMPARE(format.decimal(1234.5), u"1,234.50"_s);
}

void TestPaperParts::columnsForPaperAreTheTellingOnes()
{
    ReportTable table;
    for (const QString &name : {u"callee"_s, u"caller"_s, u"time_hangup"_s, u"task_id"_s})
        table.columns.append({.title = u"Title"_s, .kind = ColumnKind::Text, .width = 0, .name = name});
    QCOMPARE(columnsForPaper(table, {}).size(), 4);
    for (int i = 0; i < 20; ++i)
        table.columns.append({.title = u"other"_s, .kind = ColumnKind::Text, .width = 0, .name = {}});
    QCOMPARE(columnsForPaper(table, {}), QList<int>({2, 3, 0, 1}));
    QCOMPARE(columnsForPaper(table, {u"other"_s}).size(), 24);
    table.columns[0].name = u"something"_s; // another wide table: nobody knows what tells most in it
    QCOMPARE(columnsForPaper(table, {}).size(), 24);
}

void TestPaperParts::factsDoNotOverlap()
{
    PaperDocument document;
    document.head.title = u"Calls"_s;
    document.head.facts = {{u"Rows"_s, u"31"_s},
                           {u"A name that is so long that it takes three lines of its own"_s, u"short"_s},
                           {u"Hours"_s, u"a sentence "_s.repeated(9)},
                           {u"Another name that needs more than a line"_s, u"x"_s},
                           {u"Made"_s, u"today"_s}};
    const QList<PlacedFact> placed = placedFacts(document, QRectF(0, 0, points(500), 0), m_meters);
    QCOMPARE(placed.size(), document.head.facts.size());
    for (const PlacedFact &one : placed) {
        const auto lines = static_cast<double>(factNameLines(document.head.facts.at(one.fact).first, m_meters).size());
        QVERIFY(one.place.height() >= lines * m_meters[Type::Body].lineHeight());
        for (const PlacedFact &other : placed)
            QVERIFY2(one.fact == other.fact || !one.place.intersects(other.place),
                     qPrintable(QString::number(one.fact)));
    }
    QCOMPARE(placed.at(0).place.top(), placed.at(1).place.top());
}

void TestPaperParts::chartsPaintTheirSeries_data()
{
    QTest::addColumn<ReportChart::Shape>("shape");
    QTest::newRow("columns") << ReportChart::Shape::Columns;
    QTest::newRow("stacked") << ReportChart::Shape::StackedColumns;
    QTest::newRow("bars") << ReportChart::Shape::Bars;
    QTest::newRow("lines") << ReportChart::Shape::Lines;
}

void TestPaperParts::chartsPaintTheirSeries()
{
    QFETCH(ReportChart::Shape, shape);
    PaperChart chart{u"标题"_s, shape, ColumnKind::Count, {}, {}, 0};
    chart.series = {{u"first"_s, Qt::red, {}}, {u"second"_s, Qt::blue, {}}};
    for (int i = 0; i < 60; ++i) {
        chart.categories.append(u"第%1类"_s.arg(i));
        chart.series[0].values.append(i == 5 ? qQNaN() : i);
        chart.series[1].values.append(60 - i);
    }
    const double width = points(500), height = chartHeight(chart, width, m_meters);
    QVERIFY(height < points(420));
    constexpr double Scale = 0.1;
    QImage image(qRound(width * Scale), qRound(height * Scale) + 60, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.scale(Scale, Scale);
    paintChart(painter, QRectF(0, 0, width, height), chart, m_meters, paperFormat(QTimeZone::utc()));
    painter.end();
    QSet<QRgb> colors;
    bool isInside = true;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            colors.insert(image.pixel(x, y));
            isInside &= y <= qRound(height * Scale) + 2 || image.pixel(x, y) == qRgb(255, 255, 255);
        }
    }
    QVERIFY(colors.contains(qRgb(255, 0, 0)) && colors.contains(qRgb(0, 0, 255)));
    QVERIFY2(isInside, "something is painted below the chart");
}

void TestPaperParts::seriesOfOutcomesHaveTheirColour()
{
    const QColor connected = seriesColor(4, outcomeClassWord(OutcomeClass::Connected));
    QCOMPARE(seriesColor(0, outcomeClassWord(OutcomeClass::Connected)), connected);
    QSet<QRgb> others;
    for (int i = 0; i < 8; ++i)
        others.insert(seriesColor(i, u"any"_s).rgb());
    QCOMPARE(others.size(), 8);
}

QTEST_MAIN(TestPaperParts)
#include "test_paper_parts.moc"
