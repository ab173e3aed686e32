// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/paper/paper_document.h"

#include <memory>

class QIODevice;

namespace callboard {

/// Collects a report for paper: rows go to a temporary file, what columns and charts need stays in memory. Needs a
/// QGuiApplication (for fonts), on any thread. After finish() the document can be painted: see paintReport().
class PaperReportWriter : public ReportWriter
{
public:
    /// `cancelled` may be empty; where it says so, functions throw ReportCancelledError.
    explicit PaperReportWriter(const ReportRequest &request, ReportCancelled cancelled = {});

    void begin(const ReportHead &head) override;
    void beginTable(const ReportTable &table) override;
    void text(const QString &text) override;
    void count(qint64 number) override;
    void decimal(double number) override;
    void share(const Ratio &ratio) override;
    void duration(qint64 ms) override;
    void time(qint64 epochMs) override;
    void empty() override;
    void endRow() override;
    void beginTotals() override;
    void endTable() override;
    void finish() override;

    /// The collected report; whole after finish().
    std::shared_ptr<PaperDocument> document() const { return m_document; }

protected:
    const ReportCancelled &cancelled() const { return m_cancelled; }

private:
    /// What a chart takes from each row.
    struct Feed
    {
        qint64 firstRow, endRow;
        int category;
        QList<int> columns;
    };
    void requireFont(const QString &text) const;
    void add(const QString &text, double value);
    void measure(PaperColumn &column, const QString &text) const;
    void addToCharts();
    void addCharts(const ReportTable &table, PaperTable &printed);
    void noteColumns(const ReportTable &table, qsizetype printed);

    QStringList m_wantedColumns;
    ReportCancelled m_cancelled;
    Format m_format;
    paper::Meters m_meters;
    bool m_lacksChinese;
    std::shared_ptr<PaperDocument> m_document;
    // Of the table that is being written:
    QList<int> m_places; ///< of its columns among the printed ones; -1: not printed
    QList<Feed> m_feeds; ///< one a chart
    PaperRow m_row;
    QStringList m_texts; ///< of the row, with the columns that are not printed
    QList<double> m_values;
    qint64 m_dataRows = 0;
};

/// Which of a table's columns are printed: all that were asked for, or as many as can be read. Indices.
QList<int> columnsForPaper(const ReportTable &table, const QStringList &asked);

/// The writer of the format "pdf": A4, fonts embedded as subsets. The device is open for writing and outlives it.
std::unique_ptr<ReportWriter> makePdfWriter(const ReportRequest &request, QIODevice &device,
                                            const ReportCancelled &cancelled);

} // namespace callboard
