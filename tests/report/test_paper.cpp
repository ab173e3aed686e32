// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper_samples.h"
#include "paper_tools.h"
#include "payloads.h"
#include "report/paper/paper_print.h"
#include "report/paper/paper_report_writer.h"

#include <QBuffer>
#include <QPdfWriter>
#include <QRegularExpression>
#include <QTest>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

namespace {

/// One column of texts.
void writeTexts(ReportWriter &writer, const QStringList &texts)
{
    ReportTable table;
    table.name = u"texts"_s;
    table.title = u"Texts"_s;
    table.columns = {{.title = u"Number"_s, .kind = ColumnKind::Count, .width = 0, .name = {}},
                     {.title = u"Text"_s, .kind = ColumnKind::Text, .width = 0, .name = {}}};
    writer.beginTable(table);
    for (qsizetype i = 0; i < texts.size(); ++i) {
        writer.count(i);
        writer.text(texts.at(i));
        writer.endRow();
    }
    writer.endTable();
}

QString withoutBlanks(QString text)
{
    return text.removeIf([](QChar c) {
        return c.isSpace() || c.category() == QChar::Other_Control || c.category() == QChar::Other_Format
            || c == QChar::ReplacementCharacter;
    });
}

qint64 residentBytes()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toLongLong() * 4096;
}

std::shared_ptr<PaperDocument> campaigns(int rows)
{
    ReportRequest request;
    request.zone = QTimeZone("Asia/Shanghai");
    PaperReportWriter writer(request);
    writer.begin(sampleHead(u"Campaigns"_s, false, rows));
    writeCampaigns(writer, false, rows);
    writer.finish();
    return writer.document();
}

} // namespace

class TestPaper : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!QStandardPaths)"_s)); }
    void everyPageSaysWhatItIs();
    void figuresHaveSeparatorsAndTotals();
    void chineseCanBeSearched();
    void fontsAreEmbedded();
    void everyRowStandsOnce();
    void aRowTallerThanAPageGoesOn();
    void aCallListShowsItsTellingColumns();
    void chosenColumnsAreAllPrinted();
    void anEmptyTableSaysSo();
    void payloadsStayText();
    void memoryStaysTheSame();
    void cancelEndsItAnywhere();
    void fullDiskIsSaid();
    void thePrinterGetsTheSamePages();
    void aRangeOfPagesCanBePrinted();
};

void TestPaper::everyPageSaysWhatItIs()
{
    const QByteArray pdf = pdfOf(u"Campaign dossier"_s, 120, [](ReportWriter &writer) {
        writeCampaigns(writer, false, 120);
        writeHours(writer, false);
    });
    const QStringList pages = pagesOf(pdf);
    QVERIFY(pages.size() > 3);
    for (qsizetype i = 0; i < pages.size(); ++i) {
        for (const QString &said :
             {u"Campaign dossier"_s, u"2026-11-22 00:00:00 to 2026-11-23 00:00:00"_s, u"Asia/Shanghai"_s,
              u"Satisfaction survey"_s, u"masked"_s, u"Made 20"_s, u"Page %1 of %2"_s.arg(i + 1).arg(pages.size())})
            QVERIFY2(pages.at(i).contains(said), qPrintable(said + u" is not on page "_s + QString::number(i + 1)));
    }
    const QString info = popplerSays(u"pdfinfo"_s, {}, pdf, false);
    QVERIFY(info.contains(QRegularExpression(u"Title: +Campaign dossier\\n"_s)));
    QVERIFY(info.contains(QRegularExpression(u"Creator: +Callboard "_s)));
    QVERIFY(info.contains(u"(A4)"_s));
}

void TestPaper::figuresHaveSeparatorsAndTotals()
{
    const QString text = textOf(pdfOf(u"Campaigns"_s, 6, [](ReportWriter &w) { writeCampaigns(w, false, 6); }));
    QVERIFY(text.contains(u"22,415"_s));
    QVERIFY(text.contains(u"72.0\u00A0%"_s) || text.contains(u"72.0 %"_s));
    QVERIFY2(text.contains(QRegularExpression(u"Total 198,814 99,012 49\\.8.% 16\\.6.% 1:23"_s)), qPrintable(text));
    QVERIFY2(text.contains(QRegularExpression(u"Autumn follow-up 3 task-10074 2,958 1,508 51\\.0.% – "_s)),
             qPrintable(text));
}

void TestPaper::chineseCanBeSearched()
{
    const QStringList texts{u"一二三人力目用户方行页风飞食"_s, u"振铃量 12:34 – 接通率 98%"_s, u"“引号”、《书名》…"_s,
                            u"first office +8613800138000 00123456789012345678"_s};
    const QByteArray pdf = pdfOf(u"话单一览"_s, 4, [&](ReportWriter &writer) { writeTexts(writer, texts); });
    const QString text = textOf(pdf);
    QVERIFY(text.contains(u"话单一览"_s));
    for (const QString &expected : texts)
        QVERIFY2(text.contains(expected), qPrintable(expected + u" is not in: "_s + text));
    QVERIFY(popplerSays(u"pdfinfo"_s, {}, pdf, false).contains(u"话单一览"_s));
}

