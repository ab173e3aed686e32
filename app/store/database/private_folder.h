// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLockFile>
#include <QString>
#include <QTemporaryDir>

#include <optional>

namespace callboard {

/// A folder for files that nobody else may read and that must not outlive their use: made for its owner alone (0700),
/// removed with everything in it. What a killed program left behind is removed when the next one makes its folder. Any
/// one thread.
class PrivateFolder
{
public:
    /// Makes the folder inside `parent`, its name beginning with `prefix`. Throws StoreError.
    explicit PrivateFolder(const QString &parent, const QString &prefix = QStringLiteral("callboard-known-"));

    QString path() const { return m_folder.path(); }

    QString filePath(const QString &name) const { return m_folder.filePath(name); }
    /// Room for more files, -1 unknown.
    qint64 freeBytes() const;

private:
    QTemporaryDir m_folder;
    std::optional<QLockFile> m_lock; ///< tells others that the folder is in use; released before the folder goes
};

} // namespace callboard
