// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/erase/erasure_job.h"

#include "store/erase/erasure_seal.h"
#include "store/table/call_row.h"
#include "store/table/contact_table.h"
#include "store/table/rollup_table.h"

#include <QVariant>

#include <algorithm>
#include <array>
#include <utility>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int CallsAtOnce = 1'000;
constexpr int SegmentsAtOnce = 4;
constexpr int RefusedAtOnce = 50; ///< may have large bodies

/// Texts of people's own, in which a number may stand.
constexpr std::array<std::pair<QLatin1StringView, QLatin1StringView>, 10> TextColumns{{
    {"audit"_L1, "detail"_L1},
    {"alert"_L1, "detail"_L1},
    {"alert_rule"_L1, "definition"_L1},
    {"report_schedule"_L1, "definition"_L1},
    {"report_run"_L1, "schedule_name"_L1},
    {"report_run"_L1, "file"_L1},
    {"report_run"_L1, "message"_L1},
    {"task"_L1, "alias"_L1},
    {"result_meaning"_L1, "zh"_L1},
    {"result_meaning"_L1, "en"_L1},
}};

} // namespace

ErasureJob::ErasureJob(Connection &connection, NumberEraser eraser, const EraseScope &scope)
    : m_connection(connection)
    , m_eraser(std::move(eraser))
    , m_scope(scope)
{
    m_all = connection
                .value(u"SELECT (SELECT COUNT(*) FROM call) + (SELECT COALESCE(SUM(count), 0) FROM push) + (SELECT "
                       "COUNT(*) FROM rejected)"_s)
                .toLongLong();
    readHidden();
}

/// Calls that are hidden are the person's, whatever came of them since.
void ErasureJob::readHidden()
{
    QSqlQuery &query = m_connection.prepared(u"SELECT DISTINCT call_uuid FROM hidden_message WHERE erasure_id = ?"_s);
    query.bindValue(0, m_scope.id);
    m_connection.run(query);
    while (m_connection.next(query))
        m_uuids.insert(query.value(0).toString());
    query.finish();
}

bool ErasureJob::step()
{
    const auto goOn = [this](Stage next) {
        m_stage = next;
        m_from = 0;
    };
    switch (m_stage) {
    case Stage::Calls:
        if (!stepCalls())
            goOn(Stage::Journal);
        return true;
    case Stage::Journal:
        if (!stepJournal()) {
            goOn(m_isAgain ? Stage::Journal : Stage::Heads);
            countAgain();
        }
        return true;
    case Stage::Heads:
        stepHeads();
        goOn(Stage::Refused);
        return true;
    case Stage::Refused:
        if (!stepRefused())
            goOn(Stage::Texts);
        return true;
    case Stage::Texts:
        stepTexts();
        goOn(Stage::Done);
        return true;
    case Stage::Done:
        break;
    }
    return false;
}

/// The second reading of the journal finds what the first one erased no more; where nothing was written, it does.
void ErasureJob::countAgain()
{
    if (std::exchange(m_isAgain, false) && m_scope.isDryRun) {
        m_counts.erased.remove(u"push"_s);
        m_counts.hidden = 0;
    }
}

void ErasureJob::count(const QString &table, qint64 rows)
{
    if (rows > 0)
        m_counts.erased[table] += rows;
}

QList<CallRecord> ErasureJob::readCalls(NativeStatement &bound)
{
    QHash<qint64, QStringList> heads;
    QList<CallRecord> calls;
    while (bound.next())
        calls.append(CallRow::readCall(bound, heads));
    return calls;
}

bool ErasureJob::stepCalls()
{
    static const QString text =
        CallRow::selectText() + u" WHERE call.id > ? ORDER BY call.id LIMIT %1"_s.arg(CallsAtOnce);
    const QList<CallRecord> calls = readCalls(m_connection.native(text).bind(m_from));
    if (calls.isEmpty())
        return false;
    m_from = calls.constLast().id;
    m_done += calls.size();
    QList<CallRecord> found;
    for (const CallRecord &call : calls) {
        if (call.firstArrival > m_scope.before)
            continue;
        m_counts.namesLeft += m_eraser.staysIn(call.fields) ? 1 : 0;
        if (m_eraser.isOf(call))
            m_uuids.insert(call.fields.callUuid);
        CallRecord without = call;
        if (m_eraser.erase(without, m_uuids.contains(call.fields.callUuid)))
            found.append(call);
    }
    eraseCalls(found);
    return true;
}

