// SPDX-License-Identifier: GPL-3.0-or-later
#include "disk_model.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

#include <cstring>

#include <sys/stat.h>

using namespace callboard::io;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Sector = 512;

QByteArray folderOf(const QByteArray &name)
{
    return name.left(std::max<qsizetype>(0, name.lastIndexOf('/')));
}

void put(QByteArray &content, qint64 offset, QByteArrayView bytes)
{
    if (content.size() < offset + bytes.size())
        content.append(offset + bytes.size() - content.size(), '\0');
    std::memcpy(content.data() + offset, bytes.data(), static_cast<size_t>(bytes.size()));
}

void resize(QByteArray &content, qint64 size)
{
    if (content.size() < size)
        content.append(size - content.size(), '\0');
    else
        content.truncate(size);
}

/// Sectors are written whole or not at all, in any order.
void putTorn(QByteArray &content, qint64 offset, QByteArrayView bytes, QRandomGenerator &random)
{
    for (qint64 at = 0; at < bytes.size();) {
        const qint64 piece = std::min(Sector - (offset + at) % Sector, bytes.size() - at);
        if (random.bounded(2) == 0)
            put(content, offset + at, bytes.sliced(at, piece));
        at += piece;
    }
}

} // namespace

QList<IoEntry> readIoLog(const QString &name)
{
    QFile file(name);
    QList<IoEntry> entries;
    if (!file.open(QIODevice::ReadOnly))
        return entries;
    EntryHead head;
    while (file.read(reinterpret_cast<char *>(&head), sizeof head) == sizeof head) {
        if (head.magic != EntryHead::Magic)
            qFatal("The log of file operations is damaged.");
        const QByteArray first = file.read(head.first);
        const QByteArray second = file.read(head.second);
        if (first.size() != head.first || second.size() != head.second)
            break;
        entries.append({head.op, head.file, head.offset, first, second});
    }
    return entries;
}

