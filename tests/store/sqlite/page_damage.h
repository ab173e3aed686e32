// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database/store_url.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QRandomGenerator>
#include <QSet>
#include <QString>

namespace callboard::test {

/// A row that should survive damage elsewhere: what it says, and the pages in which it stands.
struct PlacedRow
{
    QString table;
    QString content; ///< of everything that is not given anew by a salvage
    QList<qint64> pages; ///< the first has the row, or its beginning; the others go on with it
};

/// A store's file and its log as they lie on the disk, and where its rows are in them.
struct StoreImage
{
    QByteArray file, log;
    QList<PlacedRow> rows;
};

/// Fills a store with calls, refused messages, decisions and history, and takes its files. `withLog`: as a killed
/// program leaves them, the newest commits only in the log.
StoreImage makeImage(const QString &folder, quint32 seed, bool withJournal, bool withLog);

/// The rows of a store, by table: how often each content is there. Throws StoreError at the first that can't be read,
/// and has filled in those before it.
void readContents(const StoreUrl &store, QMap<QString, QMap<QString, int>> &contents);

enum class Damage { Flips, Truncated, Zeroed, Swapped, Garbage, Misplaced, ForeignLog, LogFlips, LogTruncated };
inline constexpr int DamageKinds = 9;
QString damageName(Damage damage);

/// Damages an image. Returns the pages that no longer stand anywhere as they were.
QSet<qint64> damageImage(StoreImage &image, Damage damage, const StoreImage &foreign, QRandomGenerator &random);

void writeImage(const StoreImage &image, const StoreUrl &store);

} // namespace callboard::test
