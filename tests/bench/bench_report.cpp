// SPDX-License-Identifier: GPL-3.0-or-later
// Prints what the call list costs as CSV and as a workbook, beside the least it could cost: the sqlite3 program writing
// the same calls, and libxlsxwriter writing such cells without anything else. In turns, in one run.
//   bench_report sqlite:/path/file.db [ROUNDS [csv|xlsx|cancel|preview]]   without the last, all of them
#include "report/report_definition.h"
#include "report/xlsx/xlsx_text.h"
#include "store/database/connection.h"
#include "store/read/queries.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTextStream>

#include <xlsxwriter.h>

#include <algorithm>
#include <functional>

using namespace callboard;
using namespace Qt::StringLiterals;

namespace {

QTextStream out(stdout);

/// The most memory that this process has had since resetPeak(), in MB.
double peakMb()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = status.readAll();
    return text.mid(text.indexOf("VmHWM:") + 6, 20).simplified().split(' ').value(0).toDouble() / 1024.0;
}

void resetPeak()
{
    QFile refs(u"/proc/self/clear_refs"_s);
    if (refs.open(QIODevice::WriteOnly))
        refs.write("5");
}

double seconds(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return static_cast<double>(timer.nsecsElapsed()) / 1e9;
}

ReportRequest request(const QString &format, const QString &output, Privacy privacy)
{
    ReportRequest request;
    request.privacy = privacy;
    request.zone = QTimeZone::utc();
    request.format = format;
    request.output = output;
    return request;
}

void makeReport(Connection &connection, const ReportRequest &request)
{
    const ReportResult result = runReport(u"calls"_s, request, connection);
    if (!result.error.isEmpty())
        qFatal("%s", qPrintable(result.error));
}

/// What the table holds, column by column; `spread` also takes the customer's columns apart and writes times as the
/// report does.
QString query(Connection &connection, bool spread)
{
    const auto time = [&](const QString &column) {
        return spread
            ? u"CASE WHEN %1 > 0 THEN strftime('%Y-%m-%d %H:%M:%S', %1 / 1000, 'unixepoch') END AS %1"_s.arg(column)
            : column;
    };
    QStringList columns;
    for (const FieldInfo &info : fieldTable()) {
        if (info.kind != FieldKind::TextList)
            columns.append(info.kind == FieldKind::Time ? time(info.name) : QString(info.name));
    }
    columns << u"(time_ring - time_dial) / 1000.0"_s << u"(time_answer - time_dial) / 1000.0"_s
            << u"(time_hangup - time_answer) / 1000.0"_s << u"parts"_s << time(u"first_arrival"_s) << u"anomalies"_s
            << u"extra"_s;
    if (!spread)
        columns << u"head"_s << u"task_row_value"_s;
    QStringList names;
    for (const RowShape &shape : loadRowShapes(connection, {}))
        names += shape.head;
    names.removeDuplicates();
    for (const QString &name : std::as_const(names)) {
        if (spread)
            columns.append(
                u"json_extract(NULLIF(task_row_value, ''), '$[' || (SELECT key FROM json_each(NULLIF(head, '')) WHERE value = '%1') || ']')"_s
                    .arg(name));
    }
    return u"SELECT %1 FROM call LEFT JOIN row_head ON row_head.id = call.row_head_id "
           "ORDER BY placed_at DESC, call.id DESC;"_s.arg(columns.join(u", "_s));
}

void sqliteCsv(const QString &store, const QString &sql, const QString &output)
{
    QProcess process;
    process.setStandardOutputFile(output);
    process.start(u"sqlite3"_s, {u"-readonly"_s, u"-csv"_s, u"-header"_s, store, sql});
    if (!process.waitForFinished(-1) || process.exitCode() != 0)
        qFatal("The program sqlite3 is missing, or failed.");
}

struct Cell
{
    ColumnKind kind = ColumnKind::Text;
    QByteArray text;
    double number = 0;
    bool empty = false;
};

struct EnoughCells
{ };

