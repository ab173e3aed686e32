// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/table/call_row.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QVariant>

#include <algorithm>
#include <iterator>
#include <optional>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MostHeads = 2'000; ///< that are remembered while a list is read

/// Columns that do not come from the specification's table, in the order in which bindTail() binds them.
constexpr QLatin1StringView TailColumns[] = {
    "row_head_id"_L1,   "task_row_value"_L1, "said"_L1,         "outbound_said"_L1, "conflicts"_L1,
    "parts"_L1,         "first_arrival"_L1,  "last_arrival"_L1, "paired_at"_L1,     "basic_push"_L1,
    "outbound_push"_L1, "extra"_L1,          "anomalies"_L1,    "placed_at"_L1,     "contact_id"_L1};

bool isOwnColumn(const FieldInfo &info)
{
    return info.kind != FieldKind::TextList;
}

/// Texts that many calls have in common.
bool isShared(Field field)
{
    constexpr Field Shared[] = {Field::BusinessId, Field::AppId,      Field::RobotId,       Field::Caller,
                                Field::TaskId,     Field::TaskResult, Field::TaskResultDesc};
    return std::find(std::begin(Shared), std::end(Shared), field) != std::end(Shared);
}

QStringList columns()
{
    QStringList names;
    for (const FieldInfo &info : fieldTable()) {
        if (isOwnColumn(info) && info.field != Field::CallUuid)
            names.append(info.name);
    }
    for (const QLatin1StringView name : TailColumns)
        names.append(name);
    names.append(u"call_uuid"_s); // near the end: an update binds all but this and the key
    return names;
}

/// Written by hand: it runs for every call, and a QJsonDocument would be made and thrown away.
void appendJson(QString &json, const QString &value)
{
    json.append(u'"');
    for (const QChar c : value) {
        if (c == u'"' || c == u'\\')
            json.append(u'\\').append(c);
        else if (c < u' ')
            json.append(u"\\u%1"_s.arg(int(c.unicode()), 4, 16, QChar(u'0')));
        else
            json.append(c);
    }
    json.append(u'"');
}

QString extraText(const CallRecord &call)
{
    QJsonObject both;
    if (!call.extraBasic.isEmpty())
        both.insert("basic"_L1, call.extraBasic);
    if (!call.extraOutbound.isEmpty())
        both.insert("outbound"_L1, call.extraOutbound);
    return both.isEmpty() ? u""_s : QString::fromUtf8(QJsonDocument(both).toJson(QJsonDocument::Compact));
}

void readExtra(CallRecord &call, const QString &json)
{
    if (json.isEmpty())
        return;
    const QJsonObject both = QJsonDocument::fromJson(json.toUtf8()).object();
    call.extraBasic = both.value("basic"_L1).toObject();
    call.extraOutbound = both.value("outbound"_L1).toObject();
}

void bindField(NativeStatement &statement, const CallFields &fields, const FieldInfo &info)
{
    if (const auto *member = std::get_if<QString CallFields::*>(&info.member))
        statement.bind(fields.**member);
    else
        statement.bind(fields.*std::get<qint64 CallFields::*>(info.member));
}

/// A row of a QSqlQuery, read as one of a NativeStatement is.
class QueryRow
{
public:
    explicit QueryRow(const QSqlQuery &query)
        : m_query(query)
    { }
    QString text(int column) const { return m_query.value(column).toString(); }
    qint64 number(int column) const { return m_query.value(column).toLongLong(); }

private:
    const QSqlQuery &m_query;
};

/// The texts of a list as listText() writes it, where none needs an escape; nothing for any other list.
std::optional<QStringList> plainList(const QString &json)
{
    QStringList list;
    qsizetype at = 1;
    while (at < json.size() && json.at(at) == u'"') {
        const qsizetype end = json.indexOf(u'"', at + 1);
        if (end < 0 || end + 1 >= json.size())
            return std::nullopt;
        list.append(json.mid(at + 1, end - at - 1));
        at = end + (json.at(end + 1) == u',' ? 2 : 1);
    }
    const bool whole = json.startsWith(u'[') && at == json.size() - 1 && json.endsWith(u']');
    return whole && !json.contains(u'\\') ? std::optional(list) : std::nullopt;
}

template <typename Row>
void readField(const Row &row, int &at, CallFields &fields, const FieldInfo &info)
{
    if (const auto *member = std::get_if<QString CallFields::*>(&info.member))
        fields.**member = row.text(at++);
    else
        fields.*std::get<qint64 CallFields::*>(info.member) = row.number(at++);
}

