// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/paper/paper_report_writer.h"

#include "report/paper/paper_titles.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QHash>

#include <algorithm>
#include <limits>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr double NoNumber = std::numeric_limits<double>::quiet_NaN();
constexpr qsizetype MostCategories = 2000; ///< of a chart; beyond, nothing could be told apart
constexpr qsizetype MostInFact = 1000; ///< characters: a filter may name many campaigns
constexpr qsizetype MostColumns = 16; ///< more need to be asked for
constexpr int RowsPerCancelCheck = 64; ///< at whether it was cancelled

/// The columns of the call list that tell most, in the order in which they are read.
const QStringList &tellingColumns()
{
    static const QStringList names{u"time_hangup"_s, u"task_id"_s,     u"callee"_s,           u"caller"_s,
                                   u"task_tries"_s,  u"task_result"_s, u"task_result_desc"_s, u"class"_s,
                                   u"time_dial"_s,   u"time_answer"_s, u"talk_seconds"_s,     u"anomalies"_s};
    return names;
}

/// The kinds of a chart's figures: shares and counts have no common axis.
QList<ColumnKind> kindsOf(const ReportTable &table, const ReportChart &chart)
{
    QList<ColumnKind> kinds;
    for (int column : chart.series) {
        if (!kinds.contains(table.columns.at(column).kind))
            kinds.append(table.columns.at(column).kind);
    }
    return kinds;
}

} // namespace

QList<int> columnsForPaper(const ReportTable &table, const QStringList &asked)
{
    QHash<QString, int> places;
    QList<int> all, telling;
    for (int i = 0; i < table.columns.size(); ++i) {
        all.append(i);
        places.insert(columnName(table.columns.at(i)), i);
    }
    for (const QString &name : tellingColumns()) {
        if (places.contains(name))
            telling.append(places.value(name));
    }
    constexpr qsizetype FewestTelling = 4; // otherwise it is another table than the call list
    const bool isChoice = asked.isEmpty() && all.size() > MostColumns && telling.size() >= FewestTelling;
    return isChoice ? telling : all;
}

PaperReportWriter::PaperReportWriter(const ReportRequest &request, ReportCancelled cancelled)
    : m_wantedColumns(request.columns)
    , m_cancelled(std::move(cancelled))
    , m_format(paperFormat(request.zone))
    , m_lacksChinese(!paper::hasChineseFont())
    , m_document(std::make_shared<PaperDocument>())
{
    m_document->zone = request.zone;
    m_document->made = QCoreApplication::translate("Paper", "Made %1 (%2) with Callboard %3")
                           .arg(m_format.dateTime(QDateTime::currentMSecsSinceEpoch()),
                                QString::fromUtf8(request.zone.id()), QStringLiteral(CALLBOARD_VERSION));
}

void PaperReportWriter::begin(const ReportHead &head)
{
    m_document->head = head;
    m_document->head.title = paper::printable(head.title);
    requireFont(head.title);
    for (auto &[name, value] : m_document->head.facts) {
        name = paper::printable(name);
        value = paper::printable(value, MostInFact);
        requireFont(name + value);
    }
}

void PaperReportWriter::beginTable(const ReportTable &table)
{
    m_dataRows = 0;
    PaperTable printed;
    printed.title = paper::printable(table.title);
    m_places = QList<int>(table.columns.size(), -1);
    for (int column : columnsForPaper(table, m_wantedColumns)) {
        m_places[column] = static_cast<int>(printed.columns.size());
        printed.columns.append({paperTitle(table.columns.at(column)), table.columns.at(column).kind, 0, 0});
    }
    m_row.cells = QStringList(printed.columns.size());
    addCharts(table, printed);
    printed.offset = m_document->spool.position();
    noteColumns(table, printed.columns.size());
    m_document->tables.push_back(std::move(printed));
}

void PaperReportWriter::addCharts(const ReportTable &table, PaperTable &printed)
{
    m_feeds.clear();
    for (const ReportChart &chart : table.charts) {
        for (ColumnKind kind : kindsOf(table, chart)) {
            const qint64 end = chart.rows < 0 ? std::numeric_limits<qint64>::max() : chart.firstRow + chart.rows;
            Feed feed{chart.firstRow, end, chart.category, {}};
            // What stands above the table need not be said again.
            const QString title = chart.title == table.title ? QString() : paper::printable(chart.title);
            PaperChart empty{title, chart.shape, kind, {}, {}, 0};
            for (int column : chart.series) {
                if (table.columns.at(column).kind != kind)
                    continue;
                const QString name = paperTitle(table.columns.at(column)).simplified();
                empty.series.append({name, paper::seriesColor(empty.series.size(), name), {}});
                feed.columns.append(column);
            }
            m_feeds.append(feed);
            printed.charts.append(empty);
        }
    }
}

