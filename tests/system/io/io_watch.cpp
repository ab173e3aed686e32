// SPDX-License-Identifier: GPL-3.0-or-later
#include "io_watch.h"

#include <QFile>

#include <new>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/uio.h>
#include <unistd.h>

using namespace callboard::io;
using namespace Qt::StringLiterals;

IoWatch::IoWatch(const QString &folder, const QString &place)
    : m_folder(folder)
    , m_place(place)
{
    const int file =
        ::open(QFile::encodeName(place + u"/io.control"_s).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0 || ::ftruncate(file, sizeof(Control)) != 0)
        qFatal("The orders for the watched programs can't be written to %s.", qPrintable(place));
    void *memory = ::mmap(nullptr, sizeof(Control), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    ::close(file);
    if (memory == MAP_FAILED)
        qFatal("The orders for the watched programs can't be shared.");
    m_control = new (memory) Control{};
    m_control->quota = NoQuota;
}

IoWatch::~IoWatch()
{
    if (m_log >= 0)
        ::close(m_log);
    ::munmap(m_control, sizeof(Control));
}

QProcessEnvironment IoWatch::environment() const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LD_PRELOAD"_s, QStringLiteral(CALLBOARD_IO_SHIM));
    environment.insert(QLatin1StringView(FolderVariable), m_folder);
    environment.insert(QLatin1StringView(ControlVariable), m_place + u"/io.control"_s);
    if (m_isRecording)
        environment.insert(QLatin1StringView(LogVariable), logFile());
    return environment;
}

void IoWatch::mark(const QByteArray &note)
{
    if (m_log < 0)
        m_log = ::open(QFile::encodeName(logFile()).constData(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
    EntryHead head;
    head.op = Op::Mark;
    head.first = static_cast<std::uint32_t>(note.size());
    const iovec parts[] = {{&head, sizeof head}, {const_cast<char *>(note.constData()), head.first}};
    if (::writev(m_log, parts, 2) != static_cast<ssize_t>(sizeof head + head.first))
        qFatal("The log of file operations can't be written.");
}

void IoWatch::resetCounts()
{
    for (auto &count : m_control->done)
        count = 0;
    m_control->hits = 0;
}

void IoWatch::fail(Kind kind, quint64 at, Action action, int error, bool forEver)
{
    m_control->action = Action::None;
    m_control->kind = kind;
    m_control->at = at;
    m_control->error = error;
    m_control->forEver = forEver;
    m_control->action = action;
}
