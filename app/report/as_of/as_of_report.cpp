// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/as_of/as_of_report.h"

#include "record/call/utc_time.h"
#include "report/as_of/changed_tables.h"
#include "report/writer/masking_writer.h"
#include "report/writer/report_text.h"
#include "store/database/snapshot.h"

#include <QCoreApplication>
#include <QDateTime>

#include <cstdlib>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(AsOf)
};

QString offsetText(qint64 epochMs, const QTimeZone &zone)
{
    const int minutes = zone.offsetFromUtc(utcTime(epochMs)) / 60;
    const QString offset = u"UTC%1%2"_s.arg(QChar(minutes < 0 ? u'-' : u'+')).arg(std::abs(minutes) / 60);
    return minutes % 60 == 0 ? offset : offset + u":%1"_s.arg(std::abs(minutes) % 60, 2, 10, QChar(u'0'));
}

/// A report's writer that says of what moment the report is, and adds what changed since.
class AsOfWriter : public ReportWriter
{
public:
    AsOfWriter(const QString &reportName, const ReportRequest &request, AsOfStore &store, ReportWriter &writer,
               const ReportCancelled &cancelled)
        : m_reportName(reportName)
        , m_request(request)
        , m_store(store)
        , m_writer(writer)
        , m_cancelled(cancelled)
    { }

    void begin(const ReportHead &head) override;
    void beginTable(const ReportTable &table) override { m_writer.beginTable(table); }
    void text(const QString &text) override { m_writer.text(text); }
    void count(qint64 number) override { m_writer.count(number); }
    void decimal(double number) override { m_writer.decimal(number); }
    void share(const Ratio &ratio) override { m_writer.share(ratio); }
    void duration(qint64 ms) override { m_writer.duration(ms); }
    void time(qint64 epochMs) override { m_writer.time(epochMs); }
    void empty() override { m_writer.empty(); }
    void endRow() override { m_writer.endRow(); }
    void beginTotals() override { m_writer.beginTotals(); }
    void endTable() override { m_writer.endTable(); }
    void finish() override;
    QByteArray metadata() const override { return m_writer.metadata(); }

private:
    void addFacts(ReportHead &head) const;

    QString m_reportName;
    const ReportRequest &m_request;
    AsOfStore &m_store;
    ReportWriter &m_writer;
    const ReportCancelled &m_cancelled;
};

void AsOfWriter::begin(const ReportHead &head)
{
    ReportHead known = head;
    known.title =
        Texts::tr("%1, as known at %2 (%3)")
            .arg(head.title, localTimeText(m_request.asOf, m_request.zone), offsetText(m_request.asOf, m_request.zone));
    addFacts(known);
    m_writer.begin(known);
}

void AsOfWriter::addFacts(ReportHead &head) const
{
    const AsOfFacts &facts = m_store.facts();
    head.facts.append(
        {Texts::tr("Calls known then"),
         Texts::tr("%1, of which %2 were made anew from the messages of then").arg(facts.calls).arg(facts.rebuilt)});
    if (facts.shownAsNow > 0) {
        head.facts.append({Texts::tr("Not reconstructed"),
                           Texts::tr("%1 calls are shown as they are now: more was heard of them later, and "
                                     "the messages of then are no longer kept")
                               .arg(facts.shownAsNow)});
    }
    if (!facts.hasMessageCounts) {
        head.facts.append({Texts::tr("Messages of then"),
                           Texts::tr("no longer kept: accepted messages are those that the calls tell of, "
                                     "repeated ones are not counted")});
    }
    head.facts.append({Texts::tr("As of today"),
                       Texts::tr("names, list sizes, calling hours and success rules of campaigns, and "
                                 "which meanings of codes were decided: these are kept without a history")});
}

void AsOfWriter::finish()
{
    const ChangedTables changed(m_request, m_store, m_cancelled);
    changed.writeByCampaign(m_writer);
    if (m_reportName == "calls"_L1)
        changed.writeCalls(m_writer);
    m_writer.finish();
}

} // namespace

namespace {

qint64 writeCovered(const ReportDefinition &definition, const ReportRequest &request, Connection &connection,
                    ReportWriter &writer, const ReportProgress &progress, const ReportCancelled &cancelled)
{
    if (request.asOf <= 0) {
        const Snapshot snapshot(connection);
        return definition.write(request, connection, writer, progress, cancelled);
    }
    AsOfStore store(connection, request.asOf, progress, cancelled);
    AsOfWriter known(definition.name, request, store, writer, cancelled);
    const Snapshot snapshot(store.connection());
    return definition.write(request, store.connection(), known, progress, cancelled);
}

} // namespace

qint64 writeReport(const ReportDefinition &definition, const ReportRequest &request, Connection &connection,
                   ReportWriter &writer, const ReportProgress &progress, const ReportCancelled &cancelled)
{
    if (request.privacy == Privacy::Revealed)
        return writeCovered(definition, request, connection, writer, progress, cancelled);
    MaskingWriter covering(writer);
    return writeCovered(definition, request, connection, covering, progress, cancelled);
}

} // namespace callboard
