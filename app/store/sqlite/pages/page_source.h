// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QHash>
#include <QString>

#include <memory>

struct sqlite3;
struct sqlite3_file;

namespace callboard {

/// The pages of a SQLite file as they stand on the disk, read without the database: also of a file that the database
/// refuses. Never writes, makes no file, takes no lock. Frames of the log (`FILE-wal`) that their checksums prove and
/// that were committed stand in the place of the file's pages. Belongs to one thread.
class PageSource
{
public:
    enum class LogPart : quint8 {
        UpToBreak, ///< what the database itself takes: behind a frame that can't be proved nothing counts
        AllProved, ///< also what comes behind such a frame, as of a log that was damaged later
    };
    /// Throws StoreError where the file can't be read.
    explicit PageSource(const QString &file, LogPart part = LogPart::AllProved);
    ~PageSource();
    Q_DISABLE_COPY_MOVE(PageSource)

    /// False where the file does not begin as SQLite's files do; it is then read in pages of 4096 bytes.
    bool hasHeader() const { return m_hasHeader; }
    qsizetype pageSize() const { return m_pageSize; }
    /// Bytes of a page that hold cells.
    qsizetype usableSize() const { return m_usableSize; }
    qint64 bytes() const { return m_bytes; } ///< of the file alone
    /// As many as the file or the log has, whichever is more. The first is 1.
    qint64 pages() const;
    /// What is cut off reads as zeros; empty for a number outside of the file.
    QByteArray page(qint64 number) const;

    /// Pages that the log has instead of the file, and frames of it that can't be proved.
    qsizetype logPages() const { return m_log.size(); }
    QList<qint64> numbersInLog() const { return m_log.keys(); }
    qint64 brokenFrames() const { return m_brokenFrames; }
    bool usesLog() const { return m_usesLog; }
    void useLog(bool use) { m_usesLog = use; }

private:
    void readHeader();
    void readLog(const QString &file, LogPart part);
    QByteArray read(qint64 offset, qsizetype size) const;

    sqlite3 *m_database = nullptr; ///< never asked for anything: it only opens and closes the file (see the source)
    sqlite3_file *m_file = nullptr;
    std::unique_ptr<QFile> m_logFile;
    QHash<qint64, qint64> m_log; ///< page: offset in the log
    qint64 m_bytes = 0, m_logEnd = 0;
    qint64 m_brokenFrames = 0;
    qsizetype m_pageSize = 4096, m_usableSize = 4096;
    bool m_hasHeader = false, m_usesLog = false;
};

} // namespace callboard
