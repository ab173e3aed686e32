// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "files/output_target.h"

#include <QByteArray>
#include <QIODevice>

#include <functional>

namespace callboard {

/// A file that is written as a whole. A plain file appears under its name with commit(), on the disk, and until then an
/// older one of that name is as it was; what a symbolic link names is replaced, the link stays. A device or a pipe is
/// never replaced but written into, as it comes. Folders, disks and sockets are refused by open().
///
/// A new file is for its owner alone (0600), whatever the umask; an older one of the same owner leaves its permissions
/// and its group.
/// What a killed program left of such a file is removed by the next one that writes into the folder. Any one thread.
class OutputFile : public QIODevice
{
    Q_OBJECT

public:
    /// `cancelled` (may be empty) is looked at while a pipe has no reader or takes nothing; writing then fails.
    explicit OutputFile(const QString &name, std::function<bool()> cancelled = {});
    /// Without commit(): as cancelWriting().
    ~OutputFile() override;

    QString fileName() const { return m_name; }
    /// For its owner alone, also where an older file was not. Before open().
    void setPrivate() { m_isPrivate = true; }
    bool isPrivate() const { return m_isPrivate; }
    /// False with errorString() where it can't be written.
    bool open(OpenMode mode) override;
    bool isSequential() const override { return true; }
    /// A plain file that commit() puts in the place of an older one. After open().
    bool isReplaced() const { return m_target.kind == OutputTarget::Kind::File; }
    /// Hands everything written so far to the system.
    bool flush();
    /// The end: all of it is on the disk under its name, or false with errorString() and an older file is as it was.
    bool commit();
    /// Drops what was written; what went into a device or pipe stays there.
    void cancelWriting();

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *data, qint64 size) override;

private:
    bool openFile();
    bool openStream();
    bool takePermissions();
    bool handOver(const char *data, qsizetype size);
    bool awaitRoom();
    bool isCancelled() const { return m_cancelled && m_cancelled(); }
    bool fail(int error);
    bool refuseTerminal();
    void closeDescriptor();

    QString m_name;
    std::function<bool()> m_cancelled;
    OutputTarget m_target;
    QByteArray m_beside; ///< the unfinished file's name while it is there
    QByteArray m_waiting; ///< not handed to the system yet
    int m_descriptor = -1;
    bool m_isPrivate = false;
    bool m_hasFailed = false;
};

} // namespace callboard
