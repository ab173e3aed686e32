// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/csv/csv_description.h"

#include <QJsonDocument>
#include <QUrl>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

/// A name as that vocabulary wants it: letters and digits of ASCII, everything else by its bytes.
QString uriName(const QString &name)
{
    QString safe = QString::fromLatin1(QUrl::toPercentEncoding(name, {}, "-~"));
    if (safe.startsWith(u'_'))
        safe.replace(0, 1, u"%5F"_s);
    return safe;
}

QString dataType(ColumnKind kind)
{
    switch (kind) {
    case ColumnKind::Count:
        return u"integer"_s;
    case ColumnKind::Decimal:
    case ColumnKind::Share:
    case ColumnKind::Duration:
        return u"decimal"_s;
    case ColumnKind::Time:
        return u"dateTimeStamp"_s;
    case ColumnKind::Text:
        break;
    }
    return u"string"_s;
}

QJsonObject columnObject(const ReportColumn &column)
{
    const QString name = columnName(column);
    QJsonObject object{{u"name"_s, uriName(name)}, {u"titles"_s, name}, {u"datatype"_s, dataType(column.kind)}};
    if (column.title != name)
        object.insert(u"dc:title"_s, column.title);
    if (column.kind == ColumnKind::Duration)
        object.insert(u"dc:description"_s, u"seconds"_s);
    if (column.kind == ColumnKind::Share)
        object.insert(u"dc:description"_s, u"fraction of 1"_s);
    return object;
}

QJsonObject schema(const ReportTable &table)
{
    QJsonArray columns;
    for (const ReportColumn &column : table.columns)
        columns.append(columnObject(column));
    return {{u"columns"_s, columns}};
}

} // namespace

void CsvDescription::begin(const ReportHead &head)
{
    m_head = head;
}

void CsvDescription::beginTable(const ReportTable &table)
{
    m_tables.append(table);
}

void CsvDescription::addTotal(const QString &cell)
{
    const QList<ReportColumn> &columns = m_tables.constLast().columns;
    if (m_column < columns.size() && !cell.isEmpty())
        m_row.insert(columnName(columns.at(m_column)), cell);
    ++m_column;
}

void CsvDescription::endTotals()
{
    m_totals.append(QJsonObject{{u"table"_s, m_tables.constLast().name}, {u"totals"_s, m_row}});
    m_row = {};
    m_column = 0;
}

QByteArray CsvDescription::json(const QString &fileName) const
{
    QJsonArray notes;
    for (const auto &[name, value] : m_head.facts)
        notes.append(QJsonObject{{u"name"_s, name}, {u"value"_s, value}});
    for (const QJsonValue &totals : m_totals)
        notes.append(totals);
    for (qsizetype i = 1; i < m_tables.size(); ++i)
        notes.append(QJsonObject{{u"table"_s, m_tables.at(i).name}, {u"tableSchema"_s, schema(m_tables.at(i))}});
    const QJsonObject dialect{{u"encoding"_s, u"utf-8"_s},
                              {u"delimiter"_s, u","_s},
                              {u"doubleQuote"_s, true},
                              {u"header"_s, true},
                              {u"lineTerminators"_s, u"\n"_s}};
    const QJsonObject object{{u"@context"_s, u"http://www.w3.org/ns/csvw"_s},
                             {u"url"_s, QString::fromLatin1(QUrl::toPercentEncoding(fileName))},
                             {u"dc:title"_s, m_head.title},
                             {u"dialect"_s, dialect},
                             {u"notes"_s, notes},
                             {u"tableSchema"_s, m_tables.isEmpty() ? QJsonObject() : schema(m_tables.constFirst())}};
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

} // namespace callboard
