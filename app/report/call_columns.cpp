// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/call_columns.h"

#include "record/result_codes.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonDocument>

#include <algorithm>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

QString unique(const QString &name, const QStringList &taken)
{
    QString result = name;
    for (int n = 2; taken.contains(result); ++n)
        result = u"%1 (%2)"_s.arg(name).arg(n);
    return result;
}

QStringList rowNames(const CallFields &fields)
{
    QStringList names;
    for (const QString &name : fields.taskRowHead)
        names.append(unique(name, names));
    for (qsizetype i = names.size(); i < fields.taskRowValue.size(); ++i)
        names.append(unique(u"#%1"_s.arg(i + 1), names));
    return names;
}

QString compactJson(const QJsonObject &object)
{
    return object.isEmpty() ? QString() : QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QString rowJson(const CallFields &fields)
{
    QJsonObject row;
    const QStringList names = rowNames(fields);
    for (qsizetype i = 0; i < fields.taskRowValue.size(); ++i)
        row.insert(names.at(i), fields.taskRowValue.at(i));
    return compactJson(row);
}

QString unknownFields(const CallRecord &call)
{
    QJsonObject all = call.extraBasic;
    for (auto it = call.extraOutbound.begin(); it != call.extraOutbound.end(); ++it)
        all.insert(it.key(), it.value());
    return compactJson(all);
}

QString localTime(qint64 epochMs, const QTimeZone &zone)
{
    return epochMs == 0 ? QString() : QDateTime::fromMSecsSinceEpoch(epochMs, zone).toString(u"yyyy-MM-dd HH:mm:ss"_s);
}

QString seconds(qint64 ms)
{
    return QString::number(static_cast<double>(ms) / 1000.0, 'f', 3);
}

void writeSpan(CsvWriter &csv, qint64 from, qint64 to)
{
    from > 0 && to > 0 ? csv.verbatim(seconds(to - from)) : csv.empty();
}

QString partsWord(quint8 parts)
{
    static const QString words[] = {{}, u"basic"_s, u"outbound"_s, u"both"_s};
    return words[parts & 3];
}

QString classWord(const CallRecord &call)
{
    if (!call.isOutbound())
        return QCoreApplication::translate("CallListReport", "Inbound");
    if (call.isAwaiting())
        return QCoreApplication::translate("CallListReport", "Awaiting outcome");
    return outcomeClassWord(outcomeClassOf(call.fields.taskResult, call.isAnswered()));
}

void writeField(CsvWriter &csv, const CallRecord &call, const FieldInfo &info, const QTimeZone &zone)
{
    if (!call.fields.said.has(info.field))
        return csv.empty();
    if (const auto *text = std::get_if<QString CallFields::*>(&info.member))
        return csv.text(call.fields.*(*text));
    if (const auto *number = std::get_if<qint64 CallFields::*>(&info.member)) {
        const qint64 value = call.fields.*(*number);
        return info.kind == FieldKind::Time ? csv.verbatim(localTime(value, zone)) : csv.number(value);
    }
}

void addFields(std::vector<CallColumn> &columns, const QTimeZone &zone)
{
    for (const FieldInfo &info : fieldTable()) {
        if (info.kind == FieldKind::TextList)
            continue; // spread into the customer columns
        columns.push_back({QString(info.name), [&info, zone](CsvWriter &csv, const CallRecord &call) {
                               writeField(csv, call, info, zone);
                           }});
    }
}

void addComputed(std::vector<CallColumn> &columns, const QTimeZone &zone)
{
    columns.push_back({u"ring_after_seconds"_s, [](CsvWriter &csv, const CallRecord &call) {
                           writeSpan(csv, call.fields.timeDial, call.fields.timeRing);
                       }});
    columns.push_back({u"answer_after_seconds"_s, [](CsvWriter &csv, const CallRecord &call) {
                           writeSpan(csv, call.fields.timeDial, call.fields.timeAnswer);
                       }});
    columns.push_back({u"talk_seconds"_s, [](CsvWriter &csv, const CallRecord &call) {
                           call.isAnswered() ? csv.verbatim(seconds(call.talkMs())) : csv.empty();
                       }});
    columns.push_back({u"class"_s, [](CsvWriter &csv, const CallRecord &call) { csv.text(classWord(call)); }});
    columns.push_back({u"parts"_s, [](CsvWriter &csv, const CallRecord &call) { csv.text(partsWord(call.parts)); }});
    columns.push_back({u"first_arrival"_s, [zone](CsvWriter &csv, const CallRecord &call) {
                           csv.verbatim(localTime(call.firstArrival, zone));
                       }});
    columns.push_back({u"anomalies"_s, [](CsvWriter &csv, const CallRecord &call) {
                           csv.text(anomalyWords(call.anomalies()).join("; "_L1));
                       }});
    columns.push_back(
        {u"unknown_fields"_s, [](CsvWriter &csv, const CallRecord &call) { csv.text(unknownFields(call)); }});
    columns.push_back(
        {u"time_zone"_s, [id = QString::fromUtf8(zone.id())](CsvWriter &csv, const CallRecord &) { csv.text(id); }});
}

} // namespace

void CustomerColumns::add(const CallRecord &call)
{
    const CallFields &fields = call.fields;
    const Shape shape{fields.taskRowHead, fields.taskRowValue.size()};
    if (!isSpread() || m_shapes.contains(shape))
        return;
    QList<qsizetype> positions;
    for (const QString &name : rowNames(fields)) {
        if (!m_index.contains(name)) {
            m_index.insert(name, m_names.size());
            m_names.append(name);
        }
        positions.append(m_index.value(name));
    }
    m_shapes.insert(shape, positions);
}

QStringList CustomerColumns::titles() const
{
    if (!isSpread())
        return {u"customer"_s};
    QStringList titles;
    for (const QString &name : m_names)
        titles.append(u"customer."_s + name);
    return titles;
}

const QList<qsizetype> *CustomerColumns::positionsOf(const CallRecord &call) const
{
    const auto found = m_shapes.constFind({call.fields.taskRowHead, call.fields.taskRowValue.size()});
    return found == m_shapes.constEnd() ? nullptr : &*found;
}

void CustomerColumns::write(CsvWriter &csv, const CallRecord &call) const
{
    if (!isSpread())
        return csv.text(rowJson(call.fields));
    QStringList cells(m_names.size());
    if (const QList<qsizetype> *positions = positionsOf(call)) {
        const qsizetype values = std::min(positions->size(), call.fields.taskRowValue.size());
        for (qsizetype i = 0; i < values; ++i)
            cells[positions->at(i)] = call.fields.taskRowValue.at(i);
    }
    for (const QString &cell : std::as_const(cells))
        csv.text(cell);
}

std::vector<CallColumn> callColumns(const QTimeZone &zone)
{
    std::vector<CallColumn> columns;
    addFields(columns, zone);
    addComputed(columns, zone);
    return columns;
}

} // namespace callboard
