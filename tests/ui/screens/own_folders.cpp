// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/own_folders.h"

#include <QDir>
#include <QFile>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

const QString DataFolder = u"/.local/share/callboard/"_s;

} // namespace

OwnFolders::OwnFolders()
    : m_home(m_folder.filePath(u"home"_s))
    , m_temporary(m_folder.filePath(u"tmp"_s))
{
    for (const QString &folder : {m_home + u"/Documents"_s, m_home + DataFolder, m_temporary})
        QDir().mkpath(folder);
    qputenv("HOME", QFile::encodeName(m_home));
    qputenv("TMPDIR", QFile::encodeName(m_temporary));
}

QString OwnFolders::store(const QString &name) const
{
    return m_home + DataFolder + name;
}

QList<TextReplacement> OwnFolders::replacements() const
{
    return {{m_home, u"/home/wang"_s}, {m_temporary, u"/tmp"_s}};
}

} // namespace callboard
