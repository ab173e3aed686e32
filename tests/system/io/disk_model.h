// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "io_control.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QMap>
#include <QRandomGenerator>
#include <QSet>
#include <QString>

#include <memory>
#include <optional>

/// One entry of the log that io_shim.cpp writes.
struct IoEntry
{
    callboard::io::Op op = callboard::io::Op::Mark;
    quint64 file = 0, offset = 0;
    QByteArray first, second;
};

/// The whole log, in order. An entry that was cut off at the end (its program was killed) is left out.
QList<IoEntry> readIoLog(const QString &file);

/// What a disk may hold after the power went: a model of files and names that knows what was synced and what was not.
/// Promised is only what POSIX promises: bytes and size of a file by its own sync, names by a sync of their folder.
/// Names that were not synced are kept up to some point in their order, as every file system with a journal does.
class DiskModel
{
public:
    /// Which of the bytes that were not synced reach the disk.
    enum class Unsynced : quint8 { None, All, Some, Torn };

    /// Begins with the files beneath that folder, all of them on the disk.
    explicit DiskModel(const QString &folder);
    /// Another one that changes on its own.
    DiskModel copy() const;
    DiskModel(DiskModel &&) = default;
    /// Takes one entry of the log. False where it can't be modelled.
    bool apply(const IoEntry &entry);
    /// The control: a disk that says it synced and did not.
    void ignoreSyncs() { m_syncs = false; }

    /// Writes what the disk would hold now into an empty folder. False when that can't be written.
    bool writeImage(const QString &folder, Unsynced unsynced, QRandomGenerator &random) const;

private:
    struct Change
    {
        bool isCut = false; ///< size set to `offset`; otherwise bytes at `offset`
        qint64 offset = 0;
        QByteArray bytes;
    };
    struct File
    {
        QByteArray synced;
        QList<Change> pending;
    };
    using FilePtr = std::shared_ptr<File>;
    struct NameChange
    {
        callboard::io::Op op;
        QByteArray name, newName;
        FilePtr file; ///< of a name that is made
    };
    struct Names
    {
        QMap<QByteArray, FilePtr> files;
        QSet<QByteArray> folders;
        void apply(const NameChange &change);
    };

    DiskModel() = default;
    void change(quint64 file, const Change &change);
    void syncFile(quint64 number);
    void syncFolder(const QByteArray &name);
    static QByteArray contentOf(const File &file, Unsynced unsynced, QRandomGenerator &random);

    QHash<quint64, FilePtr> m_files; ///< by inode number
    Names m_names; ///< those on the disk
    QList<NameChange> m_pending;
    bool m_syncs = true;
};
