// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database/store_url.h"

#include "files/plain_file.h"

#include <QDir>
#include <QFileInfo>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int MostLinks = 40;

/// The file behind links, also behind one to a file that is yet to be made.
QString behindLinks(QString path)
{
    for (int i = 0; i < MostLinks && QFileInfo(path).isSymLink(); ++i)
        path = QFileInfo(path).symLinkTarget();
    const QFileInfo file(path);
    const QString folder = QFileInfo(file.absolutePath()).canonicalFilePath();
    return folder.isEmpty() ? file.absoluteFilePath() : QDir(folder).filePath(file.fileName());
}

} // namespace

std::optional<StoreUrl> StoreUrl::parse(const QString &text, QString *error)
{
    const auto refuse = [error](const QString &why) {
        if (error)
            *error = why;
        return std::nullopt;
    };
    if (text.startsWith("postgresql:"_L1) || text.startsWith("postgres:"_L1))
        return refuse(u"This version keeps its calls in SQLite only. Give a store like sqlite:/path/file.db."_s);
    QString path = text;
    if (text.startsWith("sqlite:"_L1))
        path = text.mid(7);
    else if (text.contains("://"_L1))
        return refuse(u"\"%1\" is not a store. Give one like sqlite:/path/file.db."_s.arg(text));
    if (path.startsWith("///"_L1))
        path = path.mid(2);
    if (path.isEmpty() || path.endsWith(u'/'))
        return refuse(u"\"%1\" names no file. Give a store like sqlite:/path/file.db."_s.arg(text));
    // Before anything opens it: opening a pipe waits for ever.
    if (const QString problem = plainFileProblem(path); QFileInfo::exists(path) && !problem.isEmpty())
        return refuse(u"%1 Give a store like sqlite:/path/file.db."_s.arg(problem));
    return StoreUrl{behindLinks(QDir::cleanPath(path))};
}

QString StoreUrl::toString() const
{
    return u"sqlite:"_s + filePath;
}

} // namespace callboard
