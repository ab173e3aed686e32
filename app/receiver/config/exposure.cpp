// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/config/exposure.h"

#include <QCoreApplication>

namespace callboard {

namespace {

/// The context under which this file's texts are translated.
class Texts
{
    Q_DECLARE_TR_FUNCTIONS(Receiver)
};

QString strangersText(const ReceiverConfig &config)
{
    if (config.allow.isEmpty())
        return Texts::tr("Anybody who reaches %1 can push calls into this store, because no token and no allow-list is "
                         "set. Set a token, an allow-list, or both.");
    return Texts::tr("Anybody who reaches %1 can push calls into this store, because no token is set and the "
                     "allow-list lets everybody in. Set a token, a narrower allow-list, or both.");
}

QString unencryptedText(bool hasToken)
{
    if (hasToken)
        return Texts::tr("Pushes to %1 cross the network unencrypted, with phone numbers and the token in them. Set a "
                         "certificate, or put an encrypting proxy in front.");
    return Texts::tr("Pushes to %1 cross the network unencrypted, with phone numbers in them. Set a certificate, or "
                     "put an encrypting proxy in front.");
}

} // namespace

QStringList exposureWarnings(const ReceiverConfig &config)
{
    if (plainAddress(config.address).isLoopback())
        return {};
    const bool hasToken = !config.token.isEmpty() || !config.secondToken.isEmpty();
    QStringList warnings;
    if (!hasToken && !config.knowsItsSenders())
        warnings.append(strangersText(config).arg(config.address.toString()));
    if (config.tlsCertFile.isEmpty())
        warnings.append(unencryptedText(hasToken).arg(config.address.toString()));
    return warnings;
}

} // namespace callboard
