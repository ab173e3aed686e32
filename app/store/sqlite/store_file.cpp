// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite/store_file.h"

#include "files/plain_file.h"
#include "store/database/schema.h"
#include "store/sqlite/pages/page_tree.h"

#include <QtEndian>

#include <algorithm>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

/// What a file that is no database seems to be, by how it begins.
StoreErrorCode looksLike(const QByteArray &head)
{
    constexpr std::pair<QByteArrayView, StoreErrorCode> Beginnings[] = {
        {"%PDF", StoreErrorCode::LooksLikePdf},      {"PK", StoreErrorCode::LooksLikeZip},
        {"\x1f\x8b", StoreErrorCode::LooksLikeGzip}, {"\x28\xb5\x2f\xfd", StoreErrorCode::LooksLikeZstd},
        {"7z\xbc\xaf", StoreErrorCode::LooksLike7z}, {"{", StoreErrorCode::LooksLikeJson},
        {"<", StoreErrorCode::LooksLikeHtml},
    };
    for (const auto &[beginning, code] : Beginnings) {
        if (head.startsWith(beginning))
            return code;
    }
    if (std::all_of(head.begin(), head.end(), [](char byte) { return byte == '\0'; }))
        return StoreErrorCode::BeginsWithZeros;
    const bool isText = std::all_of(head.begin(), head.end(), [](char byte) {
        return byte == '\n' || byte == '\r' || byte == '\t' || static_cast<quint8>(byte) >= ' ';
    });
    return isText ? StoreErrorCode::LooksLikeText : StoreErrorCode::BeginsOtherwise;
}

class Inspection
{
public:
    explicit Inspection(const QString &file)
        : m_file(file)
        , m_source(file, PageSource::LogPart::UpToBreak)
    { }

    StoreInspection run()
    {
        if (m_source.bytes() == 0 && m_source.logPages() == 0)
            return {StoreKind::Empty, {}};
        if (m_source.bytes() == 0)
            return damaged(StoreErrorCode::EmptyButLog);
        if (!m_source.hasHeader())
            return notADatabase();
        PageSet seen(m_source.pages());
        qint64 faults = 0;
        m_entries = readSchemaEntries(m_source, seen, &faults);
        if (m_entries.isEmpty() && faults == 0 && m_source.pages() == 1)
            return {StoreKind::Empty, {}}; // its tables are yet to be made
        const bool isOurs = has("meta"_L1) && has("call"_L1) && has("push"_L1);
        if (!isOurs && faults == 0 && !m_entries.isEmpty())
            return otherProgram();
        if (m_source.pages() < pagesPromised())
            return damaged(StoreProblem{StoreErrorCode::CutOff,
                                        {QString::number(m_source.pages()), QString::number(pagesPromised())}});
        if (!isOurs || faults > 0)
            return damaged(StoreErrorCode::TablesUnreadable);
        return byStep(seen);
    }

private:
    bool has(QLatin1StringView table) const
    {
        return std::any_of(m_entries.begin(), m_entries.end(), [table](const SchemaEntry &entry) {
            return entry.type == "table"_L1 && entry.name == table;
        });
    }

    StoreInspection damaged(const StoreArgument &how) const
    {
        return {StoreKind::Damaged, {StoreErrorCode::DamagedStore, {m_file, how, StoreUrl::ofFile(m_file).toString()}}};
    }

    StoreInspection notADatabase() const
    {
        constexpr qsizetype HeadBytes = 64;
        const QByteArray head = m_source.page(1).first(std::min<qint64>(HeadBytes, m_source.bytes()));
        return {StoreKind::NotADatabase,
                {StoreErrorCode::ForeignFile, {m_file, looksLike(head), StoreUrl::ofFile(m_file).toString()}}};
    }

    StoreInspection otherProgram() const
    {
        constexpr qsizetype MostNames = 3;
        QStringList names;
        for (const SchemaEntry &entry : m_entries) {
            if (entry.type == "table"_L1 && names.size() < MostNames)
                names.append(entry.name.left(40));
        }
        return {StoreKind::OtherProgram, {StoreErrorCode::OtherProgramsTables, {m_file, names.join(u", "_s)}}};
    }

    /// As the file's own head says, where it is up to date.
    qint64 pagesPromised() const
    {
        const QByteArray head = m_source.page(1);
        const auto word = [&head](qsizetype at) { return qFromBigEndian<quint32>(head.constData() + at); };
        return word(24) == word(92) ? word(28) : 0;
    }

    StoreInspection byStep(PageSet &seen) const
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
            return damaged(StoreErrorCode::CountersUnreadable);
        if (*step > newestSchemaStep())
            return {StoreKind::NewerStore, newerStoreProblem(static_cast<int>(*step))};
        return {StoreKind::Store, {}};
    }

    const QString &m_file;
    PageSource m_source;
    QList<SchemaEntry> m_entries;
};

} // namespace

StoreInspection inspectStoreFile(const QString &file)
{
    if (fileKindOf(file) != FileKind::Plain) // opening a pipe would wait for ever
        return {};
    return Inspection(file).run();
}

void requireStoreFile(const QString &file)
{
    const StoreInspection found = inspectStoreFile(file);
    if (!found.problem.isNone())
        throw StoreError(found.problem);
}

} // namespace callboard
