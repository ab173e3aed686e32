// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite/files/file_problem.h"

#include "files/plain_file.h"
#include "store/database/store_error.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <unistd.h>

namespace callboard {

namespace {

/// The outermost folder on the way to `file` that is there and can't be entered; empty where all can.
QString closedFolderOf(const QString &file)
{
    QString closed;
    for (QString folder = QFileInfo(file).absolutePath();; folder = QFileInfo(folder).absolutePath()) {
        if (QFileInfo(folder).isDir() && ::access(QFile::encodeName(folder).constData(), X_OK) != 0)
            closed = folder;
        if (QDir(folder).isRoot())
            return closed;
    }
}

} // namespace

StoreProblem plainFileProblem(const QString &path)
{
    int systemError = 0;
    switch (fileKindOf(path, &systemError)) {
    case FileKind::Plain:
        return {};
    case FileKind::Missing:
        return {StoreErrorCode::FileMissing, {path}};
    case FileKind::Closed:
        return {StoreErrorCode::FileClosed, {path, SystemError{systemError}}};
    case FileKind::Folder:
        return {StoreErrorCode::FileIsFolder, {path}};
    case FileKind::Pipe:
        return {StoreErrorCode::FileIsPipe, {path}};
    case FileKind::Socket:
        return {StoreErrorCode::FileIsSocket, {path}};
    case FileKind::Device:
        break;
    }
    return {StoreErrorCode::FileIsDevice, {path}};
}

void requireOpenFolder(const QString &file)
{
    const QString folder = closedFolderOf(file);
    if (folder.isEmpty())
        return;
    const QFileInfo info(folder);
    const StoreArgument owner = info.owner().isEmpty()
        ? StoreProblem{StoreErrorCode::UserNumber, {QString::number(info.ownerId())}}
        : StoreArgument(info.owner());
    throw StoreError(StoreErrorCode::FolderClosed, {file, folder, owner});
}

void requireStoreAt(const QString &file)
{
    if (QFileInfo::exists(file))
        return;
    requireOpenFolder(file);
    throw StoreError(StoreErrorCode::NoStore, {file});
}

} // namespace callboard
