// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace callboard {

/// What the name of an output stands for, and with it how it may be written. Any thread; looks at the file system.
struct OutputTarget
{
    enum class Kind : quint8 {
        File, ///< a plain file or none yet: replaced as a whole by a finished one
        Stream, ///< a character device, a pipe or an open descriptor: written into, never replaced
        Refused ///< anything else: a folder, a disk, a socket
    };
    Kind kind = Kind::File;
    QString path; ///< the name behind all symbolic links, so that a link stays and what it names is replaced
    int descriptor = -1; ///< of a stream that this process has open already (/dev/stdout); -1: open `path`
    QString problem; ///< why it is refused, as a sentence without a full stop for a person; otherwise empty
};

OutputTarget outputTarget(const QString &name);

/// Why a plain file must not be replaced: it is a part of the database beside it (its log, its index, the note of who
/// holds it). A sentence without a full stop for a person; empty: it may be replaced.
QString databasePartProblem(const QString &path);
/// The same, also for a database itself. One in use is recognised by what lies beside it, since opening and closing its
/// file would end SQLite's locks.
QString databaseProblem(const QString &path);

/// Whether writing to `name` would write to the standard output of this process.
bool isStandardOutput(const QString &name);

/// Renames a finished file over another one in one step, and writes the folder to the disk, so that after a power cut
/// either the old or the new file has the name. Returns the reason of a failure for a person; empty: done. When only
/// the folder could not be written to the disk, the new file has the name all the same.
QString replaceFile(const QString &finished, const QString &name);

/// Writes the folder of a file to the disk: what was renamed, made or removed there. Same result as replaceFile().
QString syncFolderOf(const QString &file);

} // namespace callboard