void TestPaper::fontsAreEmbedded()
{
    const QByteArray pdf = pdfOf(u"话单"_s, 60, [](ReportWriter &w) { writeCampaigns(w, true, 60); });
    const QStringList fonts = popplerSays(u"pdffonts"_s, {}, pdf, false).split(u'\n', Qt::SkipEmptyParts).mid(2);
    QVERIFY(!fonts.isEmpty());
    for (const QString &font : fonts) // columns: name, type, encoding, emb, sub, uni, object
        QVERIFY2(font.contains(QRegularExpression(u" yes +(yes|no) +yes +\\d"_s)), qPrintable(font));
    QVERIFY2(pdf.size() < 400'000, "whole fonts instead of their used parts");
}

void TestPaper::everyRowStandsOnce()
{
    constexpr int Rows = 300;
    ReportRequest all;
    all.columns = QStringList{u"call_uuid"_s};
    const QString text = textOf(pdfOf(
        u"Calls"_s, Rows, [](ReportWriter &w) { writeCalls(w, Rows, 20); }, all));
    QSet<QString> uuids;
    int found = 0;
    static const QRegularExpression uuid(u"8f14e45f-ceea-467f-a0e6-\\d{12}"_s);
    for (auto match = uuid.globalMatch(text); match.hasNext(); ++found)
        uuids.insert(match.next().captured());
    QCOMPARE(found, Rows);
    QCOMPARE(uuids.size(), Rows);
}

void TestPaper::aRowTallerThanAPageGoesOn()
{
    ReportTable table;
    QStringList texts, words;
    for (char16_t column = u'a'; column <= u'x'; ++column) {
        table.columns.append({.title = QString(QChar(column)), .kind = ColumnKind::Text, .width = 0, .name = {}});
        texts.append(QString());
        for (int i = 100; i < 200; ++i) {
            words.append(QChar(column) + QString::number(i));
            texts.last().append(words.constLast() + u' ');
        }
        texts.last().chop(1);
    }
    const QByteArray pdf = pdfOf(u"Long"_s, 1, [&](ReportWriter &writer) {
        writer.beginTable(table);
        for (const QString &text : std::as_const(texts))
            writer.text(text);
        writer.endRow();
        writer.endTable();
    });
    QVERIFY(pagesOf(pdf).size() > 1);
    QSet<QString> found;
    static const QRegularExpression word(u"\\b[a-x]1\\d\\d\\b"_s);
    const QString text = textOf(pdf);
    for (auto match = word.globalMatch(text); match.hasNext();)
        found.insert(match.next().captured());
    QCOMPARE(found, QSet<QString>(words.begin(), words.end()));
}

void TestPaper::aCallListShowsItsTellingColumns()
{
    const QStringList pages = pagesOf(pdfOf(u"Calls"_s, 50, [](ReportWriter &w) { writeCalls(w, 50, 20); }));
    QVERIFY2(pages.constFirst().contains(u"12 of 43 columns; the others are in the CSV and XLSX files"_s),
             qPrintable(pages.constFirst()));
    for (const QString &page : pages) {
        QVERIFY(page.contains(u"Called number"_s) && page.contains(u"Hung up at"_s) && page.contains(u"Retries"_s));
        QVERIFY(!page.contains(u"business_id"_s));
    }
}

void TestPaper::chosenColumnsAreAllPrinted()
{
    ReportRequest all;
    all.columns = QStringList{u"call_uuid"_s};
    const QByteArray pdf = pdfOf(
        u"Calls"_s, 30, [](ReportWriter &w) { writeCalls(w, 30, 20); }, all);
    const QString text = textOf(pdf);
    QVERIFY(!text.contains(u" of 43 columns"_s));
    for (int i = 1; i <= 20; ++i)
        QVERIFY2(text.contains(u"字段%1"_s.arg(i)), qPrintable(QString::number(i)));
    int next = 1;
    static const QRegularExpression caption(u"Columns (\\d+) to (\\d+) of 43"_s);
    for (auto match = caption.globalMatch(text); match.hasNext();) {
        const QRegularExpressionMatch band = match.next();
        QCOMPARE(band.captured(1).toInt(), next);
        next = band.captured(2).toInt() == 43 ? 1 : band.captured(2).toInt() + 1;
    }
    QCOMPARE(next, 1);
}

void TestPaper::anEmptyTableSaysSo()
{
    const QString text = textOf(pdfOf(u"Calls"_s, 0, [](ReportWriter &w) { writeCalls(w, 0, 0); }));
    QVERIFY(text.contains(u"There is nothing to list."_s));
    QVERIFY(text.contains(u"Page 1 of 1"_s));
    QVERIFY(textOf(pdfOf(u"Nothing"_s, 0, [](ReportWriter &) {})).contains(u"Page 1 of 1"_s));
}

void TestPaper::payloadsStayText()
{
    QStringList payloads = injectionPayloads();
    payloads += {u"http://x.example/?a=1"_s, u"<a href='javascript:alert(1)'>x</a>"_s, u") /S /URI /URI (x) >>"_s,
                 u"endstream endobj 1 0 obj <</OpenAction 2 0 R>>"_s};
    const QByteArray pdf = pdfOf(u"=HYPERLINK(\"http://x.example\")"_s, payloads.size(),
                                 [&](ReportWriter &writer) { writeTexts(writer, payloads); });
    for (const char *action :
         {"/Type /Annot", "/Subtype /Link", "/URI", "/JavaScript", "/JS", "/Launch", "/OpenAction", "/AA", "/A "})
        QVERIFY2(!pdf.contains(action), action);
    const QString text = withoutBlanks(textOf(pdf));
    for (const QString &payload : std::as_const(payloads))
        QVERIFY2(text.contains(withoutBlanks(payload)), qPrintable(payload));
}

void TestPaper::memoryStaysTheSame()
{
    const auto run = [](int rows) {
        const QByteArray pdf = pdfOf(u"Calls"_s, rows, [rows](ReportWriter &w) { writeCalls(w, rows, 0); });
        return std::pair(residentBytes(), pdf.size());
    };
    run(500); // fonts and caches
    const auto [few, fewBytes] = run(1'000);
    const auto [many, manyBytes] = run(10'000);
    const qint64 growth = many - few - (manyBytes - fewBytes) * 3; // the file itself is kept in memory here
#ifdef __SANITIZE_ADDRESS__
    constexpr qint64 Allowed = 264 << 20; // the sanitizer keeps 256 MB of what was freed
#else
    constexpr qint64 Allowed = 8 << 20;
#endif
    QVERIFY2(growth < Allowed, qPrintable(u"%1 bytes more"_s.arg(growth)));
}

void TestPaper::cancelEndsItAnywhere()
{
    constexpr int Rows = 1'500;
    int looks = 0;
    const auto run = [&](int allowed) {
        looks = 0;
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        const auto writer = makePdfWriter({}, buffer, [&] { return ++looks > allowed; });
        writer->begin(sampleHead(u"Calls"_s, false, Rows));
        writeCalls(*writer, Rows, 0);
        writer->finish();
    };
    run(1'000'000);
    const int all = looks;
    QVERIFY2(all > Rows / 64 * 2 + Rows / 16, qPrintable(QString::number(all))); // collecting, laying out, painting
    for (int step = 0; step < 12; ++step) {
        const int allowed = all * step / 12;
        bool ended = false;
        try {
            run(allowed);
        } catch (const ReportCancelledError &) {
            ended = true;
        }
        QVERIFY(ended);
        QCOMPARE(looks, allowed + 1); // nobody asks again after a yes
    }
}

void TestPaper::fullDiskIsSaid()
{
    for (const qint64 room : {0, 10, 3'000, 60'000}) {
        FullDevice device(room);
        QString problem;
        try {
            const auto writer = makePdfWriter({}, device, {});
            writer->begin(sampleHead(u"Calls"_s, false, 500));
            writeCalls(*writer, 500, 0);
            writer->finish();
        } catch (const ReportError &error) {
            problem = error.text();
        }
        QCOMPARE(problem, u"No space left on device"_s);
    }
}

void TestPaper::thePrinterGetsTheSamePages()
{
    const auto document = campaigns(80);
    QList<QStringList> copies;
    for (const int resolution : {1200, 300, 96}) {
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        {
            QPdfWriter device(&buffer);
            device.setResolution(resolution);
            device.setPageLayout({QPageSize(QPageSize::A4), QPageLayout::Landscape, QMarginsF(12, 12, 12, 12)});
            QVERIFY(paintReport(*document, device, {}, {}) > 1);
        }
        copies.append(pagesOf(buffer.data()));
        QVERIFY(
            popplerSays(u"pdfinfo"_s, {}, buffer.data(), false).contains(QRegularExpression(u"Page size: +84[12]"_s)));
    }
    const auto bare = [](const QStringList &pages) {
        QStringList result;
        for (const QString &page : pages)
            result.append(withoutBlanks(page));
        return result;
    };
    QCOMPARE(copies.at(1).size(), copies.at(0).size());
    QCOMPARE(bare(copies.at(1)), bare(copies.at(0)));
    QCOMPARE(bare(copies.at(2)).size(), bare(copies.at(0)).size());
}

void TestPaper::aRangeOfPagesCanBePrinted()
{
    const auto document = campaigns(200);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    int all = 0;
    {
        QPdfWriter device(&buffer);
        PrintOptions options;
        options.firstPage = 1;
        options.lastPage = 2;
        all = paintReport(*document, device, options, {});
    }
    const QStringList pages = pagesOf(buffer.data());
    QCOMPARE(pages.size(), 2);
    QVERIFY(pages.at(0).contains(u"Page 2 of %1"_s.arg(all)));
    QVERIFY(pages.at(1).contains(u"Page 3 of %1"_s.arg(all)));
}

QTEST_MAIN(TestPaper)
#include "test_paper.moc"
