// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite/salvage/salvage_scan.h"

#include <QVariant>

#include <algorithm>
#include <utility>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

using Kind = CellValue::Kind;

constexpr qint64 PagesPerLook = 256;
constexpr qint64 MissingTable = 100; ///< weighs as much as so many references that lead nowhere
constexpr qsizetype MostComparedCalls = 20'000;

/// Counted from what was brought.
bool isRecounted(const QString &table)
{
    return table == "contact"_L1;
}

bool isCounter(const QByteArray &key)
{
    static const QList<QByteArray> Names{"commit", "pushes",   "repeated",        "refused",
                                         "calls",  "awaiting", "calls_kept_since"};
    return Names.contains(key);
}

/// Tells tables apart, and from indexes, whose rows have the same kinds of values. For pages that no tree leads to.
bool isPlausible(const QString &table, const CellRecord &record)
{
    constexpr qint64 LargestReason = 100; ///< far fewer than a time in ms, which an index has in that place
    const auto &values = record.values;
    if (table == "meta"_L1)
        return isCounter(values.at(0).bytes);
    if (table == "alert_rule"_L1)
        return values.at(1).bytes.startsWith('{') && values.at(1).bytes.contains("\"watch\"");
    if (table == "report_schedule"_L1)
        return values.at(1).bytes.startsWith('{') && !values.at(1).bytes.contains("\"watch\"");
    if (table == "journal_gap"_L1)
        return values.at(0).integer <= values.at(1).integer && values.at(2).integer <= LargestReason;
    // As some indexes. They are small and of few pages.
    return table != "past_outbound_only"_L1 && table != "past_contact"_L1 && table != "other_push"_L1;
}

QVariant variantOf(const CellValue &value)
{
    switch (value.kind) {
    case Kind::Null:
        break;
    case Kind::Integer:
        return value.integer;
    case Kind::Real:
        return value.real;
    case Kind::Text: {
        const QString text = storedText(value.bytes);
        return text.isNull() ? u""_s : text;
    }
    case Kind::Blob:
        return value.bytes.isNull() ? QByteArray("") : value.bytes;
    }
    return {};
}

/// What happens where a row of that key is there already: of two images of a call the later one counts.
QString conflictText(const SalvageTable &table)
{
    if (table.name != "call"_L1)
        return u" ON CONFLICT DO NOTHING"_s;
    QStringList sets;
    for (const SalvageTable::Column &column : table.columns) {
        if (!column.isRowId && column.name != "call_uuid"_L1)
            sets.append(u"%1 = excluded.%1"_s.arg(column.name));
    }
    return u" ON CONFLICT (call_uuid) DO UPDATE SET %1 WHERE excluded.last_arrival > call.last_arrival ON CONFLICT DO "
           "NOTHING"_s.arg(sets.join(u", "_s));
}

/// The calls in a page, by row number.
void readCallIds(const PageSource &source, qint64 number, const SalvageTable &calls, QHash<qint64, QByteArray> &uuids)
{
    const PageCells page(source, number);
    for (int cell = 0; page.kind() == PageKind::TableLeaf && cell < page.count(); ++cell) {
        const auto record = page.record(cell);
        if (record && calls.fits(*record))
            uuids.insert(record->rowId, record->values.at(1).bytes);
    }
}

} // namespace

SalvageScan::SalvageScan(PageSource &source, Connection &stage, Progress progress)
    : m_source(source)
    , m_stage(stage)
    , m_progress(std::move(progress))
    , m_tables(salvageTables(stage))
{ }

void SalvageScan::run()
{
    chooseLog();
    PageSet seen(m_source.pages());
    takeTrees(seen);
    addFreePages(m_source, seen);
    takeLostPages(seen);
    takeIndexPages();
}

SalvageScan::Roots SalvageScan::findRoots(PageSet &seen) const
{
    Roots roots;
    const QList<SchemaEntry> entries = readSchemaEntries(m_source, seen, &roots.faults);
    for (const SchemaEntry &entry : entries) {
        const auto table = std::find_if(m_tables.begin(), m_tables.end(), [&entry](const SalvageTable &known) {
            return entry.type == "table"_L1 && known.name == entry.name;
        });
        if (table != m_tables.end())
            roots.tables.insert(entry.root, &*table);
        else
            roots.others.append(entry.root);
    }
    if (roots.faults > 0 || entries.isEmpty())
        guessRoots(roots);
    return roots;
}

