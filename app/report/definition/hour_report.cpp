// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/definition/report_head.h"
#include "report/definition/report_parts.h"
#include "report/report_definition.h"
#include "report/writer/report_text.h"

#include "record/figures/week_hours.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

/// Above two years a table of every hour says nothing more, and one call with a wrong clock would make it endless.
constexpr qint64 MostHours = 20'000;
/// A chart of more points is no picture any more.
constexpr qsizetype MostChartHours = 24 * 31;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(HourReport)
};

QLocale programLocale()
{
    return QLocale(programSpeaksChinese() ? u"zh_CN"_s : u"en"_s);
}

QString weekday(int day) ///< 0 Monday
{
    return programLocale().standaloneDayName(day + 1);
}

GroupFigures &operator+=(GroupFigures &sum, const GroupFigures &part)
{
    sum.tally += part.tally; // hours and days have no contacts of their own
    return sum;
}

QMap<qint64, GroupFigures> loadQuarters(const ReportScope &scope)
{
    const CellMap cells = loadCells(scope.connection(), scope.filter(), QuarterMs).cells;
    QMap<qint64, GroupFigures> quarters;
    for (auto it = cells.cbegin(); it != cells.cend(); ++it)
        quarters[it.key().bucket].tally += tallyOf(it.key(), it.value(), scope.rules());
    return quarters;
}

/// The period's quarter hours; where it is open, those from the first call to the last.
TimeRange quarterRange(const TimeRange &period, const QMap<qint64, GroupFigures> &quarters)
{
    TimeRange range = period;
    if (period.from <= 0)
        range.from = quarters.isEmpty() ? 0 : quarters.firstKey();
    if (period.to == TimeRange().to)
        range.to = quarters.isEmpty() ? range.from : quarters.lastKey() + QuarterMs;
    return {bucketStart(range.from, QuarterMs), range.to};
}

class HourMaker
{
public:
    explicit HourMaker(const ReportScope &scope)
        : m_scope(scope)
    { }

    void add(qint64 quarter, const GroupFigures &figures)
    {
        constexpr int QuartersBetweenLooks = 1000;
        if (++m_taken % QuartersBetweenLooks == 0)
            m_scope.checkCancelled();
        const QDateTime local = QDateTime::fromMSecsSinceEpoch(quarter, m_scope.request().zone);
        const int hour = local.time().hour();
        if (m_rows.isEmpty() || m_rows.constLast().day != local.date() || m_rows.constLast().hour != hour
            || m_rows.constLast().offsetSeconds != local.offsetFromUtc())
            m_rows.append({quarter, local.date(), hour, local.offsetFromUtc(), {}});
        m_rows.last().figures += figures;
    }

    QList<HourRow> rows() const { return m_rows; }

private:
    const ReportScope &m_scope;
    QList<HourRow> m_rows;
    int m_taken = 0;
};

QList<ReportChart> timeCharts(const TableHead &head, const QString &counts, const QString &rates)
{
    return {chartOf(head, counts, ReportChart::Shape::Columns, {u"attempts"_s, u"connected"_s}),
            chartOf(head, rates, ReportChart::Shape::Lines, {u"connect_rate"_s, u"success_rate"_s})};
}

struct WeekCell
{
    qint64 attempts = 0, connected = 0;
};
using WeekCells = std::array<std::array<WeekCell, WeekDays>, DayHours>;

WeekCells weekCells(const QList<HourRow> &hours)
{
    WeekCells cells{};
    for (const HourRow &row : hours) {
        WeekCell &cell = cells[static_cast<std::size_t>(row.hour)][static_cast<std::size_t>(row.day.dayOfWeek() - 1)];
        cell.attempts += row.figures.tally.attempts;
        cell.connected += row.figures.tally.connected;
    }
    return cells;
}

TableHead weekHead(const QString &name, const QString &title, Show show)
{
    static constexpr const char *Names[] = {"monday", "tuesday",  "wednesday", "thursday",
                                            "friday", "saturday", "sunday"};
    TableHead head{name, title, {{u"hour"_s, Texts::tr("Hour")}}};
    for (int day = 0; day < WeekDays; ++day)
        head.columns.append({QString::fromLatin1(Names[day]), weekday(day), show});
    head.columns.append({u"all_days"_s, Texts::tr("All days"), show});
    return head;
}

void writeWeekTable(const ReportScope &scope, ReportWriter &writer, const TableHead &head, const WeekCells &cells,
                    ReportChart::Shape shape, Ratio (*figureOf)(const WeekCell &))
{
    ReportChart chart{head.title, shape, 0, {}, 0, -1};
    for (int day = 0; day < WeekDays; ++day)
        chart.series.append(day + 1);
    TableRows rows(scope, writer, head, {chart});
    for (int hour = 0; hour < DayHours; ++hour) {
        QList<ReportCell> row{u"%1:00"_s.arg(hour, 2, 10, QChar(u'0'))};
        WeekCell all;
        for (const WeekCell &cell : cells[static_cast<std::size_t>(hour)]) {
            row.append(figureOf(cell));
            all = {all.attempts + cell.attempts, all.connected + cell.connected};
        }
        rows.add(row << figureOf(all));
    }
    rows.end(totalsLabel());
}

