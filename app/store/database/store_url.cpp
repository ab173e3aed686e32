// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database/store_url.h"

#include "store/database/file_problem.h"

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

std::optional<StoreUrl> StoreUrl::parse(const QString &text, StoreProblem *problem)
{
    const auto refuse = [problem](StoreErrorCode code, const QList<StoreArgument> &arguments = {}) {
        if (problem)
            *problem = {code, arguments};
        return std::nullopt;
    };
    if (text.startsWith("postgresql:"_L1) || text.startsWith("postgres:"_L1))
        return refuse(StoreErrorCode::PostgresUrl);
    QString path = text;
    if (text.startsWith("sqlite:"_L1))
        path = text.mid(7);
    else if (text.contains("://"_L1))
        return refuse(StoreErrorCode::UrlOfNoStore, {text});
    if (path.startsWith("///"_L1))
        path = path.mid(2);
    if (path.isEmpty() || path.endsWith(u'/'))
        return refuse(StoreErrorCode::UrlWithoutFile, {text});
    // Before anything opens it: opening a pipe waits for ever.
    if (const StoreProblem file = plainFileProblem(path); QFileInfo::exists(path) && !file.isNone())
        return refuse(StoreErrorCode::UrlNoPlainFile, {file});
    return StoreUrl{behindLinks(QDir::cleanPath(path))};
}

QString StoreUrl::toString() const
{
    return u"sqlite:"_s + filePath;
}

} // namespace callboard
