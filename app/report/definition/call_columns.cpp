// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/definition/call_columns.h"

#include "record/call/result_codes.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>
#include <limits>

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

QStringList rowNames(const QStringList &head, qsizetype values)
{
    QStringList names;
    for (const QString &name : head)
        names.append(unique(name, names));
    for (qsizetype i = names.size(); i < values; ++i)
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
    const QStringList names = rowNames(fields.taskRowHead, fields.taskRowValue.size());
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

void writeSpan(ReportWriter &writer, qint64 from, qint64 to)
{
    from > 0 && to > 0 ? writer.duration(to - from) : writer.empty();
}

QString partsWord(CallParts parts)
{
    return parts.select(QString(), u"basic"_s, u"outbound"_s, u"both"_s);
}

/// The words of classes in the language of the report, looked up once for all calls.
class ClassWords
{
public:
    explicit ClassWords(const ResultMeanings &meanings)
        : m_meanings(meanings)
        , m_inbound(QCoreApplication::translate("CallListReport", "Inbound"))
        , m_awaiting(QCoreApplication::translate("CallListReport", "Awaiting outcome"))
    {
        for (int i = 0; i < OutcomeClassCount; ++i)
            m_words.append(outcomeClassWord(static_cast<OutcomeClass>(i)));
    }
    QString word(const CallRecord &call) const
    {
        if (!call.isOutbound())
            return m_inbound;
        if (call.isAwaiting())
            return m_awaiting;
        return m_words.at(static_cast<int>(m_meanings.classOf(call.fields.taskResult, call.isAnswered())));
    }

private:
    ResultMeanings m_meanings;
    QString m_inbound, m_awaiting;
    QStringList m_words;
};

ColumnKind columnKind(FieldKind kind)
{
    switch (kind) {
    case FieldKind::Number:
        return ColumnKind::Count;
    case FieldKind::Time:
        return ColumnKind::Time;
    case FieldKind::Seconds:
        return ColumnKind::Duration;
    case FieldKind::Text:
    case FieldKind::TextList:
        break;
    }
    return ColumnKind::Text;
}

void writeNumber(ReportWriter &writer, FieldKind kind, qint64 value)
{
    if (kind == FieldKind::Time)
        return writer.time(value);
    constexpr qint64 MostSeconds = std::numeric_limits<qint64>::max() / 1000; // whatever was pushed
    kind == FieldKind::Seconds ? writer.duration(std::clamp(value, -MostSeconds, MostSeconds) * 1000)
                               : writer.count(value);
}

void writeField(ReportWriter &writer, const CallRecord &call, const FieldInfo &info)
{
    if (!call.fields.presentFields.has(info.field))
        return writer.empty();
    if (const auto *text = std::get_if<QString CallFields::*>(&info.member))
        return writer.text(call.fields.*(*text));
    if (const auto *number = std::get_if<qint64 CallFields::*>(&info.member))
        writeNumber(writer, info.kind, call.fields.*(*number));
}

void addFields(std::vector<CallColumn> &columns)
{
    for (const FieldInfo &info : fieldTable()) {
        if (info.kind == FieldKind::TextList)
            continue; // spread into the customer columns
        columns.push_back({QString(info.name), columnKind(info.kind),
                           [&info](ReportWriter &writer, const CallRecord &call) { writeField(writer, call, info); }});
    }
}

void addSpans(std::vector<CallColumn> &columns)
{
    columns.push_back({u"ring_after_seconds"_s, ColumnKind::Duration, [](ReportWriter &writer, const CallRecord &call) {
                           writeSpan(writer, call.fields.timeDial, call.fields.timeRing);
                       }});
    columns.push_back(
        {u"answer_after_seconds"_s, ColumnKind::Duration, [](ReportWriter &writer, const CallRecord &call) {
             writeSpan(writer, call.fields.timeDial, call.fields.timeAnswer);
         }});
    columns.push_back({u"talk_seconds"_s, ColumnKind::Duration, [](ReportWriter &writer, const CallRecord &call) {
                           call.isAnswered() ? writer.duration(call.talkMs()) : writer.empty();
                       }});
}

void addText(std::vector<CallColumn> &columns, const QString &title,
             const std::function<QString(const CallRecord &)> &textOf)
{
    columns.push_back({title, ColumnKind::Text,
                       [textOf](ReportWriter &writer, const CallRecord &call) { writer.text(textOf(call)); }});
}

void addComputed(std::vector<CallColumn> &columns, const QTimeZone &zone, const ResultMeanings &meanings)
{
    addSpans(columns);
    addText(columns, u"class"_s, [words = ClassWords(meanings)](const CallRecord &call) { return words.word(call); });
    addText(columns, u"parts"_s, [](const CallRecord &call) { return partsWord(call.parts); });
    columns.push_back({u"first_arrival"_s, ColumnKind::Time,
                       [](ReportWriter &writer, const CallRecord &call) { writer.time(call.firstArrival); }});
    addText(columns, u"anomalies"_s, [](const CallRecord &call) {
        const Anomalies anomalies = call.anomalies();
        return anomalies ? anomalyWords(anomalies).join("; "_L1) : QString();
    });
    addText(columns, u"unknown_fields"_s, unknownFields);
    columns.push_back(
        {u"time_zone"_s, ColumnKind::Text,
         [id = QString::fromUtf8(zone.id())](ReportWriter &writer, const CallRecord &) { writer.text(id); }});
}

} // namespace

void CustomerColumns::add(const QStringList &head, qsizetype values)
{
    if (!isSpread())
        return;
    QList<qsizetype> &positions = m_positions[head];
    if (positions.size() >= std::max<qsizetype>(1, std::max(head.size(), values)))
        return;
    const QStringList names = rowNames(head, values);
    for (qsizetype i = positions.size(); i < names.size(); ++i) {
        const QString &name = names.at(i);
        if (!m_index.contains(name)) {
            m_index.insert(name, m_names.size());
            m_names.append(name);
        }
        positions.append(m_index.value(name));
    }
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

const QList<qsizetype> &CustomerColumns::placesOf(const QStringList &head) const
{
    for (const HeadCacheEntry &entry : m_headCache) {
        if (!entry.places.isEmpty() && entry.head.constData() == head.constData() && entry.head.size() == head.size())
            return entry.places;
    }
    HeadCacheEntry &entry = m_headCache[m_nextEntry++ % m_headCache.size()];
    entry.head = head;
    entry.places = QList<qsizetype>(m_names.size(), -1);
    const QList<qsizetype> positions = m_positions.value(head);
    for (qsizetype i = 0; i < positions.size(); ++i)
        entry.places[positions.at(i)] = i;
    return entry.places;
}

CustomerRow CustomerColumns::row(const CallRecord &call) const
{
    if (!isSpread())
        return CustomerRow(rowJson(call.fields));
    return m_names.isEmpty() ? CustomerRow() : CustomerRow(call.fields.taskRowValue, placesOf(call.fields.taskRowHead));
}

QStringList CustomerColumns::cells(const CallRecord &call) const
{
    const CustomerRow values = row(call);
    const qsizetype columns = titles().size();
    QStringList cells;
    for (qsizetype i = 0; i < columns; ++i)
        cells.append(values.cell(i));
    return cells;
}

std::vector<CallColumn> callColumns(const QTimeZone &zone, const ResultMeanings &meanings)
{
    std::vector<CallColumn> columns;
    addFields(columns);
    addComputed(columns, zone, meanings);
    return columns;
}

} // namespace callboard
