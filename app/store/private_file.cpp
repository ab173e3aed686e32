// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/private_file.h"

#include "store/connection.h"

#include <QFile>

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace callboard {

using namespace Qt::StringLiterals;

void makePrivateFile(const QString &path)
{
    constexpr mode_t OwnerOnly = S_IRUSR | S_IWUSR;
    const QByteArray name = QFile::encodeName(path);
    ::unlink(name.constData());
    const int descriptor = ::open(name.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, OwnerOnly);
    if (descriptor < 0)
        throw StoreError(u"The file %1 can't be made: %2."_s.arg(path, QString::fromLocal8Bit(std::strerror(errno))));
    ::close(descriptor);
}

} // namespace callboard