/// Keeps the cells of the first rows.
class CellCollector : public ReportWriter
{
public:
    void begin(const ReportHead &) override { }
    void beginTable(const ReportTable &) override { rows.append(QList<Cell>()); }
    void text(const QString &text) override { add({ColumnKind::Text, text.toUtf8(), 0, text.isEmpty()}); }
    void count(qint64 number) override { add({ColumnKind::Count, {}, static_cast<double>(number), false}); }
    void decimal(double number) override { add({ColumnKind::Decimal, {}, number, false}); }
    void share(const Ratio &) override { empty(); }
    void duration(qint64 ms) override { add({ColumnKind::Duration, {}, static_cast<double>(ms) / 86'400'000, false}); }
    void time(qint64 at) override
    {
        add({ColumnKind::Time, {}, static_cast<double>(at / 1000) / 86'400 + 25'569, at == 0});
    }
    void empty() override { add({ColumnKind::Text, {}, 0, true}); }
    void endRow() override
    {
        if (rows.size() >= Most)
            throw EnoughCells();
        rows.append(QList<Cell>());
    }
    void beginTotals() override { }
    void endTable() override { }
    void finish() override { }
    QList<QList<Cell>> rows;

private:
    static constexpr qsizetype Most = 5000;
    void add(const Cell &cell) { rows.last().append(cell); }
};

QList<QList<Cell>> someCells(Connection &connection, const ReportRequest &request)
{
    CellCollector collector;
    try {
        findReport(u"calls"_s)->write(request, connection, collector, {}, {});
        collector.rows.removeLast();
    } catch (const EnoughCells &) { }
    return collector.rows;
}

/// libxlsxwriter and nothing else, the rows again and again.
void bareWorkbook(const QList<QList<Cell>> &rows, qint64 count, const QString &folder, const QString &output)
{
    QByteArray folderName = folder.toUtf8();
    const QByteArray fileName = output.toUtf8();
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = folderName.data();
    lxw_workbook *book = workbook_new_opt(fileName.constData(), &options);
    lxw_format *time = workbook_add_format(book), *duration = workbook_add_format(book);
    format_set_num_format(time, "yyyy-mm-dd hh:mm:ss");
    format_set_num_format(duration, "[h]:mm:ss");
    lxw_worksheet *sheet = nullptr;
    for (qint64 row = 0; row < count; ++row) {
        const auto at = static_cast<lxw_row_t>(row % 1'048'575);
        if (at == 0)
            sheet = workbook_add_worksheet(book, nullptr);
        lxw_col_t column = 0;
        for (const Cell &cell : rows.at(row % rows.size())) {
            if (!cell.empty && cell.kind == ColumnKind::Text)
                worksheet_write_string(sheet, at, column, cell.text.constData(), nullptr);
            else if (!cell.empty)
                worksheet_write_number(sheet, at, column, cell.number,
                                       cell.kind == ColumnKind::Time           ? time
                                           : cell.kind == ColumnKind::Duration ? duration
                                                                               : nullptr);
            ++column;
        }
    }
    if (workbook_close(book) != LXW_NO_ERROR)
        qFatal("libxlsxwriter failed.");
}

void print(const QString &name, double took, double base, double growth)
{
    out << name.leftJustified(44) << QString::number(took, 'f', 2) << " s";
    if (base > 0)
        out << ", " << QString::number(took / base, 'f', 2) << " of the least";
    if (growth >= 0)
        out << ", " << QString::number(growth, 'f', 0) << " MB more memory";
    out << '\n' << Qt::flush;
}

double measured(Connection &connection, const ReportRequest &request, double *growth)
{
    resetPeak();
    const double before = peakMb();
    const double took = seconds([&] { makeReport(connection, request); });
    *growth = std::max(0.0, peakMb() - before);
    return took;
}

void benchCsv(Connection &connection, const QString &store, const QTemporaryDir &folder)
{
    const QString file = folder.filePath(u"calls.csv"_s);
    const QString stored = query(connection, false), spread = query(connection, true);
    const double plain = seconds([&] { sqliteCsv(store, stored, file); });
    double growth = 0;
    const double full = measured(connection, request(u"csv"_s, file, Privacy::Revealed), &growth);
    print(u"sqlite3 -csv, as stored"_s, plain, 0, -1);
    print(u"CSV for Excel, numbers in full"_s, full, plain, growth);
    const double raw = measured(connection, request(u"csv-raw"_s, file, Privacy::Revealed), &growth);
    print(u"CSV for programs, numbers in full"_s, raw, plain, growth);
    const double masked = measured(connection, request(u"csv"_s, file, Privacy::Masked), &growth);
    print(u"CSV for Excel, masked"_s, masked, plain, growth);
    const double same = seconds([&] { sqliteCsv(store, spread, file); });
    print(u"sqlite3 -csv, the same columns"_s, same, 0, -1);
    print(u"CSV for Excel, beside that"_s, full, same, -1);
}

