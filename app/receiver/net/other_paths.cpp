// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/net/other_paths.h"

#include <algorithm>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

/// Without the query, in which a token may stand, too.
QString writtenPath(QByteArrayView target, const QByteArrayList &tokens)
{
    const qsizetype query = target.indexOf('?');
    QString path = QString::fromUtf8(query < 0 ? target : target.first(query));
    for (const QByteArray &token : tokens) {
        for (const QByteArray &written : {token, QByteArray(token.toPercentEncoding())}) {
            if (!written.isEmpty())
                path.replace(QString::fromUtf8(written), u"***"_s);
        }
    }
    return path.size() <= OtherPaths::LongestPath ? path : path.first(OtherPaths::LongestPath) + u'…';
}

} // namespace

void OtherPaths::note(QByteArrayView target, const QByteArrayList &tokens, qint64 nowMs)
{
    OtherPath noted{writtenPath(target, tokens), 1, nowMs};
    const std::scoped_lock lock(m_mutex);
    const auto known = std::find_if(m_paths.begin(), m_paths.end(),
                                    [&noted](const OtherPath &each) { return each.path == noted.path; });
    if (known != m_paths.end()) {
        noted.pushes += known->pushes;
        m_paths.erase(known);
    }
    m_paths.prepend(noted);
    if (m_paths.size() > Most)
        m_paths.removeLast();
}

QList<OtherPath> OtherPaths::latest() const
{
    const std::scoped_lock lock(m_mutex);
    return m_paths;
}

} // namespace callboard
