// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz_targets.h"
#include "store/database/connection.h"
#include "store/sqlite/pages/page_tree.h"

#include <QTemporaryDir>
#include <QTemporaryFile>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype PageSize = 512; ///< the smallest, so that a few hundred bytes are a tree

const char *brokenPage(const PageSource &source, qint64 number)
{
    const PageCells page(source, number);
    for (int cell = 0; cell < page.count(); ++cell) {
        const std::optional<CellRecord> record = page.record(cell);
        if (!record)
            continue;
        for (const qint64 overflow : record->overflow) {
            if (overflow < 1 || overflow > source.pages())
                return "a row that continues outside of the file";
        }
    }
    for (const qint64 child : page.children()) {
        if (child < 0)
            return "a page below that has no number";
    }
    PageSet seen(source.pages());
    visitTree(source, number, seen, [](qint64, const PageCells &) {}); // ends, whatever leads in circles
    return nullptr;
}

/// A file of any bytes, read as a damaged store.
const char *broken(const QByteArray &input)
{
    QTemporaryFile file;
    if (!file.open() || file.write(input) != input.size() || !file.flush())
        return nullptr;
    try {
        const PageSource source(file.fileName());
        for (qint64 number = 1; number <= source.pages(); ++number) {
            if (const char *fault = brokenPage(source, number))
                return fault;
        }
        PageSet seen(source.pages());
        qint64 faults = 0;
        readSchemaEntries(source, seen, &faults);
        addFreePages(source, seen);
    } catch (const StoreError &error) {
        return error.text().isEmpty() ? "refused without a reason" : nullptr;
    }
    return nullptr;
}

/// A small database of such pages, made by the database itself.
QList<QByteArray> seeds()
{
    const QTemporaryDir folder;
    const QString name = folder.filePath(u"seed.db"_s);
    {
        Connection connection(StoreUrl::ofFile(name), Access::Write);
        connection.execute(u"CREATE TABLE a (id INTEGER PRIMARY KEY, text TEXT, bytes BLOB)"_s);
        connection.execute(u"CREATE TABLE b (k TEXT NOT NULL PRIMARY KEY, v BIGINT) WITHOUT ROWID"_s);
        connection.execute(
            u"INSERT INTO a VALUES (1, 'x', zeroblob(700)), (-5, NULL, x'00ff'), (9007199254740993, '春', 1.5)"_s);
        connection.execute(u"INSERT INTO b VALUES ('k', 1), ('l', NULL)"_s);
        connection.execute(u"PRAGMA page_size = %1"_s.arg(PageSize));
        connection.execute(u"VACUUM INTO '%1'"_s.arg(folder.filePath(u"copy.db"_s)));
    }
    QFile file(folder.filePath(u"copy.db"_s));
    return {file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray(), QByteArray("SQLite format 3\0", 16)};
}

} // namespace

FuzzTarget pageTarget()
{
    return {"page",
            &broken,
            &seeds,
            {"\x0d", "\x05", "\x0a", "\x02", QByteArray("\0\0\0\1", 4), "\xff\xff\xff\xff", "\x81\x00"}};
}

} // namespace callboard
