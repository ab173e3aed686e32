// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QTemporaryDir>

#include <sys/inotify.h>
#include <unistd.h>

#include <array>

namespace callboard::test {

/// A picture that nobody has a reason to open, and whether somebody did, whichever way: the kernel says so.
class OpenedFile
{
public:
    OpenedFile()
        : m_path(m_folder.filePath(QStringLiteral("canary.png")))
        , m_watch(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC))
    {
        QImage picture(4, 4, QImage::Format_RGB32);
        picture.fill(Qt::red);
        m_isWatched = picture.save(m_path)
            && ::inotify_add_watch(m_watch, m_path.toLocal8Bit().constData(), IN_OPEN | IN_ACCESS) >= 0;
    }
    ~OpenedFile() { ::close(m_watch); }
    Q_DISABLE_COPY_MOVE(OpenedFile)

    bool isWatched() const { return m_isWatched; }
    const QString &path() const { return m_path; }
    /// Since the last time that this was asked.
    bool wasOpened() const
    {
        std::array<char, 4096> events{};
        bool any = false;
        while (::read(m_watch, events.data(), events.size()) > 0)
            any = true;
        return any;
    }

private:
    QTemporaryDir m_folder;
    QString m_path;
    int m_watch;
    bool m_isWatched = false;
};

} // namespace callboard::test
