// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/line_file.h"

#include "ctl/arguments.h"

#include <QFile>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView ByteOrderMark("\xEF\xBB\xBF");

[[noreturn]] void refuse(const QString &name, const QString &reason)
{
    throw CommandError(u"The file %1 can't be read: %2."_s.arg(name, reason));
}

/// Only of a plain file it is certain that reading ends.
void requirePlain(int descriptor, const QString &name)
{
    struct stat status = {};
    if (::fstat(descriptor, &status) != 0)
        refuse(name, QString::fromLocal8Bit(std::strerror(errno)));
    if (!S_ISREG(status.st_mode))
        refuse(name, S_ISDIR(status.st_mode) ? u"it is a folder"_s : u"it is no plain file but a pipe or a device"_s);
}

QByteArray readAll(const QString &name, qint64 mostBytes)
{
    // O_NONBLOCK: opening a pipe would wait for whoever writes into it.
    const int descriptor = ::open(QFile::encodeName(name).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (descriptor < 0)
        refuse(name, QString::fromLocal8Bit(std::strerror(errno)));
    QFile file;
    file.open(descriptor, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle);
    requirePlain(descriptor, name);
    const QByteArray content = file.read(mostBytes + 1);
    if (file.error() != QFileDevice::NoError)
        refuse(name, file.errorString());
    if (content.size() > mostBytes)
        refuse(name, u"it has more than %1 bytes"_s.arg(mostBytes));
    return content;
}

bool isPrintable(char c)
{
    return c >= ' ' && c <= '~';
}

} // namespace

QList<NumberedLine> readLines(const QString &name, qint64 mostBytes)
{
    QByteArray content = readAll(name, mostBytes);
    if (content.startsWith(ByteOrderMark))
        content.remove(0, ByteOrderMark.size());
    QList<NumberedLine> lines;
    int number = 0;
    const QList<QByteArray> all = content.split('\n');
    for (const QByteArray &line : all) {
        ++number;
        const QByteArray text = line.trimmed();
        if (!text.isEmpty() && !text.startsWith('#'))
            lines.append({number, text});
    }
    return lines;
}

void requirePrintable(const NumberedLine &line, const QString &name, const QString &what)
{
    const auto bad = std::find_if_not(line.text.begin(), line.text.end(), isPrintable);
    if (bad == line.text.end())
        return;
    throw CommandError(u"Line %1 of %2 can't be %3: it holds the byte 0x%4, and only printable ASCII characters can be "
                       "used there."_s.arg(QString::number(line.number), name, what,
                                           QString::number(static_cast<uchar>(*bad), 16).rightJustified(2, u'0')));
}

} // namespace callboard
