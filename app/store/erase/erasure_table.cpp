// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/erase/erasure_table.h"

#include "store/erase/erasure_seal.h"
#include "store/table/audit_table.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMessageAuthenticationCode>
#include <QVariant>

#include <algorithm>
#include <limits>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

/// The store's own key, made at the first wish.
QByteArray hashKey(Connection &connection)
{
    const QByteArray key = connection.value(u"SELECT secret FROM erase_key WHERE id = 1"_s).toByteArray();
    if (!key.isEmpty())
        return key;
    QSqlQuery &query = connection.prepared(u"INSERT INTO erase_key (id, secret) VALUES (1, ?)"_s);
    const QByteArray made = randomKey();
    query.bindValue(0, made);
    connection.run(query);
    return made;
}

QString hashOf(Connection &connection, const PersonNumber &number)
{
    constexpr qsizetype Signs = 24;
    const QByteArray hash =
        QMessageAuthenticationCode::hash(number.digits(), hashKey(connection), QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.toHex().first(Signs));
}

QByteArray seal(Connection &connection, const NumberEraser &eraser)
{
    return sealed(eraser.secret() + eraser.number().digits(), hashKey(connection));
}

std::optional<NumberEraser> unseal(Connection &connection, const QByteArray &bytes)
{
    const QByteArray plain = unsealed(bytes, hashKey(connection));
    const qsizetype secretBytes = randomKey().size();
    const auto number = PersonNumber::parse(QString::fromLatin1(plain.mid(secretBytes)));
    return number ? std::optional(NumberEraser(*number, plain.first(secretBytes))) : std::nullopt;
}

void execute(Connection &connection, const QString &sql, const QVariantList &values)
{
    QSqlQuery &query = connection.prepared(sql);
    for (int i = 0; i < values.size(); ++i)
        query.bindValue(i, values.at(i));
    connection.run(query);
}

/// A clock that ran ahead must not make messages of today later ones.
qint64 newestArrival(Connection &connection, qint64 now)
{
    return std::max(now, connection.value(u"SELECT COALESCE(MAX(last_arrival), 0) FROM push"_s).toLongLong());
}

/// Hidden calls for which messages came since: they may show the number again.
void wakeHidden(Connection &connection)
{
    connection.execute(
        u"UPDATE erasure SET state = 0 WHERE state = 1 AND EXISTS (SELECT 1 FROM hidden_message JOIN call ON "
        "call.call_uuid = hidden_message.call_uuid WHERE hidden_message.erasure_id = erasure.id AND "
        "call.last_arrival > erasure.looked_at)"_s);
}

/// What is shown in each reader's language: see auditDetailText().
void audit(Connection &connection, const Erasure &erasure, const QString &action, QJsonObject detail,
           const EraseCounts &counts, qint64 now)
{
    QJsonObject erased;
    for (auto it = counts.erased.cbegin(); it != counts.erased.cend(); ++it)
        erased.insert(it.key(), it.value());
    detail.insert(u"number"_s, erasure.numberHash);
    detail.insert(u"by"_s, erasure.requestedBy);
    detail.insert(u"erased"_s, erased);
    AuditTable::append(connection, now, action,
                       QString::fromUtf8(QJsonDocument(detail).toJson(QJsonDocument::Compact)));
}

} // namespace

