// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/writer/report_writer.h"

namespace callboard {

/// Hands a masked report on with every phone number covered that stands in any text of it: cells of all columns,
/// titles, facts. What a definition covers itself (free texts, customer rows) is not changed by it. Stands before the
/// writer of every format, so that no new column can forget it. One thread; the other writer must outlive it.
class MaskingWriter : public ReportWriter
{
public:
    explicit MaskingWriter(ReportWriter &writer)
        : m_writer(writer)
    { }

    void begin(const ReportHead &head) override;
    void beginTable(const ReportTable &table) override;
    void text(const QString &text) override;
    void count(qint64 number) override;
    void decimal(double number) override { m_writer.decimal(number); }
    void share(const Ratio &ratio) override { m_writer.share(ratio); }
    void duration(qint64 ms) override { m_writer.duration(ms); }
    void time(qint64 epochMs) override { m_writer.time(epochMs); }
    void empty() override { m_writer.empty(); }
    void endRow() override { m_writer.endRow(); }
    void beginTotals() override { m_writer.beginTotals(); }
    void endTable() override { m_writer.endTable(); }
    void finish() override { m_writer.finish(); }
    QByteArray metadata() const override { return m_writer.metadata(); }

private:
    ReportWriter &m_writer;
};

} // namespace callboard
