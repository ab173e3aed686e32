// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/push/status_text.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr double MsPerSecond = 1000.0;

/// Writes one family after the other.
class MetricsText
{
public:
    void family(const char *name, const char *type, const char *help)
    {
        m_name = QByteArray("callboard_") + name;
        m_text.append("# HELP ").append(m_name).append(' ').append(help).append('\n');
        m_text.append("# TYPE ").append(m_name).append(' ').append(type).append('\n');
    }
    void sample(const QByteArray &value, const QByteArray &labels = {}, const char *suffix = "")
    {
        m_text.append(m_name).append(suffix);
        if (!labels.isEmpty())
            m_text.append('{').append(labels).append('}');
        m_text.append(' ').append(value).append('\n');
    }
    void sample(qint64 value, const QByteArray &labels = {}) { sample(QByteArray::number(value), labels); }
    void single(const char *name, const char *type, const char *help, qint64 value)
    {
        family(name, type, help);
        sample(value);
    }
    QByteArray text() const { return m_text; }

private:
    QByteArray m_name, m_text;
};

/// By the clock as it goes now: one that was ahead at the latest push must not make it look fresh for years.
qint64 lastPushAt(const ReceiverStats &stats, const IngestState &ingest, qint64 nowMs)
{
    return ingest.lastPushAt > 0 ? ingest.lastPushAt : std::min(stats.lastPushAt, nowMs);
}

void writePushes(MetricsText &out, const ReceiverStats &stats, const QList<PushKindInfo> &kinds, qint64 lastPushAt)
{
    out.family("pushes_total", "counter", "Pushes by part and outcome.");
    out.sample(stats.pushesBasic, R"(part="basic",outcome="stored")");
    out.sample(stats.pushesOutbound, R"(part="outbound",outcome="stored")");
    for (const PushKindInfo &info : kinds) {
        if (info.kind != PushKind::Record)
            out.sample(stats.pushesOther.value(info.kind),
                       "part=\"" + QByteArray(info.word.data(), info.word.size()) + R"(",outcome="stored")");
    }
    out.sample(stats.pushesRefused, R"(part="none",outcome="refused")");
    out.sample(stats.pushesUnavailable, R"(part="none",outcome="unavailable")");
    out.single("unauthorized_total", "counter", "Pushes with a wrong or missing token.", stats.unauthorized);
    out.single("bans_total", "counter", "How often an address was shut out after wrong tokens.", stats.bans);
    out.single("too_large_total", "counter", "Pushes over the body limit.", stats.tooLarge);
    out.family("last_push_timestamp_seconds", "gauge",
               "When the latest push was stored, or arrived where none is stored yet, since the "
               "program started, by the clock as it goes now; 0: none yet.");
    out.sample(QByteArray::number(static_cast<double>(lastPushAt) / MsPerSecond, 'f', 3));
}

void writeReplies(MetricsText &out, const ReceiverStats &stats)
{
    out.single("requests_total", "counter", "Requests, those turned away included.", stats.requests);
    out.family("replies_total", "counter", "Answers by HTTP status.");
    for (auto it = stats.replies.begin(); it != stats.replies.end(); ++it)
        out.sample(it.value(), "status=\"" + QByteArray::number(it.key()) + '"');
}

void writeConnections(MetricsText &out, const ReceiverStats &stats)
{
    out.single("connections", "gauge", "Open connections.", stats.connections);
    out.single("connections_total", "counter", "Accepted connections.", stats.connectionsTotal);
    out.family("connections_refused_total", "counter", "Connections closed at once.");
    out.sample(stats.refusedByAllowList, R"(reason="allow_list")");
    out.sample(stats.refusedByLimit, R"(reason="limit")");
    out.sample(stats.refusedByAddressLimit, R"(reason="address_limit")");
    out.sample(stats.refusedByBan, R"(reason="ban")");
    out.single("accept_errors_total", "counter", "Connections that the system would not accept.", stats.acceptErrors);
    out.single("tls_failures_total", "counter", "TLS handshakes that failed.", stats.tlsFailures);
    out.single("unfinished_bytes", "gauge", "Memory of the requests that are not complete.", stats.unfinishedBytes);
    out.single("bodies_given_up_total", "counter", "Requests answered 503 to save memory.", stats.bodiesGivenUp);
    out.single("timeouts_total", "counter", "Requests that did not end in time.", stats.timeouts);
}

