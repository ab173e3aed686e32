// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database/store_file.h"

#include "store/database/schema.h"
#include "store/pages/page_tree.h"

#include <QFileInfo>
#include <QtEndian>

#include <algorithm>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

const QString Unchanged = u"Nothing was changed."_s;

/// What a file that is no database seems to be, by how it begins.
QString looksLike(const QByteArray &head)
{
    constexpr std::pair<QByteArrayView, QLatin1StringView> Beginnings[] = {
        {"%PDF", "a PDF document"_L1},
        {"PK", "a ZIP archive or a workbook"_L1},
        {"\x1f\x8b", "a compressed file (gzip)"_L1},
        {"\x28\xb5\x2f\xfd", "a compressed file (zstd)"_L1},
        {"7z\xbc\xaf", "a compressed file (7z)"_L1},
        {"{", "a JSON text"_L1},
        {"<", "an HTML or XML text"_L1},
    };
    for (const auto &[beginning, name] : Beginnings) {
        if (head.startsWith(beginning))
            return u"it looks like %1"_s.arg(name);
    }
    if (std::all_of(head.begin(), head.end(), [](char byte) { return byte == '\0'; }))
        return u"it begins with zeros"_s;
    const bool isText = std::all_of(head.begin(), head.end(), [](char byte) {
        return byte == '\n' || byte == '\r' || byte == '\t' || static_cast<quint8>(byte) >= ' ';
    });
    return isText ? u"it looks like a text"_s : u"its first bytes are not those of SQLite"_s;
}

class Look
{
public:
    explicit Look(const StoreUrl &url)
        : m_url(url)
        , m_source(url.filePath, PageSource::LogPart::UpToBreak)
    { }

    StoreFileLook run()
    {
        if (m_source.bytes() == 0 && m_source.logPages() == 0)
            return {StoreFileKind::Empty, {}};
        if (m_source.bytes() == 0)
            return damaged(u"the file is empty, and all that is left is its log"_s);
        if (!m_source.hasHeader())
            return notADatabase();
        PageSet seen(m_source.pages());
        qint64 faults = 0;
        m_entries = readSchemaEntries(m_source, seen, &faults);
        if (m_entries.isEmpty() && faults == 0 && m_source.pages() == 1)
            return {StoreFileKind::Empty, {}}; // its tables are yet to be made
        const bool isOurs = has("meta"_L1) && has("call"_L1) && has("push"_L1);
        if (!isOurs && faults == 0 && !m_entries.isEmpty())
            return otherProgram();
        if (m_source.pages() < pagesPromised())
            return damaged(u"it is cut off, %1 of %2 pages are there"_s.arg(m_source.pages()).arg(pagesPromised()));
        if (!isOurs || faults > 0)
            return damaged(u"its list of tables can't be read"_s);
        return byStep(seen);
    }

private:
    bool has(QLatin1StringView table) const
    {
        return std::any_of(m_entries.begin(), m_entries.end(), [table](const SchemaEntry &entry) {
            return entry.type == "table"_L1 && entry.name == table;
        });
    }

    StoreFileLook damaged(const QString &how) const
    {
        return {StoreFileKind::Damaged,
                u"The store %1 is damaged: %2. %3"_s.arg(m_url.filePath, how, salvageAdvice(m_url))};
    }

    StoreFileLook notADatabase() const
    {
        constexpr qsizetype HeadBytes = 64;
        const QByteArray head = m_source.page(1).first(std::min<qint64>(HeadBytes, m_source.bytes()));
        return {StoreFileKind::NotADatabase,
                u"%1 is not a database: %2. %3 Choose another file. If it was a store, its beginning is damaged: "
                "\"callboardctl salvage --store %4 --output sqlite:NEW-FILE\" looks for what is left of it."_s.arg(
                    m_url.filePath, looksLike(head), Unchanged, m_url.toString())};
    }

    StoreFileLook otherProgram() const
    {
        constexpr qsizetype MostNames = 3;
        QStringList names;
        for (const SchemaEntry &entry : m_entries) {
            if (entry.type == "table"_L1 && names.size() < MostNames)
                names.append(entry.name.left(40));
        }
        return {StoreFileKind::OtherProgram,
                u"%1 is a SQLite database of another program (it has the tables %2). %3 Choose another file."_s.arg(
                    m_url.filePath, names.join(u", "_s), Unchanged)};
    }

    /// As the file's own head says, where it is up to date.
    qint64 pagesPromised() const
    {
        const QByteArray head = m_source.page(1);
        const auto word = [&head](qsizetype at) { return qFromBigEndian<quint32>(head.constData() + at); };
        return word(24) == word(92) ? word(28) : 0;
    }

    StoreFileLook byStep(PageSet &seen) const
    {
        const auto meta = std::find_if(m_entries.begin(), m_entries.end(),
                                       [](const SchemaEntry &entry) { return entry.name == "meta"_L1; });
        std::optional<qint64> step;
        const auto readPage = [&step](qint64, const PageCells &page) {
            for (int cell = 0; cell < page.count(); ++cell) {
                const auto record = page.record(cell);
                if (record && record->values.size() == 2 && record->values.at(0).bytes == "schema_step")
                    step = record->values.at(1).integer;
            }
        };
        const qint64 faults = visitTree(m_source, meta->root, seen, readPage);
        if (!step || faults > 0)
            return damaged(u"its counters can't be read"_s);
        if (*step > newestSchemaStep())
            return {StoreFileKind::NewerStore, newerStoreText(static_cast<int>(*step))};
        return {StoreFileKind::Store, {}};
    }

    const StoreUrl &m_url;
    PageSource m_source;
    QList<SchemaEntry> m_entries;
};

} // namespace

StoreFileLook lookAtStoreFile(const StoreUrl &url)
{
    if (!QFileInfo::exists(url.filePath))
        return {};
    return Look(url).run();
}

void requireStoreFile(const StoreUrl &url)
{
    const StoreFileLook look = lookAtStoreFile(url);
    if (look.sentence.isEmpty())
        return;
    const bool isDamage = look.kind == StoreFileKind::Damaged;
    throw StoreError(look.sentence, isDamage ? StoreErrorKind::Damaged : StoreErrorKind::Other);
}

QString salvageAdvice(const StoreUrl &url)
{
    return u"%1 \"callboardctl salvage --store %2 --output sqlite:NEW-FILE\" brings everything sound into a new "
           "store."_s.arg(Unchanged, url.toString());
}

} // namespace callboard