/// Contacts whose key held the number get another one, and stay as distinct as they were. Counts follow a time that was
/// the number.
void ErasureJob::eraseCalls(const QList<CallRecord> &calls)
{
    ContactTable contacts(m_connection);
    CellMap cells;
    QList<std::pair<CallRecord, QString>> changed;
    for (const CallRecord &call : calls) {
        CallRecord without = call;
        if (!m_eraser.erase(without, m_uuids.contains(call.fields.callUuid)))
            continue;
        count(u"call"_s);
        const QString key = contactKey(without);
        count(u"contact"_s, key != contactKey(call) ? 1 : 0);
        if (mayWrite())
            contacts.note(&call, without, key);
        addCallChange(cells, &call, without);
        changed.append({without, key});
    }
    if (changed.isEmpty() || !mayWrite())
        return;
    contacts.writeAdditions();
    for (auto &[call, key] : changed) {
        call.contactId = contacts.contactIdOf(call, key);
        writeCall(call);
    }
    contacts.recountChanged();
    addToRollups(m_connection, cells);
}

void ErasureJob::writeCall(const CallRecord &call)
{
    qint64 head = 0;
    if (!call.fields.taskRowHead.isEmpty()) {
        static const QString text = u"INSERT INTO row_head (head) VALUES (?) ON CONFLICT (head) DO UPDATE SET head = "
                                    "excluded.head RETURNING id"_s;
        head = m_connection.native(text).bind(CallRow::listText(call.fields.taskRowHead)).run().value_or(0);
    }
    static const QString text = CallRow::updateText();
    NativeStatement &statement = m_connection.native(text);
    CallRow::bindCall(statement, call, head);
    statement.bind(call.id).run();
}

bool ErasureJob::stepJournal()
{
    for (int i = 0; i < SegmentsAtOnce; ++i) {
        const std::optional<JournalSegment> segment = Journal::segmentFrom(m_connection, m_from);
        if (!segment || segment->firstPush == std::numeric_limits<qint64>::max())
            return false;
        m_from = segment->firstPush + 1;
        eraseSegment(*segment);
    }
    return true;
}

void ErasureJob::eraseSegment(const JournalSegment &segment)
{
    qint64 erased = 0;
    const auto erase = [&](qint64 number, JournalEntry &entry) {
        m_done += 1;
        const Change change = eraseEntry(number, entry);
        erased += change == Change::Erased ? 1 : 0;
        return change != Change::None;
    };
    try {
        Journal::rewrite(m_connection, segment, erase, m_scope.isDryRun);
    } catch (const DamagedSegment &damaged) {
        if (!m_counts.damage.contains(damaged.readerText()))
            m_counts.damage.append(damaged.readerText());
    }
    count(u"push"_s, erased);
}

ErasureJob::Change ErasureJob::eraseEntry(qint64 number, JournalEntry &entry)
{
    const bool mayHold = m_eraser.mayBeIn(entry.body);
    if (!mayHold && m_uuids.isEmpty())
        return Change::None;
    const auto content = parsePush(entry.body, entry.kind);
    if (const auto *other = std::get_if<OtherPush>(&content))
        return eraseOther(number, entry, *other);
    const auto *message = std::get_if<PartMessage>(&content);
    if (!message) { // accepted by an earlier version: nobody can tell which part of it is whose
        const bool isErased = m_eraser.isIn(entry.body) && entry.arrivedAt <= m_scope.before;
        if (isErased)
            entry.body.clear();
        return isErased ? Change::Erased : Change::None;
    }
    const QString &uuid = message->fields.callUuid;
    bool isPersons = m_uuids.contains(uuid);
    if (!isPersons && (!mayHold || entry.arrivedAt > m_scope.before))
        return Change::None;
    if (!isPersons && m_eraser.isOf(*message)) {
        isPersons = true;
        m_isAgain = true;
        m_uuids.insert(uuid);
        static const QString text = CallRow::selectText() + u" WHERE call.call_uuid = ?"_s;
        eraseCalls(readCalls(m_connection.native(text).bind(uuid)));
    }
    const QByteArray without = m_eraser.erased(entry.body, *message, isPersons);
    if (without == entry.body)
        return Change::None;
    const bool isHidden = isPersons && entry.arrivedAt >= m_scope.hideFrom;
    if (isHidden)
        hide(number, entry, uuid);
    entry.body = without;
    return isHidden ? Change::Hidden : Change::Erased;
}

/// A recording or a dialogue is wholly its person's. It stays a message of that call, unless that is named by the
/// number: the call's own name has to stay, this one need not.
ErasureJob::Change ErasureJob::eraseOther(qint64 number, JournalEntry &entry, const OtherPush &other)
{
    const bool isPersons = m_uuids.contains(other.callUuid);
    if (!isPersons && (!m_eraser.isIn(entry.body) || entry.arrivedAt > m_scope.before))
        return Change::None;
    const QByteArray left = bodyWithoutContent({other.kind, m_eraser.erased(other.callUuid)});
    if (entry.body == left)
        return Change::None;
    const bool isHidden = isPersons && entry.arrivedAt >= m_scope.hideFrom;
    if (isHidden)
        hide(number, entry, other.callUuid);
    entry.kind = other.kind; // which the rest does not tell
    entry.body = left;
    return isHidden ? Change::Hidden : Change::Erased;
}