qint64 writeReport(const ReportRequest &request, Connection &connection, ReportWriter &writer,
                   const ReportProgress &progress, const ReportCancelled &cancelled)
{
    const ReportScope scope(request, connection, cancelled);
    const HourRows hours = loadHours(scope);
    ReportFacts facts;
    if (hours.isSparse)
        facts.append({Texts::tr("Hours"), Texts::tr("only those with calls, because the period has so many")});
    writer.begin(reportHead(scope, reportTitle(u"hours"_s), hours.rows.size(), facts));
    const qint64 rows = writeHours(scope, writer, hours.rows, request.columns);
    writeDays(scope, writer, hours.rows);
    writeWeek(scope, writer, hours.rows);
    return finish(writer, progress, rows);
}

} // namespace

HourRows loadHours(const ReportScope &scope)
{
    const QMap<qint64, GroupFigures> quarters = loadQuarters(scope);
    const TimeRange range = quarterRange(scope.filter().range, quarters);
    const bool isSparse = (range.to - range.from) / HourMs > MostHours;
    HourMaker maker(scope);
    if (isSparse) {
        for (auto it = quarters.cbegin(); it != quarters.cend(); ++it)
            maker.add(it.key(), it.value());
        return {maker.rows(), true};
    }
    for (qint64 quarter = range.from; quarter < range.to; quarter += QuarterMs)
        maker.add(quarter, quarters.value(quarter));
    return {maker.rows(), false};
}

qint64 writeHours(const ReportScope &scope, ReportWriter &writer, const QList<HourRow> &hours,
                  const QStringList &chosenColumns)
{
    const QList<Metric> figures = metricsAt(&MetricPlaces::group);
    const TableHead head{u"hours"_s, Texts::tr("By hour"),
                         QList<ReportFigureColumn>{{u"hour"_s, Texts::tr("Hour"), Show::Moment},
                                                   {u"utc_offset"_s, Texts::tr("Offset from UTC")},
                                                   {u"weekday"_s, Texts::tr("Weekday")}}
                             + columnsOf(figures)};
    QList<ReportChart> charts;
    if (hours.size() <= MostChartHours)
        charts = timeCharts(head, Texts::tr("Attempts and connected calls by hour"), Texts::tr("Rates by hour"));
    TableRows rows(scope, writer, head, charts, chosenColumns);
    for (const HourRow &hour : hours)
        rows.add(
            QList<ReportCell>{Ratio{hour.start, 1}, offsetText(hour.offsetSeconds), weekday(hour.day.dayOfWeek() - 1)}
            + cellsOf(figures, hour.figures));
    rows.end(totalsLabel());
    return rows.count();
}

void writeDays(const ReportScope &scope, ReportWriter &writer, const QList<HourRow> &hours)
{
    QMap<QDate, GroupFigures> days;
    for (const HourRow &hour : hours)
        days[hour.day] += hour.figures;
    const QList<Metric> figures = metricsAt(&MetricPlaces::group);
    const TableHead head{u"days"_s, Texts::tr("By day"),
                         QList<ReportFigureColumn>{{u"day"_s, Texts::tr("Day")}, {u"weekday"_s, Texts::tr("Weekday")}}
                             + columnsOf(figures)};
    TableRows rows(scope, writer, head,
                   timeCharts(head, Texts::tr("Attempts and connected calls by day"), Texts::tr("Rates by day")));
    for (auto it = days.cbegin(); it != days.cend(); ++it)
        rows.add(QList<ReportCell>{it.key().toString(Qt::ISODate), weekday(it.key().dayOfWeek() - 1)}
                 + cellsOf(figures, it.value()));
    rows.end(totalsLabel());
}

void writeWeek(const ReportScope &scope, ReportWriter &writer, const QList<HourRow> &hours)
{
    const WeekCells cells = weekCells(hours);
    writeWeekTable(scope, writer,
                   weekHead(u"weekday-attempts"_s, Texts::tr("Attempts by hour of the day and weekday"), Show::Count),
                   cells, ReportChart::Shape::StackedColumns, [](const WeekCell &cell) {
                       return Ratio{cell.attempts, 1};
                   });
    writeWeekTable(
        scope, writer,
        weekHead(u"weekday-connect-rate"_s, Texts::tr("Connect rate by hour of the day and weekday"), Show::Share),
        cells, ReportChart::Shape::Lines, [](const WeekCell &cell) {
            return Ratio{cell.connected, cell.attempts};
        });
}

ReportDefinition hoursReport()
{
    return {u"hours"_s, QT_TRANSLATE_NOOP("Report", "Hours, days and weekdays"),
            QT_TRANSLATE_NOOP("Report", "Attempts, rates and talk by hour, by day, and by hour of the week"),
            writeReport};
}

} // namespace callboard
