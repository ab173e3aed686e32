// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QStringList>
#include <QUrl>

namespace callboard {

/// Addresses for a platform. Functions without state; all but machineAddresses() cost nothing.

/// The addresses by which other computers may reach this one, IPv4 first. Asks the system: not on the GUI thread.
QStringList machineAddresses();
/// Where a receiver of that URL is reached from elsewhere: the URL itself, or one for each of the computer's addresses
/// where it listens on all. Of one that only this computer reaches: the URL itself.
QList<QUrl> addressesFor(const QUrl &url, const QStringList &machine);
/// The address with a token as the platform sends it.
QString withToken(const QUrl &url, const QByteArray &token);
/// Letters and digits that can't be taken for each other, about 143 bits.
QString randomToken();

} // namespace callboard
