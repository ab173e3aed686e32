// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFile>
#include <QString>

#include <sys/stat.h>
#include <unistd.h>

namespace callboard::test {

/// This process as a user without privileges, for as long as this lives: root may enter every folder.
class PlainUser
{
public:
    PlainUser()
    {
        constexpr uid_t Nobody = 65'534;
        m_isChanged = ::geteuid() == 0 && ::setresuid(Nobody, Nobody, 0) == 0;
    }
    ~PlainUser()
    {
        if (m_isChanged && ::setresuid(0, 0, 0) != 0)
            qFatal("The test can't go on as root.");
    }
    Q_DISABLE_COPY_MOVE(PlainUser)

private:
    bool m_isChanged = false;
};

/// A folder in which nobody may look, with an empty file in it; open again when this goes.
class ClosedFolder
{
public:
    explicit ClosedFolder(const QString &path)
        : m_path(path)
        , m_file(path + QStringLiteral("/calls.db"))
    {
        QDir().mkpath(path);
        QFile file(m_file);
        if (!file.open(QIODevice::WriteOnly) || !setMode(0))
            qFatal("The folder can't be closed.");
    }
    ~ClosedFolder() { setMode(S_IRWXU); }
    Q_DISABLE_COPY_MOVE(ClosedFolder)

    const QString &file() const { return m_file; }

private:
    bool setMode(mode_t mode) const { return ::chmod(QFile::encodeName(m_path).constData(), mode) == 0; }
    const QString m_path;
    const QString m_file;
};

} // namespace callboard::test