void PaperReportWriter::noteColumns(const ReportTable &table, qsizetype printed)
{
    if (!m_places.contains(-1))
        return;
    const QString text =
        QCoreApplication::translate(
            "Paper", "%1 of %2 columns; the others are in the CSV and XLSX files, or printed when they are chosen")
            .arg(printed)
            .arg(table.columns.size());
    m_document->head.facts.append({QCoreApplication::translate("Paper", "Columns"), text});
}

void PaperReportWriter::measure(PaperColumn &column, const QString &text) const
{
    const paper::Meter &meter = m_meters[m_row.isTotal ? paper::Type::BodyBold : paper::Type::Body];
    if (!text.contains(u'\n')) {
        const double width = meter.width(text);
        if (width > column.widest)
            column.widest = width;
        if (width > column.widestWord)
            column.widestWord = std::max(column.widestWord, meter.widestWord(text));
        return;
    }
    for (const QString &line : text.split(u'\n')) {
        column.widest = std::max(column.widest, meter.width(line));
        column.widestWord = std::max(column.widestWord, meter.widestWord(line));
    }
}

void PaperReportWriter::add(const QString &text, double value)
{
    const qsizetype column = m_values.size();
    m_values.append(value);
    m_texts.append(text);
    if (m_places.value(column, -1) < 0)
        return;
    measure(m_document->tables.back().columns[m_places.at(column)], text);
    m_row.cells[m_places.at(column)] = text;
}

/// Better no page than one whose words are empty boxes.
void PaperReportWriter::requireFont(const QString &text) const
{
    if (m_lacksChinese && paper::holdsChinese(text))
        throw ReportError(
            "Paper",
            QT_TRANSLATE_NOOP("Paper", "no font with Chinese characters is installed (on Debian: fonts-noto-cjk)"));
}

void PaperReportWriter::text(const QString &text)
{
    requireFont(text);
    add(paper::printable(text), NoNumber);
}

void PaperReportWriter::count(qint64 number)
{
    add(m_format.count(number), static_cast<double>(number));
}

void PaperReportWriter::decimal(double number)
{
    add(m_format.decimal(number), number);
}

void PaperReportWriter::share(const Ratio &ratio)
{
    add(m_format.share(ratio), ratio.value().value_or(NoNumber));
}

void PaperReportWriter::duration(qint64 ms)
{
    add(m_format.duration(ms), static_cast<double>(ms));
}

void PaperReportWriter::time(qint64 epochMs)
{
    add(m_format.dateTime(epochMs), NoNumber);
}

void PaperReportWriter::empty()
{
    add({}, NoNumber);
}

void PaperReportWriter::endRow()
{
    if (!m_row.isTotal)
        addToCharts();
    m_document->spool.append(m_row);
    ++m_document->tables.back().rows;
    m_dataRows += m_row.isTotal ? 0 : 1;
    m_row.cells.fill(QString());
    m_texts.clear();
    m_values.clear();
    if (m_document->tables.back().rows % RowsPerCancelCheck == 0 && m_cancelled && m_cancelled())
        throw ReportCancelledError();
}

void PaperReportWriter::addToCharts()
{
    QList<PaperChart> &charts = m_document->tables.back().charts;
    for (qsizetype i = 0; i < m_feeds.size(); ++i) {
        const Feed &feed = m_feeds.at(i);
        if (m_dataRows < feed.firstRow || m_dataRows >= feed.endRow)
            continue;
        PaperChart &chart = charts[i];
        if (chart.categories.size() >= MostCategories) {
            ++chart.leftOut;
            continue;
        }
        chart.categories.append(m_texts.value(feed.category).simplified());
        for (qsizetype series = 0; series < feed.columns.size(); ++series)
            chart.series[series].values.append(m_values.value(feed.columns.at(series), NoNumber));
    }
}

void PaperReportWriter::beginTotals()
{
    m_row.isTotal = true;
}

void PaperReportWriter::endTable()
{
    m_row.isTotal = false;
}

void PaperReportWriter::finish()
{
    m_document->spool.endWriting();
}

} // namespace callboard