template <typename Row>
void readTail(const Row &row, int at, CallRecord &call, QHash<qint64, QStringList> &heads)
{
    const auto number = [&] { return row.number(at++); };
    const qint64 headId = number();
    call.fields.taskRowValue = CallRow::readList(row.text(at++));
    call.fields.presentFields = FieldSet(static_cast<quint32>(number()));
    call.outboundPresent = FieldSet(static_cast<quint32>(number()));
    call.conflicts = FieldSet(static_cast<quint32>(number()));
    call.parts = CallParts::fromStored(number());
    call.firstArrival = number();
    call.lastArrival = number();
    call.pairedAt = number();
    call.basicPush = number();
    call.outboundPush = number();
    readExtra(call, row.text(at++));
    at += 2; // anomalies and placed_at are derived
    call.contactId = number();
    call.fields.callUuid = row.text(at++);
    call.id = number();
    auto head = heads.constFind(headId);
    if (head == heads.constEnd()) {
        if (heads.size() >= MostHeads)
            heads.clear(); // someone sends other columns with every call
        head = heads.insert(headId, CallRow::readList(row.text(at)));
    }
    call.fields.taskRowHead = *head;
}

template <typename Row>
CallRecord readRow(const Row &row, QHash<qint64, QStringList> &heads)
{
    CallRecord call;
    int at = 0;
    for (const FieldInfo &info : fieldTable()) {
        if (isOwnColumn(info) && info.field != Field::CallUuid)
            readField(row, at, call.fields, info);
    }
    readTail(row, at, call, heads);
    return call;
}

} // namespace

namespace CallRow {

QString selectText()
{
    static const QString text = u"SELECT "_s + columns().join(u", "_s)
        + u", call.id, row_head.head FROM call LEFT JOIN row_head ON row_head.id = call.row_head_id"_s;
    return text;
}

CallRecord readCall(const QSqlQuery &query)
{
    QHash<qint64, QStringList> heads;
    return readRow(QueryRow(query), heads);
}

CallRecord readCall(const NativeStatement &row, QHash<qint64, QStringList> &heads)
{
    return readRow(row, heads);
}

CallRecord readCall(const PackedRow &row, QHash<qint64, QStringList> &heads)
{
    return readRow(row, heads);
}

QByteArrayView packedKinds()
{
    static const QByteArray kinds = [] {
        QByteArray letters;
        for (const FieldInfo &info : fieldTable()) {
            if (isOwnColumn(info) && info.field != Field::CallUuid)
                letters.append(isShared(info.field) ? 'r' : info.kind == FieldKind::Text ? 't' : 'n');
        }
        for (const QLatin1StringView name : TailColumns)
            letters.append(name == "task_row_value"_L1 || name == "extra"_L1 ? 't' : 'n');
        return letters + "tnt"; // call_uuid, id, head
    }();
    return kinds;
}

QString insertText()
{
    static const QString text = [] {
        const QStringList names = columns();
        return u"INSERT INTO call (%1, id) VALUES (?%2)"_s.arg(names.join(u", "_s), u", ?"_s.repeated(names.size()));
    }();
    return text;
}

QString updateText()
{
    static const QString text = [] {
        QStringList names = columns();
        names.removeLast();
        return u"UPDATE call SET %1 = ? WHERE id = ?"_s.arg(names.join(u" = ?, "_s));
    }();
    return text;
}

QString updateArrivalText()
{
    return u"UPDATE call SET parts = ?, said = ?, outbound_said = ?, conflicts = ?, anomalies = ?, first_arrival = ?, "
           "last_arrival = ?, paired_at = ?, basic_push = ?, outbound_push = ? WHERE id = ?"_s;
}

void bindArrival(NativeStatement &statement, const CallRecord &call)
{
    for (const qint64 number :
         {qint64(call.parts.stored()), qint64(call.fields.presentFields.bits()), qint64(call.outboundPresent.bits()),
          qint64(call.conflicts.bits()), qint64(call.anomalies().toInt()), call.firstArrival, call.lastArrival,
          call.pairedAt, call.basicPush, call.outboundPush, call.id})
        statement.bind(number);
}

void bindCall(NativeStatement &statement, const CallRecord &call, qint64 headId)
{
    for (const FieldInfo &info : fieldTable()) {
        if (isOwnColumn(info) && info.field != Field::CallUuid)
            bindField(statement, call.fields, info);
    }
    statement.bind(headId).bind(listText(call.fields.taskRowValue));
    for (const FieldSet set : {call.fields.presentFields, call.outboundPresent, call.conflicts})
        statement.bind(qint64(set.bits()));
    for (const qint64 number : {qint64(call.parts.stored()), call.firstArrival, call.lastArrival, call.pairedAt,
                                call.basicPush, call.outboundPush})
        statement.bind(number);
    statement.bind(extraText(call));
    for (const qint64 number : {qint64(call.anomalies().toInt()), call.placedAt(), call.contactId})
        statement.bind(number);
}

QString listText(const QStringList &list)
{
    if (list.isEmpty())
        return u""_s;
    QString json(u'[');
    for (const QString &value : list) {
        if (json.size() > 1)
            json.append(u',');
        appendJson(json, value);
    }
    json.append(u']');
    return json;
}

QStringList readList(const QString &text)
{
    if (text.isEmpty())
        return {};
    if (std::optional<QStringList> plain = plainList(text))
        return *plain;
    QStringList list;
    const QJsonArray array = QJsonDocument::fromJson(text.toUtf8()).array();
    for (const QJsonValue &value : array)
        list.append(value.toString());
    return list;
}

} // namespace CallRow
} // namespace callboard
