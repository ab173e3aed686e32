// SPDX-License-Identifier: GPL-3.0-or-later
#include "page_damage.h"

#include "store/apply/batch_applier.h"
#include "store/database/schema.h"
#include "store_fixture.h"

#include <QDir>
#include <QFile>
#include <QVariant>
#include <QtEndian>

#include <algorithm>

namespace callboard::test {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype Page = 4096;
constexpr qsizetype LogHead = 32, FrameHead = 24;
constexpr int Calls = 700;
constexpr qsizetype Batch = 16;

/// What a row says, without numbers that a salvage may give anew.
const QMap<QString, QString> &contentTexts()
{
    static const QMap<QString, QString> Texts{
        {u"call"_s,
         u"SELECT call_uuid || '|' || caller || '|' || callee || '|' || direction || '|' || time_answer || '|' || "
         u"time_hangup || '|' || task_id || '|' || task_data_id || '|' || task_result || '|' || task_result_desc || "
         u"'|' "
         u"|| task_tries || '|' || task_row_value || '|' || parts || '|' || first_arrival || '|' || last_arrival || "
         u"'|' "
         "|| basic_push || '|' || outbound_push || '|' || placed_at || '|' || said FROM call"_s},
        {u"push"_s, u"SELECT first_push || '|' || count || '|' || first_arrival || '|' || hex(segment) FROM push"_s},
        {u"rejected"_s, u"SELECT id || '|' || arrived_at || '|' || error || '|' || hex(body) FROM rejected"_s},
        {u"audit"_s, u"SELECT id || '|' || at || '|' || action || '|' || detail FROM audit"_s},
    };
    return Texts;
}

void fillCalls(Connection &connection, quint32 seed)
{
    BatchApplier applier(connection);
    applier.load();
    QList<Arrival> batch;
    qint64 at = Noon + 5 * HourMs;
    const auto add = [&](const QByteArray &body) {
        batch.append(arrivalOf(body, at++));
        if (batch.size() == Batch)
            applier.apply(std::exchange(batch, {}));
    };
    int number = 0;
    for (TestCall call : someCalls(Calls, seed)) {
        call.set(u"call_uuid"_s, u"%1-%2"_s.arg(seed).arg(call.uuid()));
        if (++number % 70 == 0)
            call.set(u"task_result_desc"_s, QString(9'000, u'长')); // continues in other pages
        add(call.basic());
        add(call.outbound());
        if (number % 25 == 0)
            add("{broken " + QByteArray::number(number) + QByteArray(number % 50 == 0 ? 6'000 : 30, 'x'));
    }
    if (!batch.isEmpty())
        applier.apply(batch);
}

void fillOthers(Connection &connection)
{
    connection.begin();
    for (int i = 0; i < 300; ++i)
        connection.execute(
            u"INSERT INTO audit (at, action, detail) VALUES (%1, 'reveal', 'call list %2')"_s.arg(Noon + i).arg(i));
    connection.execute(u"INSERT INTO result_meaning VALUES ('18', 0, 1, 2, '有意向', 'Interested')"_s);
    connection.execute(u"UPDATE task SET alias = '春季' WHERE task_id = '1'"_s);
    connection.execute(u"INSERT INTO alert_rule VALUES (1001, '{\"id\":1001,\"watch\":\"silence\"}')"_s);
    connection.execute(u"INSERT INTO report_schedule VALUES (1, '{\"version\":1,\"report\":\"tasks\"}')"_s);
    connection.commit();
}

QByteArray readAll(const QString &file)
{
    QFile read(file);
    return read.open(QIODevice::ReadOnly) ? read.readAll() : QByteArray();
}

/// Where the database itself says the cells of a table are.
QList<QList<qint64>> placesOf(Connection &connection, const QString &table)
{
    QSqlQuery query(connection.database().sql());
    query.setForwardOnly(true);
    query.prepare(
        u"SELECT pageno, path, pagetype, ncell FROM dbstat WHERE name = ? AND pagetype <> 'internal' ORDER BY "
        "path"_s);
    query.bindValue(0, table);
    connection.run(query);
    QList<QList<qint64>> places;
    QMap<QString, qsizetype> firstRow; // of a leaf, by its path
    while (connection.next(query)) {
        const QString path = query.value(1).toString();
        if (query.value(2).toString() == "leaf"_L1) {
            firstRow.insert(path, places.size());
            for (int cell = 0; cell < query.value(3).toInt(); ++cell)
                places.append(QList<qint64>{query.value(0).toLongLong()});
            continue;
        }
        const qsizetype slash = path.lastIndexOf(u'/') + 1; // …/LEAF/CELL+NUMBER
        const int cell = path.mid(slash, path.indexOf(u'+') - slash).toInt(nullptr, 16);
        places[firstRow.value(path.left(slash)) + cell].append(query.value(0).toLongLong());
    }
    return places;
}

QList<PlacedRow> placeRows(Connection &connection)
{
    QList<PlacedRow> rows;
    for (auto text = contentTexts().cbegin(); text != contentTexts().cend(); ++text) {
        const QList<QList<qint64>> places = placesOf(connection, text.key());
        QSqlQuery &query = connection.prepared(text.value() + u" ORDER BY rowid"_s);
        connection.run(query);
        for (qsizetype i = 0; connection.next(query); ++i)
            rows.append({text.key(), query.value(0).toString(), places.value(i)});
        query.finish();
    }
    return rows;
}

qint64 pagesIn(const QByteArray &file)
{
    return (file.size() + Page - 1) / Page;
}

/// The last frame of each page in a log, as far as it is committed.
QMap<qint64, qsizetype> lastFrames(const QByteArray &log)
{
    QMap<qint64, qsizetype> committed, open;
    for (qsizetype at = LogHead, frame = 0; at + FrameHead + Page <= log.size(); at += FrameHead + Page, ++frame) {
        open.insert(qFromBigEndian<quint32>(log.constData() + at), frame);
        if (qFromBigEndian<quint32>(log.constData() + at + 4) != 0)
            committed = open;
    }
    return committed;
}

void flipBit(QByteArray &bytes, qsizetype at, int bit)
{
    bytes[at] = static_cast<char>(bytes.at(at) ^ (1 << bit));
}

qint64 randomPage(const StoreImage &image, QRandomGenerator &random)
{
    return 1 + random.bounded(static_cast<int>(image.file.size() / Page));
}

QByteArray pageOf(const StoreImage &image, qint64 page)
{
    return image.file.mid((page - 1) * Page, Page);
}

void setPage(StoreImage &image, qint64 page, const QByteArray &bytes)
{
    image.file.replace((page - 1) * Page, Page, bytes);
}

QByteArray garbage(QRandomGenerator &random)
{
    QByteArray bytes(Page, '\0');
    for (char &byte : bytes)
        byte = static_cast<char>(random.bounded(256));
    return bytes;
}

QSet<qint64> damagePages(StoreImage &image, Damage damage, QRandomGenerator &random)
{
    QSet<qint64> touched;
    const int count = 1 + random.bounded(8);
    for (int i = 0; i < count; ++i) {
        const qint64 page = randomPage(image, random);
        if (damage == Damage::Flips)
            flipBit(image.file, (page - 1) * Page + random.bounded(int(Page)), random.bounded(8));
        else
            setPage(image, page, damage == Damage::Zeroed ? QByteArray(Page, '\0') : garbage(random));
        touched.insert(page);
    }
    return touched;
}

/// Written to the wrong place: the page is there twice, and what stood there is gone.
QSet<qint64> misplacePage(StoreImage &image, QRandomGenerator &random)
{
    const qint64 page = randomPage(image, random);
    setPage(image, page, pageOf(image, randomPage(image, random)));
    return {page};
}

/// A page with rows is found in any place; one that only goes on with a row is looked for where the row says.
QSet<qint64> swapPages(StoreImage &image, QRandomGenerator &random)
{
    const qint64 first = randomPage(image, random);
    const qint64 second = randomPage(image, random);
    const QByteArray page = pageOf(image, first);
    setPage(image, first, pageOf(image, second));
    setPage(image, second, page);
    QSet<qint64> touched;
    for (const PlacedRow &row : std::as_const(image.rows)) {
        for (const qint64 further : row.pages.mid(1)) {
            if (further == first || further == second)
                touched.insert(further);
        }
    }
    return touched;
}

QSet<qint64> truncateFile(StoreImage &image, QRandomGenerator &random)
{
    QSet<qint64> touched;
    const qint64 before = pagesIn(image.file);
    image.file.truncate(random.bounded(static_cast<int>(image.file.size())));
    for (qint64 page = image.file.size() / Page + 1; page <= before; ++page)
        touched.insert(page);
    return touched;
}

QSet<qint64> damageLog(StoreImage &image, Damage damage, QRandomGenerator &random)
{
    const QMap<qint64, qsizetype> before = lastFrames(image.log);
    QSet<qsizetype> frames; // whose pages are not, or can't be proved to be, what they were
    if (damage == Damage::LogTruncated) {
        image.log.truncate(random.bounded(static_cast<int>(image.log.size())));
    } else {
        const auto at = static_cast<qsizetype>(random.bounded(static_cast<int>(image.log.size())));
        flipBit(image.log, at, random.bounded(8));
        const qsizetype frame = at < LogHead ? 0 : (at - LogHead) / (FrameHead + Page);
        frames = {frame, frame + 1};
        if (at < LogHead)
            frames = QSet<qsizetype>(before.cbegin(), before.cend());
    }
    const QMap<qint64, qsizetype> after = lastFrames(image.log);
    QSet<qint64> touched;
    for (auto page = before.cbegin(); page != before.cend(); ++page) {
        if (after.value(page.key(), -1) != page.value() || frames.contains(page.value()))
            touched.insert(page.key());
    }
    return touched;
}

} // namespace

StoreImage makeImage(const QString &folder, quint32 seed, bool withJournal, bool withLog)
{
    const StoreUrl store =
        StoreUrl::ofFile(QDir(folder).filePath(u"made-%1-%2%3.db"_s.arg(seed).arg(withJournal).arg(withLog)));
    StoreImage image;
    const auto connection = std::make_unique<Connection>(store, Access::Write);
    migrateSchema(*connection);
    fillCalls(*connection, seed);
    fillOthers(*connection);
    if (!withJournal)
        connection->execute(u"DELETE FROM push"_s);
    connection->execute(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    if (withLog) {
        connection->execute(u"UPDATE audit SET detail = detail || '.' WHERE id > 250"_s);
        fillCalls(*connection, seed + 1);
    }
    image.rows = placeRows(*connection);
    image.file = readAll(store.localFile());
    image.log = readAll(store.localFile() + u"-wal"_s);
    return image;
}

void readContents(const StoreUrl &store, QMap<QString, QMap<QString, int>> &contents)
{
    Connection connection(store, Access::Read);
    for (auto text = contentTexts().cbegin(); text != contentTexts().cend(); ++text) {
        QSqlQuery &query = connection.prepared(text.value());
        connection.run(query);
        while (connection.next(query))
            contents[text.key()][query.value(0).toString()] += 1;
        query.finish();
    }
}

QString damageName(Damage damage)
{
    static const QStringList Names{u"flipped bits"_s,  u"cut off"_s,         u"zeroed pages"_s,
                                   u"swapped pages"_s, u"garbage"_s,         u"misplaced"_s,
                                   u"foreign log"_s,   u"flip in the log"_s, u"log cut off"_s};
    return Names.at(static_cast<int>(damage));
}

QSet<qint64> damageImage(StoreImage &image, Damage damage, const StoreImage &foreign, QRandomGenerator &random)
{
    switch (damage) {
    case Damage::Flips:
    case Damage::Zeroed:
    case Damage::Garbage:
        return damagePages(image, damage, random);
    case Damage::Truncated:
        return truncateFile(image, random);
    case Damage::Misplaced:
        return misplacePage(image, random);
    case Damage::Swapped:
        return swapPages(image, random);
    case Damage::ForeignLog:
        image.log = foreign.log;
        return {};
    case Damage::LogFlips:
    case Damage::LogTruncated:
        return damageLog(image, damage, random);
    }
    return {};
}

void writeImage(const StoreImage &image, const StoreUrl &store)
{
    for (const auto &[name, bytes] :
         {std::pair(store.localFile(), image.file), {store.localFile() + u"-wal"_s, image.log}}) {
        QFile file(name);
        if (bytes.isEmpty() && name != store.localFile())
            file.remove();
        else if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("The damaged file can't be written.");
    }
}

} // namespace callboard::test
