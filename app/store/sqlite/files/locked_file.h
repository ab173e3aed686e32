// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database/store_problem.h"

#include <QByteArray>
#include <QString>

#include <compare>
#include <cstdint>

namespace callboard {

/// Which file a name stands for at a moment: the same for each of its names.
struct FileIdentity
{
    std::uint64_t device = 0, inode = 0;
    auto operator<=>(const FileIdentity &) const = default;
    bool isKnown() const { return inode != 0; }
    /// Of the file behind `path`; unknown where there is none.
    static FileIdentity of(const QString &path);
};

/// True for a file that is mounted alone (a bind mount of a file): its folder is not the one where its log belongs.
/// Symbolic links are followed. Any thread.
bool isMountedAlone(const QString &path);

/// The kernel's lock on a database file itself, whatever its name: whoever holds it may write. It ends with the
/// program, however that ends. SQLite's own locks lie elsewhere in the file, and don't meet it.
///
/// Closing any descriptor of a file takes SQLite's locks on that file away from the whole program (POSIX). So the
/// descriptor is only closed once no Connection of this program has the file open; see OpenMark. Any thread.
class LockedFile
{
public:
    enum class Outcome : quint8 { Held, HeldByOther, NoLocks, CannotOpen };

    /// Opens the file for writing, makes an empty one where there is none, and tries the lock once.
    explicit LockedFile(const QString &path);
    ~LockedFile();
    Q_DISABLE_COPY_MOVE(LockedFile)

    Outcome outcome() const { return m_outcome; }
    const StoreArgument &trouble() const { return m_trouble; } ///< why it could not be opened
    bool isMadeHere() const { return m_isMade; } ///< there was no file before
    quint64 names() const; ///< how many hard links there are now
    /// False once the path stands for another file, or for none.
    bool isStillAt(const QString &path) const;
    /// Whether somebody holds the lock of the file at `path` now, under whichever name. Changes nothing.
    static bool isHeld(const QString &path);

private:
    void open(const QString &path);
    void lock();

    int m_descriptor = -1;
    Outcome m_outcome = Outcome::CannotOpen;
    bool m_isMade = false;
    FileIdentity m_identity;
    StoreArgument m_trouble{QString()};
};

/// The first bytes of a file, which may be a database that this program has open: see LockedFile. Empty where it can't
/// be read. Any thread.
QByteArray beginningOf(const QString &path, qint64 bytes);

/// Counts a database connection of this program for the file at `path`, for as long as this lives. Any thread.
class OpenMark
{
public:
    explicit OpenMark(const QString &path);
    ~OpenMark();
    Q_DISABLE_COPY_MOVE(OpenMark)

private:
    FileIdentity m_identity;
};

} // namespace callboard
