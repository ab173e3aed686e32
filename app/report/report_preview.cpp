// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/as_of/as_of_report.h"
#include "report/writer/report_text.h"
#include "store/database/connection.h"

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

/// Thrown to leave a report whose rest is not wanted.
struct PreviewIsFull
{ };

/// Keeps the first rows of each table. A table of more than this many rows ends the report.
constexpr qint64 LongestTable = 2000;

class PreviewWriter : public ReportWriter
{
public:
    PreviewWriter(const ReportRequest &request, int rows, ReportPreview &preview)
        : m_zone(request.zone)
        , m_wanted(rows)
        , m_preview(preview)
    { }

    void begin(const ReportHead &head) override { m_preview.head = head; }
    void beginTable(const ReportTable &table) override;
    void text(const QString &text) override { m_row.append(shortenedText(text)); }
    void count(qint64 number) override { m_row.append(QString::number(number)); }
    void decimal(double number) override { m_row.append(decimalText(number)); }
    void share(const Ratio &ratio) override;
    void duration(qint64 ms) override { m_row.append(clockText(ms)); }
    void time(qint64 epochMs) override { m_row.append(localTimeText(epochMs, m_zone)); }
    void empty() override { m_row.append(QString()); }
    void endRow() override;
    void beginTotals() override { m_totals = true; }
    void endTable() override { m_totals = false; }
    void finish() override { }

private:
    QTimeZone m_zone;
    int m_wanted;
    ReportPreview &m_preview;
    QStringList m_row;
    qint64 m_rows = 0; ///< of the current table
    bool m_totals = false;
};

void PreviewWriter::beginTable(const ReportTable &table)
{
    m_preview.tables.append({table, {}, {}, false});
    m_rows = 0;
}

void PreviewWriter::share(const Ratio &ratio)
{
    const std::optional<double> value = ratio.value();
    m_row.append(value ? percentText(*value) : u"–"_s);
}

void PreviewWriter::endRow()
{
    PreviewTable &table = m_preview.tables.last();
    const QStringList row = std::exchange(m_row, {});
    if (m_totals)
        return table.totals.append(row);
    if (++m_rows <= m_wanted)
        return table.rows.append(row);
    table.hasMore = true;
    if (m_rows > LongestTable) {
        m_preview.hasMore = true;
        throw PreviewIsFull();
    }
}

} // namespace

ReportPreview previewReport(const QString &name, const ReportRequest &request, Connection &connection, int rows,
                            const ReportCancelled &cancelled)
{
    if (const ReportDefinition *definition = findReport(name))
        return previewReport(*definition, request, connection, rows, cancelled);
    ReportPreview preview;
    preview.error = reportRefusal(name, request);
    return preview;
}

ReportPreview previewReport(const ReportDefinition &definition, const ReportRequest &request, Connection &connection,
                            int rows, const ReportCancelled &cancelled)
{
    ReportPreview preview;
    preview.error = refusalOf(definition, request);
    if (!preview.error.isEmpty())
        return preview;
    try {
        PreviewWriter writer(request, rows, preview);
        preview.cancelled = writeReport(definition, request, connection, writer, {}, cancelled) < 0;
    } catch (const PreviewIsFull &) {
        return preview;
    } catch (const QueryCancelled &) {
        preview.cancelled = true;
    } catch (const ReportCancelledError &) {
        preview.cancelled = true;
    } catch (const StoreError &error) {
        preview.error = error.readerText();
    } catch (const ReportError &error) {
        preview.error = error.text();
    }
    return preview;
}

} // namespace callboard