DiskModel::DiskModel(const QString &folder)
{
    m_names.folders.insert({});
    QDirIterator found(folder, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (found.hasNext()) {
        const QString path = found.next();
        const QByteArray name = QFile::encodeName(QDir(folder).relativeFilePath(path));
        if (found.fileInfo().isDir()) {
            m_names.folders.insert(name);
            continue;
        }
        struct stat status
        { };
        QFile file(path);
        if (name.endsWith("-shm") || ::stat(QFile::encodeName(path).constData(), &status) != 0
            || !file.open(QIODevice::ReadOnly))
            continue;
        const auto content = std::make_shared<File>(File{file.readAll(), {}});
        m_files.insert(status.st_ino, content);
        m_names.files.insert(name, content);
    }
}

DiskModel DiskModel::copy() const
{
    QHash<const File *, FilePtr> copies;
    const auto copied = [&copies](const FilePtr &file) {
        FilePtr &known = copies[file.get()];
        if (!known && file)
            known = std::make_shared<File>(*file);
        return known;
    };
    DiskModel other;
    other.m_syncs = m_syncs;
    other.m_names.folders = m_names.folders;
    for (auto it = m_files.cbegin(); it != m_files.cend(); ++it)
        other.m_files.insert(it.key(), copied(it.value()));
    for (auto it = m_names.files.cbegin(); it != m_names.files.cend(); ++it)
        other.m_names.files.insert(it.key(), copied(it.value()));
    for (const NameChange &change : m_pending)
        other.m_pending.append({change.op, change.name, change.newName, copied(change.file)});
    return other;
}

bool DiskModel::apply(const IoEntry &entry)
{
    switch (entry.op) {
    case Op::Create: {
        const auto file = std::make_shared<File>();
        m_files.insert(entry.file, file); // the number of a file that is gone may come again
        if (!entry.first.isEmpty())
            m_pending.append({Op::Link, entry.first, {}, file});
        return true;
    }
    case Op::Write:
        change(entry.file, {false, static_cast<qint64>(entry.offset), entry.first});
        return true;
    case Op::Truncate:
        change(entry.file, {true, static_cast<qint64>(entry.offset), {}});
        return true;
    case Op::SyncFile:
        syncFile(entry.file);
        return true;
    case Op::SyncFolder:
        syncFolder(entry.first);
        return true;
    case Op::Link:
        m_pending.append({Op::Link, entry.first, {}, m_files.value(entry.file)});
        return m_files.contains(entry.file);
    case Op::Rename:
    case Op::Exchange:
    case Op::Unlink:
    case Op::MakeFolder:
    case Op::RemoveFolder:
        m_pending.append({entry.op, entry.first, entry.second, {}});
        return true;
    case Op::Mark:
        return true;
    case Op::NotModelled:
        break;
    }
    return false;
}

void DiskModel::change(quint64 number, const Change &change)
{
    if (const FilePtr file = m_files.value(number))
        file->pending.append(change);
}

void DiskModel::syncFile(quint64 number)
{
    const FilePtr file = m_files.value(number);
    if (!file || !m_syncs)
        return;
    for (const Change &change : std::as_const(file->pending)) {
        if (change.isCut)
            resize(file->synced, change.offset);
        else
            put(file->synced, change.offset, change.bytes);
    }
    file->pending.clear();
}

/// The names that were changed in that folder, in their order.
void DiskModel::syncFolder(const QByteArray &name)
{
    if (!m_syncs)
        return;
    QList<NameChange> rest;
    for (const NameChange &change : std::as_const(m_pending)) {
        if (folderOf(change.name) == name || (!change.newName.isEmpty() && folderOf(change.newName) == name))
            m_names.apply(change);
        else
            rest.append(change);
    }
    m_pending = rest;
}

void DiskModel::Names::apply(const NameChange &change)
{
    switch (change.op) {
    case Op::Link:
        files.insert(change.name, change.file);
        break;
    case Op::Rename:
        if (const FilePtr moved = files.take(change.name))
            files.insert(change.newName, moved);
        break;
    case Op::Exchange:
        std::swap(files[change.name], files[change.newName]);
        break;
    case Op::Unlink:
        files.remove(change.name);
        break;
    case Op::MakeFolder:
        folders.insert(change.name);
        break;
    default:
        folders.remove(change.name);
    }
}

QByteArray DiskModel::contentOf(const File &file, Unsynced unsynced, QRandomGenerator &random)
{
    QByteArray content = file.synced;
    const int share = 1 + random.bounded(9); // of ten changes that reach the disk
    for (const Change &change : file.pending) {
        const bool isKept = unsynced == Unsynced::All || (unsynced != Unsynced::None && random.bounded(10) < share);
        const bool isTorn = unsynced == Unsynced::Torn && random.bounded(2) == 0;
        if (change.isCut && isKept)
            resize(content, change.offset);
        else if (!change.isCut && isTorn)
            putTorn(content, change.offset, change.bytes, random);
        else if (!change.isCut && isKept)
            put(content, change.offset, change.bytes);
    }
    return content;
}

bool DiskModel::writeImage(const QString &folder, Unsynced unsynced, QRandomGenerator &random) const
{
    Names names = m_names;
    const auto all = static_cast<int>(m_pending.size());
    const int kept = unsynced == Unsynced::None ? 0 : unsynced == Unsynced::All ? all : random.bounded(all + 1);
    for (const NameChange &change : m_pending.first(kept))
        names.apply(change);
    QStringList folders;
    for (const QByteArray &name : std::as_const(names.folders))
        folders.append(QFile::decodeName(name));
    folders.sort();
    for (const QString &name : std::as_const(folders)) {
        const QByteArray parent = folderOf(QFile::encodeName(name));
        if (!name.isEmpty() && names.folders.contains(parent) && !QDir(folder).mkdir(name))
            return false;
    }
    for (auto it = names.files.cbegin(); it != names.files.cend(); ++it) {
        if (!it.value() || !QFile::exists(folder + u'/' + QFile::decodeName(folderOf(it.key()))))
            continue; // its folder did not reach the disk
        QFile file(folder + u'/' + QFile::decodeName(it.key()));
        const QByteArray content = contentOf(**it, unsynced, random);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            return false;
    }
    return true;
}