void benchXlsx(Connection &connection, qint64 calls, const QTemporaryDir &folder)
{
    const QString file = folder.filePath(u"calls.xlsx"_s);
    const ReportRequest asked = request(u"xlsx"_s, file, Privacy::Revealed);
    const QList<QList<Cell>> cells = someCells(connection, asked);
    const double bare = seconds([&] { bareWorkbook(cells, calls, folder.path(), file); });
    double growth = 0;
    const double full = measured(connection, asked, &growth);
    print(u"libxlsxwriter alone, such cells"_s, bare, 0, -1);
    print(u"Excel workbook, numbers in full"_s, full, bare, growth);
}

/// What the page of reports shows before anything is written, of all calls.
void benchPreviews(Connection &connection)
{
    constexpr int Rows = 50;
    for (const QString &name : reportNames()) {
        ReportRequest asked = request(u"csv"_s, {}, Privacy::Masked);
        if (!reportRefusal(name, asked).isEmpty())
            asked.filter.taskIds = {loadTasks(connection).value(0).taskId}; // the dossier is of one campaign
        const double took = seconds([&] {
            const ReportPreview preview = previewReport(name, asked, connection, Rows);
            if (!preview.error.isEmpty())
                qFatal("%s", qPrintable(preview.error));
        });
        print(u"preview of "_s + name, took, 0, -1);
    }
}

/// From the moment that a cancel is wanted until the report has ended.
void benchCancel(Connection &connection, const QString &format, const QTemporaryDir &folder)
{
    constexpr int Times = 10;
    const ReportRequest asked = request(format, folder.filePath(u"cancelled"_s), Privacy::Masked);
    const double whole = seconds([&] { makeReport(connection, asked); }) * 1000;
    QList<qint64> waits;
    for (int i = 0; i < Times; ++i) {
        const qint64 at = static_cast<qint64>(whole * (i + 0.5) / Times);
        QElapsedTimer timer;
        timer.start();
        const ReportResult result = runReport(u"calls"_s, asked, connection, {}, [&] { return timer.elapsed() >= at; });
        if (result.cancelled)
            waits.append(timer.elapsed() - at);
    }
    std::sort(waits.begin(), waits.end());
    out << u"cancel of %1, %2 times"_s.arg(format).arg(waits.size()).leftJustified(44) << waits.value(waits.size() / 2)
        << " ms median, " << (waits.isEmpty() ? 0 : waits.constLast()) << " ms worst\n"
        << Qt::flush;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const std::optional<StoreUrl> url = StoreUrl::parse(application.arguments().value(1), nullptr);
    if (!url)
        return 2;
    const int rounds = application.arguments().value(2, u"1"_s).toInt();
    const QString only = application.arguments().value(3);
    const auto wanted = [&](const QString &what) { return only.isEmpty() || only == what; };
    const QTemporaryDir folder;
    Connection connection(*url, Access::Read);
    const qint64 calls = countCalls(connection, {});
    out << "reports of " << calls << " calls:\n" << Qt::flush;
    if (wanted(u"csv"_s) || wanted(u"xlsx"_s))
        makeReport(connection, request(u"csv"_s, folder.filePath(u"warm.csv"_s), Privacy::Revealed));
    for (int round = 0; round < rounds; ++round) {
        if (wanted(u"csv"_s))
            benchCsv(connection, url->localFile(), folder);
        if (wanted(u"xlsx"_s))
            benchXlsx(connection, calls, folder);
    }
    if (wanted(u"preview"_s))
        benchPreviews(connection);
    for (const QString &format : {u"csv"_s, u"xlsx"_s}) {
        if (wanted(u"cancel"_s))
            benchCancel(connection, format, folder);
    }
    return 0;
}
