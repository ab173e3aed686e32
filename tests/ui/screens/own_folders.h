// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "screens/shown_texts.h"

#include <QTemporaryDir>

namespace callboard {

/// A home folder and a folder for temporary files of this run's own, for everything that the program writes. They are
/// the process's as soon as this is made, and are removed with it.
class OwnFolders
{
public:
    OwnFolders();
    QString store(const QString &name) const; ///< where a user's store would lie
    QList<TextReplacement> replacements() const; ///< what pictures show in their place

private:
    const QTemporaryDir m_folder;
    const QString m_home, m_temporary;
};

} // namespace callboard
