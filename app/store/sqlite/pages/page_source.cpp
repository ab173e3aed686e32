// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite/pages/page_source.h"

#include "files/plain_file.h"
#include "store/database/store_error.h"
#include "store/sqlite/files/database_files.h"

#include <QtEndian>

#include <sqlite3.h>

#include <algorithm>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

// https://www.sqlite.org/fileformat2.html
constexpr qsizetype HeaderBytes = 100;
constexpr QByteArrayView Magic("SQLite format 3\0", 16);
constexpr qsizetype LogHeaderBytes = 32, FrameHeaderBytes = 24;
constexpr quint32 LogMagic = 0x377F0682; ///< the last bit tells the byte order of its checksums

quint32 wordAt(QByteArrayView bytes, qsizetype at)
{
    return qFromBigEndian<quint32>(bytes.data() + at);
}

bool isPageSize(qsizetype size)
{
    return size >= 512 && size <= 65'536 && (size & (size - 1)) == 0;
}

/// The running checksum of a log.
struct LogSum
{
    quint32 first = 0, second = 0;

    void add(QByteArrayView bytes, bool bigEndian)
    {
        for (qsizetype at = 0; at + 8 <= bytes.size(); at += 8) {
            const auto word = [&](qsizetype from) {
                return bigEndian ? qFromBigEndian<quint32>(bytes.data() + from)
                                 : qFromLittleEndian<quint32>(bytes.data() + from);
            };
            first += word(at) + second;
            second += word(at + 4) + first;
        }
    }
    friend bool operator==(const LogSum &, const LogSum &) = default;
};

/// Reads the frames of a log one after the other. Each continues the checksum of the one before, which stands in that
/// one's head: so the frames after a damaged one can still be proved.
class LogReader
{
public:
    LogReader(QFile &file, qsizetype pageSize)
        : m_file(file)
        , m_pageSize(pageSize)
    { }

    /// False where this is no log of such pages.
    bool begin()
    {
        const QByteArray head = m_file.read(LogHeaderBytes);
        if (head.size() < LogHeaderBytes || qsizetype(wordAt(head, 8)) != m_pageSize)
            return false;
        m_bigEndian = (wordAt(head, 0) & 1) != 0;
        m_salts = head.mid(16, 8);
        m_sum = {wordAt(head, 24), wordAt(head, 28)};
        return (wordAt(head, 0) & ~1U) == LogMagic;
    }

    /// The next frame; false at the end.
    bool next()
    {
        offset = m_file.pos() + FrameHeaderBytes;
        const QByteArray head = m_file.read(FrameHeaderBytes);
        const QByteArray page = m_file.read(m_pageSize);
        if (page.size() < m_pageSize)
            return false;
        number = wordAt(head, 0);
        pagesAfterCommit = wordAt(head, 4);
        isOfThisLog = head.mid(8, 8) == m_salts;
        m_sum.add(QByteArrayView(head).first(8), m_bigEndian);
        m_sum.add(page, m_bigEndian);
        const LogSum stored{wordAt(head, 16), wordAt(head, 20)};
        isProved = isOfThisLog && number > 0 && m_sum == stored;
        m_sum = stored;
        return true;
    }

    qint64 offset = 0, number = 0, pagesAfterCommit = 0;
    bool isOfThisLog = false; ///< else it is left from before the log began anew
    bool isProved = false;

private:
    QFile &m_file;
    const qsizetype m_pageSize;
    QByteArray m_salts;
    LogSum m_sum;
    bool m_bigEndian = false;
};

} // namespace

// A file that is closed takes with it all locks that the program has on it (POSIX), those of its other connections to
// the same store, too. SQLite's own way to open and close a file knows that and waits: hence a connection that is
// never used, for its file.
PageSource::PageSource(const QString &file, LogPart part)
{
    const bool isOpen =
        sqlite3_open_v2(file.toUtf8().constData(), &m_database, SQLITE_OPEN_READONLY, nullptr) == SQLITE_OK;
    if (isOpen)
        sqlite3_file_control(m_database, "main", SQLITE_FCNTL_FILE_POINTER, &m_file);
    sqlite3_int64 size = 0;
    if (!m_file || !m_file->pMethods || m_file->pMethods->xFileSize(m_file, &size) != SQLITE_OK) {
        sqlite3_close(m_database);
        throw StoreError(StoreErrorCode::CannotReadStore, {file});
    }
    m_bytes = size;
    readHeader();
    readLog(logOf(file), part);
    m_usesLog = !m_log.isEmpty();
}

PageSource::~PageSource()
{
    sqlite3_close(m_database);
}

QByteArray PageSource::read(qint64 offset, qsizetype size) const
{
    QByteArray bytes(size, '\0');
    const int code = m_file->pMethods->xRead(m_file, bytes.data(), static_cast<int>(size), offset);
    if (code != SQLITE_OK && code != SQLITE_IOERR_SHORT_READ)
        return QByteArray(size, '\0'); // a bad sector is a damaged page
    return bytes;
}

void PageSource::readHeader()
{
    const QByteArray head = read(0, HeaderBytes);
    m_hasHeader = m_bytes >= HeaderBytes && head.startsWith(Magic);
    const qsizetype size = qFromBigEndian<quint16>(head.constData() + 16);
    const qsizetype pageSize = size == 1 ? 65'536 : size;
    const qsizetype reserved = static_cast<quint8>(head.at(20));
    if (!m_hasHeader || !isPageSize(pageSize) || reserved > 64)
        return;
    m_pageSize = pageSize;
    m_usableSize = pageSize - reserved;
}

void PageSource::readLog(const QString &file, LogPart part)
{
    m_logFile = std::make_unique<QFile>(file);
    if (fileKindOf(file) != FileKind::Plain || !m_logFile->open(QIODevice::ReadOnly))
        return;
    const QByteArray head = m_logFile->peek(LogHeaderBytes);
    if (!m_hasHeader && head.size() == LogHeaderBytes && isPageSize(qsizetype(wordAt(head, 8))))
        m_pageSize = m_usableSize = qsizetype(wordAt(head, 8));
    LogReader log(*m_logFile, m_pageSize);
    if (!log.begin())
        return;
    QHash<qint64, qint64> uncommitted;
    while (log.next()) {
        if (!log.isProved) {
            m_brokenFrames += log.isOfThisLog ? 1 : 0;
            if (part == LogPart::UpToBreak)
                break;
            continue;
        }
        uncommitted.insert(log.number, log.offset);
        if (log.pagesAfterCommit == 0)
            continue;
        m_log.insert(uncommitted);
        uncommitted.clear();
        m_logEnd = log.pagesAfterCommit;
    }
}

qint64 PageSource::pages() const
{
    const qint64 inFile = (m_bytes + m_pageSize - 1) / m_pageSize;
    return m_usesLog ? std::max(inFile, m_logEnd) : inFile;
}

QByteArray PageSource::page(qint64 number) const
{
    if (number < 1 || number > pages())
        return {};
    if (m_usesLog) {
        if (const auto inLog = m_log.constFind(number); inLog != m_log.cend() && m_logFile->seek(*inLog)) {
            if (QByteArray page = m_logFile->read(m_pageSize); page.size() == m_pageSize)
                return page;
        }
    }
    return read((number - 1) * m_pageSize, m_pageSize);
}

} // namespace callboard
