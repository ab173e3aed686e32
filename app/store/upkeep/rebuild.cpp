// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/apply/batch_applier.h"
#include "store/database/integrity_check.h"
#include "store/database/schema.h"
#include "store/database/store_backend.h"
#include "store/journal/journal_survey.h"
#include "store/read/kept_calls.h"
#include "store/table/other_pushes.h"
#include "store/table/recount_sql.h"
#include "store/table/rollup_table.h"
#include "store/upkeep/maintenance.h"
#include "store/upkeep/rebuild_plan.h"

#include <QDateTime>
#include <QFileInfo>
#include <QVariant>

#include <algorithm>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 ReplayBatch = 2'000;
constexpr int DroppedAtOnce = 1'000;

/// One rebuild, inside a transaction of the caller's.
class Rebuild
{
public:
    Rebuild(Connection &connection, const std::function<void(qint64, qint64)> &progress)
        : m_connection(connection)
        , m_plan(connection)
        , m_progress(progress)
        , m_keptSince(callsKeptSince(connection))
    { }

    RebuildReport run()
    {
        dropPast();
        plan();
        const QVariant repeated = m_connection.value(u"SELECT value FROM meta WHERE key = 'repeated'"_s);
        clear();
        replay();
        if (!m_isComplete) // the messages that are gone were counted once, and can't be counted again
            m_connection.execute(u"UPDATE meta SET value = %1 WHERE key = 'repeated'"_s.arg(repeated.toLongLong()));
        OtherPushes::raiseTo(m_connection, m_others);
        m_plan.finish();
        noteGaps();
        return m_report;
    }

private:
    /// Those whose slice has not come yet: their counts are closed, and nothing would be made of their messages.
    void dropPast()
    {
        while (dropCallsBefore(m_connection, m_keptSince, DroppedAtOnce) > 0) { }
    }

    void plan()
    {
        const JournalSurvey survey(m_connection, [this](qint64 number, const QList<JournalEntry> &entries) {
            for (const JournalEntry &entry : entries)
                planMessage(number++, entry);
        });
        QList<JournalGap> holes = survey.holes();
        // A counter that was lost must not make an empty journal look complete.
        if (survey.messages() == 0 || lastNamed() >= survey.end())
            holes.append({survey.end(), std::max(survey.end(), lastNamed()), GapReason::Missing, 0});
        for (const JournalGap &hole : std::as_const(holes))
            m_plan.addHole(hole);
        m_isComplete = holes.isEmpty() && m_report.unreadable == 0;
        m_report.messages = survey.messages();
        m_report.damage = survey.damage();
        m_report.damagedMessages = survey.unreadable();
    }

    /// The greatest number of a message that a call names.
    qint64 lastNamed()
    {
        return m_connection
            .value(u"SELECT COALESCE(MAX(named), 0) FROM (SELECT MAX(basic_push) AS named FROM call UNION ALL SELECT "
                   "MAX(outbound_push) FROM call) AS n"_s)
            .toLongLong();
    }

    void planMessage(qint64 number, const JournalEntry &entry)
    {
        const auto content = parsePush(entry.body, entry.kind);
        if (const auto *message = std::get_if<PartMessage>(&content)) {
            if (!isLate(*message, entry.arrivedAt))
                m_plan.add(number, entry.arrivedAt, *message);
            return;
        }
        if (const auto *other = std::get_if<OtherPush>(&content)) {
            m_others[{bucketStart(entry.arrivedAt, QuarterMs), other->kind}] += 1;
            return;
        }
        m_report.unreadable += 1;
        m_plan.addHole({number, number, GapReason::Missing, 0});
    }

    /// Of a call that is no longer kept, see BatchApplier::isLate().
    bool isLate(const PartMessage &message, qint64 arrivedAt)
    {
        static const QString text = u"SELECT id FROM call WHERE call_uuid = ?"_s;
        return placedBy(message, arrivedAt) < m_keptSince
            && !m_connection.native(text).bind(message.fields.callUuid).run().has_value();
    }

    /// Takes away every call that will be made again; what stays is counted again.
    void clear()
    {
        m_plan.clearCalls();
        m_report.callsMade = m_plan.callsToMake();
        m_report.callsLeft = m_connection.value(u"SELECT COUNT(*) FROM call"_s).toLongLong();
        m_report.keptSince = m_keptSince;
        m_report.callsGone = m_connection.value(RecountSql::countOfCalls()).toLongLong() - m_report.callsLeft;
        recountRollups(m_connection);
        m_connection.execute(u"DELETE FROM contact WHERE id NOT IN (SELECT contact_id FROM call)"_s);
        QString recount = RecountSql::recountContact(m_connection.dialect());
        m_connection.execute(recount.replace(u"WHERE id = ?"_s, u"WHERE TRUE"_s));
        m_connection.execute(u"UPDATE meta SET value = 0 WHERE key = 'repeated'"_s);
        m_connection.execute(u"UPDATE meta SET value = (%1) WHERE key = 'calls'"_s.arg(RecountSql::countOfCalls()));
        m_connection.execute(
            u"UPDATE meta SET value = (%1) WHERE key = 'awaiting'"_s.arg(RecountSql::countOfAwaiting()));
    }

    void replay()
    {
        BatchApplier applier(m_connection);
        applier.load();
        qint64 done = 0;
        const JournalSurvey survey(m_connection, [&](qint64 number, const QList<JournalEntry> &entries) {
            for (const JournalEntry &entry : entries) {
                replayMessage(applier, number++, entry);
                if (++done % ReplayBatch == 0)
                    applier.flushReplayed();
            }
            if (m_progress)
                m_progress(done, m_report.messages);
        });
        applier.flushReplayed();
        applier.saveCounters();
    }

    void replayMessage(BatchApplier &applier, qint64 number, const JournalEntry &entry) const
    {
        const auto content = parsePush(entry.body, entry.kind);
        const auto *message = std::get_if<PartMessage>(&content);
        if (message && m_plan.isToMake(message->fields.callUuid))
            applier.replay(number, entry.arrivedAt, *message);
    }

    void noteGaps()
    {
        JournalGaps::noteUnnoted(m_connection, GapReason::Missing, QDateTime::currentMSecsSinceEpoch());
        m_report.gaps = JournalGaps::noted(m_connection);
    }

    Connection &m_connection;
    RebuildPlan m_plan;
    const std::function<void(qint64, qint64)> &m_progress;
    const qint64 m_keptSince;
    OtherPushCounts m_others; ///< messages that are no records
    RebuildReport m_report;
    bool m_isComplete = true; ///< the journal has every message that was ever accepted
};

} // namespace

bool RebuildReport::isWhole() const
{
    return damage.isEmpty()
        && std::all_of(gaps.begin(), gaps.end(), [](const JournalGap &gap) { return gap.isMeant(); });
}

RebuildReport rebuildStore(const StoreUrl &url, const std::function<void(qint64, qint64)> &progress)
{
    const auto backend = StoreBackend::of(url);
    backend->requireExisting();
    const auto lock = backend->lock();
    requireSoundInside(url);
    Connection connection(url, Access::Write);
    migrateSchema(connection);
    connection.begin();
    try {
        const RebuildReport report = Rebuild(connection, progress).run();
        connection.commit();
        return report;
    } catch (...) {
        connection.rollback();
        throw;
    }
}

} // namespace callboard
