// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite/salvage/salvage_tables.h"

#include <QCoreApplication>
#include <QHash>
#include <QVariant>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

CellValue::Kind kindOf(const QString &type)
{
    if (type == "TEXT"_L1)
        return CellValue::Kind::Text;
    return type == "BLOB"_L1 ? CellValue::Kind::Blob : CellValue::Kind::Integer;
}

void loadColumns(Connection &fresh, SalvageTable &table)
{
    QSqlQuery &query = fresh.prepared(u"SELECT name, type, dflt_value, pk FROM pragma_table_info(?) ORDER BY cid"_s);
    query.bindValue(0, table.name);
    fresh.run(query);
    while (fresh.next(query)) {
        const QString type = query.value(1).toString();
        const bool isRowId = type == "INTEGER"_L1 && query.value(3).toInt() == 1;
        table.columns.append({query.value(0).toString(), kindOf(type), isRowId});
        if (query.value(2).isNull() || query.value(3).toInt() > 0)
            table.fewest = table.columns.size();
    }
    query.finish();
}

} // namespace

bool SalvageTable::fits(const CellRecord &record) const
{
    if (record.values.size() < fewest || record.values.size() > columns.size())
        return false;
    for (qsizetype i = 0; i < record.values.size(); ++i) {
        const CellValue::Kind wanted = columns.at(i).isRowId ? CellValue::Kind::Null : columns.at(i).kind;
        if (record.values.at(i).kind != wanted)
            return false;
    }
    return true;
}

QString SalvageTable::insertText(qsizetype columnCount) const
{
    QStringList names;
    for (const Column &column : columns.first(columnCount))
        names.append(column.name);
    return u"INSERT INTO %1 (%2) VALUES (?%3)"_s.arg(name, names.join(u", "_s), u", ?"_s.repeated(columnCount - 1));
}

QList<SalvageTable> salvageTables(Connection &fresh)
{
    QSqlQuery &query = fresh.prepared(
        u"SELECT schema.name, schema.rootpage, list.wr FROM sqlite_schema AS schema JOIN pragma_table_list AS list ON "
        "list.name = schema.name WHERE schema.type = 'table' AND schema.name NOT LIKE 'sqlite_%' ORDER BY schema.name"_s);
    fresh.run(query);
    QList<SalvageTable> tables;
    while (fresh.next(query)) {
        SalvageTable table;
        table.name = query.value(0).toString();
        table.root = query.value(1).toLongLong();
        table.hasRowIds = query.value(2).toInt() == 0;
        tables.append(table);
    }
    query.finish();
    for (SalvageTable &table : tables)
        loadColumns(fresh, table);
    return tables;
}

bool isMadeAnew(const QString &table)
{
    static const QStringList Names{u"meta"_s, u"call"_s, u"contact"_s, u"rollup"_s, u"row_head"_s, u"push"_s};
    return Names.contains(table);
}

QString salvageName(const QString &table)
{
    static const QHash<QString, const char *> Names{
        {u"rejected"_s, QT_TRANSLATE_NOOP("Salvage", "refused messages")},
        {u"audit"_s, QT_TRANSLATE_NOOP("Salvage", "audit log")},
        {u"task"_s, QT_TRANSLATE_NOOP("Salvage", "names and sizes of campaigns")},
        {u"result_meaning"_s, QT_TRANSLATE_NOOP("Salvage", "meanings of result codes")},
        {u"alert_rule"_s, QT_TRANSLATE_NOOP("Salvage", "rules of alerts")},
        {u"alert"_s, QT_TRANSLATE_NOOP("Salvage", "history of alerts")},
        {u"report_schedule"_s, QT_TRANSLATE_NOOP("Salvage", "scheduled reports")},
        {u"report_run"_s, QT_TRANSLATE_NOOP("Salvage", "history of scheduled reports")},
        {u"journal_gap"_s, QT_TRANSLATE_NOOP("Salvage", "list of messages that had gone before")},
        {u"erasure"_s, QT_TRANSLATE_NOOP("Salvage", "list of erased numbers (erase those that are hidden once more)")},
        {u"hidden_message"_s, QT_TRANSLATE_NOOP("Salvage", "hidden messages of erased numbers")},
        {u"erase_key"_s, QT_TRANSLATE_NOOP("Salvage", "key of erased numbers (erase those that are hidden once more)")},
        {u"past_outbound_only"_s, QT_TRANSLATE_NOOP("Salvage", "counts of calls that are no longer kept")},
        {u"other_push"_s, QT_TRANSLATE_NOOP("Salvage", "counts of recordings and dialogues")},
        {u"past_contact"_s, QT_TRANSLATE_NOOP("Salvage", "counts of contacts that are no longer kept")},
    };
    const char *name = Names.value(table);
    return QCoreApplication::translate("Salvage", name ? name : QT_TRANSLATE_NOOP("Salvage", "other data"));
}

} // namespace callboard
