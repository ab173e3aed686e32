// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/net/listener.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

/// The inode of the socket that listens on the port, as text, from one of the kernel's tables.
QByteArray listeningInode(const QString &table, quint16 port)
{
    QFile file(table);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray wanted = ':' + QByteArray::number(port, 16).rightJustified(4, '0').toUpper();
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        const QList<QByteArray> columns = line.simplified().split(' ');
        const bool listening = columns.size() > 9 && columns.at(3) == "0A";
        if (listening && columns.at(1).endsWith(wanted))
            return columns.at(9);
    }
    return {};
}

bool holdsSocket(const QDir &process, const QString &link)
{
    const QDir descriptors(process.filePath(u"fd"_s));
    const QStringList names = descriptors.entryList(QDir::Files | QDir::System | QDir::NoDotAndDotDot);
    return std::any_of(names.begin(), names.end(), [&](const QString &name) {
        return QFile::symLinkTarget(descriptors.filePath(name)).endsWith(link);
    });
}

QString programName(const QDir &process)
{
    QFile file(process.filePath(u"comm"_s));
    return file.open(QIODevice::ReadOnly) ? QString::fromLocal8Bit(file.readAll()).trimmed() : QString();
}

} // namespace

QString portOwner(quint16 port)
{
    QByteArray inode = listeningInode(u"/proc/net/tcp"_s, port);
    if (inode.isEmpty())
        inode = listeningInode(u"/proc/net/tcp6"_s, port);
    if (inode.isEmpty())
        return {};
    const QString link = u"socket:["_s + QString::fromLatin1(inode) + u']';
    const QDir processes(u"/proc"_s);
    const QStringList ids = processes.entryList({u"[0-9]*"_s}, QDir::Dirs);
    for (const QString &id : ids) {
        const QDir process(processes.filePath(id));
        if (holdsSocket(process, link))
            return QCoreApplication::translate("Receiver", "%1 (process %2)").arg(programName(process), id);
    }
    return {};
}

} // namespace callboard