namespace ErasureTable {

Erasure request(Connection &connection, const PersonNumber &number, const QString &by, bool atOnce, qint64 now)
{
    const NumberEraser eraser(number, randomKey());
    const QString hash = hashOf(connection, number);
    const qint64 hideFrom = atOnce ? std::numeric_limits<qint64>::max() : now - EraseFloorMs;
    const qint64 until = newestArrival(connection, now);
    execute(connection,
            u"INSERT INTO erasure (requested_at, requested_by, state, hide_from, due_at, calls_until, looked_at, "
            "number_hash, sealed) VALUES (?, ?, 0, ?, 0, ?, ?, ?, ?)"_s,
            {now, by.isNull() ? u""_s : by, hideFrom, until, until, hash, seal(connection, eraser)});
    const qint64 id = connection.value(u"SELECT MAX(id) FROM erasure"_s).toLongLong();
    return {id, now, by, ErasureState::Requested, hideFrom, 0, until, until, hash, eraser};
}

std::optional<Erasure> next(Connection &connection, qint64 now, qint64 dueBy)
{
    wakeHidden(connection);
    const qint64 newest = newestArrival(connection, now);
    QSqlQuery &query = connection.prepared(u"SELECT id, requested_at, requested_by, state, hide_from, due_at, "
                                           u"calls_until, number_hash, sealed FROM erasure "
                                           "WHERE state = 0 OR (state = 1 AND due_at <= ?) ORDER BY id LIMIT 1"_s);
    query.bindValue(0, dueBy);
    connection.run(query);
    std::optional<Erasure> erasure;
    if (connection.next(query)) {
        if (const auto eraser = unseal(connection, query.value(8).toByteArray())) {
            erasure = Erasure{query.value(0).toLongLong(), query.value(1).toLongLong(),
                              query.value(2).toString(),   static_cast<ErasureState>(query.value(3).toInt()),
                              query.value(4).toLongLong(), query.value(5).toLongLong(),
                              query.value(6).toLongLong(), newest,
                              query.value(7).toString(),   *eraser};
        }
    }
    query.finish();
    return erasure;
}

EraseScope scopeOf(const Erasure &erasure, bool isClockTrusted)
{
    EraseScope scope{erasure.id, erasure.callsUntil};
    if (erasure.state != ErasureState::Requested)
        return scope;
    scope.hideFrom = erasure.hideFrom;
    if (!isClockTrusted && scope.hideFrom != std::numeric_limits<qint64>::max())
        scope.hideFrom = 0;
    return scope;
}

qint64 hiddenOf(Connection &connection, const PersonNumber &number)
{
    if (!connection.value(u"SELECT secret FROM erase_key WHERE id = 1"_s).isValid())
        return 0; // nothing was ever erased
    QSqlQuery &query = connection.prepared(u"SELECT COUNT(*) FROM hidden_message JOIN erasure ON erasure.id = "
                                           "hidden_message.erasure_id WHERE erasure.number_hash = ?"_s);
    query.bindValue(0, hashOf(connection, number));
    connection.run(query);
    const qint64 hidden = connection.next(query) ? query.value(0).toLongLong() : 0;
    query.finish();
    return hidden;
}

void makeDue(Connection &connection, const QString &numberHash)
{
    execute(connection, u"UPDATE erasure SET due_at = 0 WHERE state = 1 AND number_hash = ?"_s, {numberHash});
}

qint64 finish(Connection &connection, const Erasure &erasure, const EraseCounts &counts, qint64 now)
{
    const qint64 hidden = connection.native(u"SELECT COUNT(*) FROM hidden_message WHERE erasure_id = ?"_s)
                              .bind(erasure.id)
                              .run()
                              .value_or(0);
    if (erasure.state == ErasureState::Requested && hidden > 0) {
        const qint64 due = std::max(erasure.dueAt, counts.lastHidden + EraseFloorMs);
        audit(connection, erasure, u"number hidden"_s, {{u"hidden"_s, hidden}, {u"until"_s, due}}, counts, now);
        execute(connection, u"UPDATE erasure SET state = 1, due_at = ?, looked_at = ? WHERE id = ?"_s,
                {due, erasure.lookedAt, erasure.id});
        return due;
    }
    audit(connection, erasure, u"number erased"_s, {{u"had_been_hidden"_s, hidden}}, counts, now);
    execute(connection, u"DELETE FROM hidden_message WHERE erasure_id = ?"_s, {erasure.id});
    execute(connection, u"UPDATE erasure SET state = 2, done_at = ?, sealed = ? WHERE id = ?"_s,
            {now, QByteArray(""), erasure.id});
    return 0;
}

} // namespace ErasureTable
} // namespace callboard