/// Stores are made by the same steps, so that tables mostly begin where those of a fresh store do.
void SalvageScan::guessRoots(Roots &roots) const
{
    for (const SalvageTable &table : m_tables) {
        const QList<const SalvageTable *> known = roots.tables.values();
        if (known.contains(&table) || roots.tables.contains(table.root) || roots.others.contains(table.root))
            continue;
        roots.faults += MissingTable;
        const PageCells page(m_source, table.root);
        const bool isLeaf = page.kind() == (table.hasRowIds ? PageKind::TableLeaf : PageKind::IndexLeaf);
        const auto record = isLeaf && page.count() > 0 ? page.record(0) : std::nullopt;
        if (record && table.fits(*record) && isPlausible(table.name, *record))
            roots.tables.insert(table.root, &table);
    }
}

qint64 SalvageScan::countFaults() const
{
    PageSet seen(m_source.pages());
    const Roots roots = findRoots(seen);
    qint64 faults = roots.faults;
    const auto ignore = [](qint64, const PageCells &) {};
    for (auto root = roots.tables.cbegin(); root != roots.tables.cend(); ++root)
        faults += visitTree(m_source, root.key(), seen, ignore);
    for (const qint64 root : roots.others)
        faults += visitTree(m_source, root, seen, ignore);
    return faults;
}

/// A log that lies beside another file than the one it was written for would put foreign pages in the place of ours.
void SalvageScan::chooseLog()
{
    if (!m_source.usesLog())
        return;
    LogOrigin origin = originOfLog();
    if (origin == LogOrigin::Unknown) { // it has no calls: then by whether the file fits together with it
        const qint64 faultsWith = countFaults();
        m_source.useLog(false);
        origin = countFaults() < faultsWith ? LogOrigin::OtherStore : LogOrigin::ThisStore;
    }
    m_logLeftOut = origin == LogOrigin::OtherStore;
    m_source.useLog(!m_logLeftOut);
}

/// The log of this store has the rows of the pages that it replaces, there or elsewhere. That of another one has other
/// calls under the same row numbers.
SalvageScan::LogOrigin SalvageScan::originOfLog() const
{
    const auto calls = std::find_if(m_tables.begin(), m_tables.end(),
                                    [](const SalvageTable &table) { return table.name == "call"_L1; });
    QHash<qint64, QByteArray> inLog, inFile;
    const QList<qint64> pages = m_source.numbersInLog();
    for (const qint64 page : pages) {
        m_source.useLog(true);
        if (inLog.size() < MostComparedCalls)
            readCallIds(m_source, page, *calls, inLog);
        m_source.useLog(false);
        if (inFile.size() < MostComparedCalls)
            readCallIds(m_source, page, *calls, inFile);
    }
    m_source.useLog(true);
    const QSet<QByteArray> uuids(inLog.cbegin(), inLog.cend());
    bool differs = false;
    for (auto call = inFile.cbegin(); call != inFile.cend(); ++call) {
        if (uuids.contains(call.value()))
            return LogOrigin::ThisStore;
        differs = differs || inLog.contains(call.key());
    }
    return differs ? LogOrigin::OtherStore : LogOrigin::Unknown;
}

void SalvageScan::takeTrees(PageSet &seen)
{
    const Roots roots = findRoots(seen);
    for (auto root = roots.tables.cbegin(); root != roots.tables.cend(); ++root) {
        const SalvageTable *table = root.value();
        const qint64 faults = visitTree(m_source, root.key(), seen,
                                        [this, table](qint64, const PageCells &page) { takePage(page, table); });
        if (faults > 0)
            m_brokenTrees.insert(table->name);
    }
    for (const qint64 root : roots.others) {
        visitTree(m_source, root, seen, [this](qint64 number, const PageCells &) { m_indexPages.append(number); });
    }
    for (const SalvageTable &table : m_tables) {
        if (!roots.tables.values().contains(&table))
            m_brokenTrees.insert(table.name);
    }
}

