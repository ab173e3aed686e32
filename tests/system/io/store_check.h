// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "push_load.h"

#include <QString>
#include <QStringList>

/// Opens a store as its writer would, with all that this mends, and compares it with what was confirmed: each call with
/// its parts, as many messages as were confirmed, and everything recounted. Empty: all is there. One sentence for each
/// fault.
QStringList brokenPromises(const QString &storeFile, const ConfirmedParts &confirmed);

/// The same for a finished copy, which nothing has to mend.
QStringList faultsOfCopy(const QString &storeFile, const ConfirmedParts &confirmed);

/// After a restore, finished or not: the store is whole with what the copy has at least, and what was there before is
/// whole, in the store's place or beside it.
QStringList faultsOfRestored(const QString &storeFile, const ConfirmedParts &copy, const ConfirmedParts &before);