void ErasureJob::hide(qint64 number, const JournalEntry &entry, const QString &uuid)
{
    m_counts.hidden += 1;
    m_counts.lastHidden = std::max(m_counts.lastHidden, entry.arrivedAt);
    if (!mayWrite())
        return;
    QSqlQuery &query = m_connection.prepared(u"INSERT INTO hidden_message (erasure_id, push_number, call_uuid, body) "
                                             "VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING"_s);
    query.bindValue(0, m_scope.id);
    query.bindValue(1, number);
    query.bindValue(2, uuid);
    query.bindValue(3, sealed(Journal::pack({entry}), m_eraser.secret()));
    m_connection.run(query);
}

/// Calls have other heads by now; one that holds the number and that no call has any more goes.
void ErasureJob::stepHeads()
{
    QSqlQuery &query = m_connection.prepared(u"SELECT id, head FROM row_head"_s);
    m_connection.run(query);
    QList<qint64> found;
    while (m_connection.next(query)) {
        if (m_eraser.number().isIn(query.value(1).toString()))
            found.append(query.value(0).toLongLong());
    }
    query.finish();
    count(u"row_head"_s, found.size());
    for (const qint64 id : std::as_const(found)) {
        if (mayWrite())
            m_connection
                .native(u"DELETE FROM row_head WHERE id = ? AND NOT EXISTS (SELECT 1 FROM call WHERE row_head_id = "
                        "row_head.id)"_s)
                .bind(id)
                .run();
    }
}

bool ErasureJob::stepRefused()
{
    QSqlQuery &query = m_connection.prepared(
        u"SELECT id, arrived_at, error, field, body FROM rejected WHERE id > ? ORDER BY id LIMIT %1"_s.arg(
            RefusedAtOnce));
    query.bindValue(0, m_from);
    m_connection.run(query);
    QList<std::pair<qint64, QString>> found;
    bool any = false;
    while (m_connection.next(query)) {
        any = true;
        m_from = query.value(0).toLongLong();
        m_done += 1;
        const QString words = query.value(2).toString() + u'\n' + query.value(3).toString();
        const QByteArray refused = query.value(4).toByteArray();
        const bool holds = m_eraser.isInUnknown(refused) || m_eraser.number().isIn(words);
        m_counts.packed += NumberEraser::isCompressed(refused) ? 1 : 0;
        if (holds && query.value(1).toLongLong() <= m_scope.before)
            found.append({m_from, m_eraser.erased(query.value(2).toString())});
    }
    query.finish();
    for (const auto &[id, error] : std::as_const(found))
        eraseRefused(id, error);
    return any;
}

/// The whole body: what of a message that can't be read is whose, nobody can tell.
void ErasureJob::eraseRefused(qint64 id, const QString &error)
{
    count(u"rejected"_s);
    if (!mayWrite())
        return;
    QSqlQuery &query = m_connection.prepared(u"UPDATE rejected SET body = ?, error = ?, field = '' WHERE id = ?"_s);
    query.bindValue(0, QByteArray(""));
    query.bindValue(1, error + u" (Erased with a person's data.)"_s);
    query.bindValue(2, id);
    m_connection.run(query);
}

void ErasureJob::stepTexts()
{
    for (const auto &[table, column] : TextColumns)
        eraseColumn(table, column);
    countCampaigns();
}

/// Also of campaigns whose calls are no longer kept.
void ErasureJob::countCampaigns()
{
    QSqlQuery &query = m_connection.prepared(u"SELECT task_id FROM task"_s);
    m_connection.run(query);
    while (m_connection.next(query))
        m_counts.campaignsLeft += m_eraser.number().isIn(query.value(0).toString()) ? 1 : 0;
    query.finish();
}

QStringList ErasureJob::textColumns()
{
    QStringList names;
    for (const auto &[table, column] : TextColumns)
        names.append(table + u'.' + column);
    return names;
}

void ErasureJob::eraseColumn(const QString &table, const QString &column)
{
    QSqlQuery &query = m_connection.prepared(u"SELECT DISTINCT %1 FROM %2"_s.arg(column, table));
    m_connection.run(query);
    QList<std::pair<QString, QString>> changes;
    while (m_connection.next(query)) {
        const QString text = query.value(0).toString();
        if (const QString without = m_eraser.erased(text); without != text)
            changes.append({text, without});
    }
    query.finish();
    for (const auto &[text, without] : std::as_const(changes)) {
        count(table);
        if (mayWrite())
            m_connection.native(u"UPDATE %1 SET %2 = ? WHERE %2 = ?"_s.arg(table, column))
                .bind(without)
                .bind(text)
                .run();
    }
}

} // namespace callboard