void SalvageScan::takeLostPages(const PageSet &seen)
{
    QList<qint64> others;
    for (qint64 number = 1; number <= m_source.pages(); ++number) {
        if (seen.contains(number))
            continue;
        const PageCells page(m_source, number);
        if (page.kind() == PageKind::Other)
            others.append(number);
        else
            takePage(page, nullptr);
        if (page.kind() == PageKind::IndexLeaf || page.kind() == PageKind::IndexInterior)
            m_indexPages.append(number);
    }
    m_unknownPages =
        std::count_if(others.begin(), others.end(), [this](qint64 number) { return !m_overflow.contains(number); });
}

/// `table`: whose tree led to the page, null for one that no tree leads to.
void SalvageScan::takePage(const PageCells &page, const SalvageTable *table)
{
    countPage();
    if (page.kind() == PageKind::TableInterior)
        return;
    qint64 broken = 0;
    const SalvageTable *last = table;
    for (int cell = 0; cell < page.count(); ++cell) {
        const auto record = page.record(cell);
        const SalvageTable *own = !record   ? nullptr
            : table && table->fits(*record) ? table
                                            : tableOf(*record, page.isTable());
        broken += record ? 0 : 1;
        if (!own)
            continue;
        last = own;
        takeRecord(*record, *own);
    }
    if (broken > 0 && last)
        m_brokenRows[last->name] += broken;
}

const SalvageTable *SalvageScan::tableOf(const CellRecord &record, bool inTable) const
{
    const auto table = std::find_if(m_tables.begin(), m_tables.end(), [&](const SalvageTable &known) {
        return known.hasRowIds == inTable && known.fits(record) && isPlausible(known.name, record);
    });
    return table == m_tables.end() ? nullptr : &*table;
}

void SalvageScan::takeRecord(const CellRecord &record, const SalvageTable &table)
{
    for (const qint64 page : record.overflow)
        m_overflow.insert(page);
    if (table.name == "meta"_L1) {
        m_counters.insert(QString::fromUtf8(record.values.at(0).bytes), record.values.at(1).integer);
        return;
    }
    if (isRecounted(table.name))
        return;
    if (table.name == "call"_L1)
        m_callIds.insert(record.rowId);
    insert(record, table);
    m_rows += 1;
}

void SalvageScan::insert(const CellRecord &record, const SalvageTable &table)
{
    QString &text = m_insertTexts[{&table, record.values.size()}];
    if (text.isEmpty())
        text = table.insertText(record.values.size()) + conflictText(table);
    QSqlQuery &query = m_stage.prepared(text);
    for (int i = 0; i < record.values.size(); ++i)
        query.bindValue(i, table.columns.at(i).isRowId ? QVariant(record.rowId) : variantOf(record.values.at(i)));
    m_stage.run(query);
}

/// After the rows: what indexes name beside them is missing.
void SalvageScan::takeIndexPages()
{
    for (const qint64 number : std::as_const(m_indexPages)) {
        const PageCells page(m_source, number);
        for (int cell = 0; cell < page.count(); ++cell) {
            if (const auto record = page.record(cell))
                takeIndexEntry(*record);
        }
    }
}

void SalvageScan::takeIndexEntry(const CellRecord &record)
{
    constexpr qsizetype ListColumns = 9; // placed_at, id, task_id … and the row's number
    const QList<CellValue> &values = record.values;
    const auto is = [&values](qsizetype at, Kind kind) { return values.at(at).kind == kind; };
    const qint64 id = values.constLast().integer;
    if (!values.constLast().bytes.isEmpty() || id <= 0 || m_callIds.contains(id))
        return;
    const bool isUuid = values.size() == 2 && is(0, Kind::Text) && is(1, Kind::Integer)
        && !values.at(0).bytes.startsWith('[') && !isCounter(values.at(0).bytes) && values.at(0).bytes != "schema_step";
    if (isUuid) {
        m_callsWithoutRow[id].uuid = storedText(values.at(0).bytes);
    } else if (values.size() > ListColumns && is(0, Kind::Integer) && is(2, Kind::Text) && is(3, Kind::Text)) {
        IndexedCall &call = m_callsWithoutRow[id];
        call.placedAt = values.at(0).integer;
        call.taskId = storedText(values.at(2).bytes);
    }
}

void SalvageScan::countPage()
{
    if (++m_done % PagesPerLook == 0)
        m_progress(m_done, m_source.pages());
}

} // namespace callboard