void writeIngest(MetricsText &out, const IngestState &ingest)
{
    out.single("queue_depth", "gauge", "Messages waiting for the store.", ingest.queued);
    out.single("queue_bytes", "gauge", "Bytes waiting for the store.", ingest.queuedBytes);
    out.single("store_writable", "gauge", "1 while the store takes messages.", ingest.writable ? 1 : 0);
    out.single("retention_waiting", "gauge", "1 while nothing is removed for its age because the clock is doubted.",
               ingest.retentionWaits ? 1 : 0);
    out.single("free_disk_bytes", "gauge", "Free space on the store's volume; -1 when unknown.", ingest.freeDiskBytes);
    out.single("repeated_total", "counter", "Messages that had been there before.", ingest.repeated);
    out.single("batch_size_max", "gauge", "Messages in the largest commit.", ingest.largestBatch);
    out.family("batch_size", "summary", "Messages per commit.");
    out.sample(QByteArray::number(ingest.committedArrivals), {}, "_sum");
    out.sample(QByteArray::number(ingest.commits), {}, "_count");
}

void writeLatency(MetricsText &out, const ReceiverStats &stats)
{
    out.family("ack_seconds", "histogram", "From a push's last byte to its answer.");
    qint64 cumulated = 0;
    for (std::size_t i = 0; i < stats.ackBuckets.size(); ++i) {
        cumulated += stats.ackBuckets[i];
        const bool bounded = i < AckBucketBoundsMs.size();
        const QByteArray bound = bounded ? QByteArray::number(AckBucketBoundsMs[i] / MsPerSecond) : "+Inf";
        out.sample(QByteArray::number(cumulated), "le=\"" + bound + '"', "_bucket");
    }
    out.sample(QByteArray::number(stats.ackSumSeconds, 'f', 6), {}, "_sum");
    out.sample(QByteArray::number(cumulated), {}, "_count");
}

QString stateWord(const IngestState &ingest)
{
    if (ingest.file == FileState::Damaged)
        return u"damaged"_s;
    return ingest.writable ? u"ok"_s : u"unavailable"_s;
}

QString fileWord(FileState file)
{
    switch (file) {
    case FileState::Unknown:
        break;
    case FileState::Checking:
        return u"checking"_s;
    case FileState::Sound:
        return u"sound"_s;
    case FileState::Damaged:
        return u"damaged"_s;
    }
    return u"not checked"_s;
}

} // namespace

Reply healthReply(const IngestState &ingest, qint64 nowMs)
{
    const bool pushed = ingest.lastPushAt > 0;
    const QJsonObject object{
        {u"state"_s, stateWord(ingest)},
        {u"store_file"_s, fileWord(ingest.file)},
        {u"last_push_age_ms"_s, pushed ? QJsonValue(qMax<qint64>(0, nowMs - ingest.lastPushAt)) : QJsonValue()},
        {u"queue_depth"_s, ingest.queued},
        {u"store_writable"_s, ingest.writable},
        {u"free_disk_bytes"_s, ingest.freeDiskBytes >= 0 ? QJsonValue(ingest.freeDiskBytes) : QJsonValue()},
        {u"trouble"_s, ingest.trouble},
        {u"trouble_code"_s, ingest.troubleCode},
        {u"retention"_s, ingest.retentionWaits ? u"waiting for confirmation"_s : u"ok"_s},
    };
    const QByteArray body = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return Reply{ingest.writable ? 200 : 503, "application/json", body, ingest.writable ? "" : "Retry-After: 2\r\n"};
}

Reply metricsReply(const ReceiverStats &stats, const IngestState &ingest, const QList<PushKindInfo> &kinds,
                   qint64 nowMs)
{
    MetricsText out;
    writePushes(out, stats, kinds, lastPushAt(stats, ingest, nowMs));
    writeReplies(out, stats);
    writeConnections(out, stats);
    writeIngest(out, ingest);
    writeLatency(out, stats);
    return Reply{200, "text/plain; version=0.0.4; charset=utf-8", out.text(), {}};
}

} // namespace callboard
