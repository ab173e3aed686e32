// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/exposure.h"

#include <QCoreApplication>

namespace callboard {

namespace {

/// The context under which this file's texts are translated.
class Texts
{
    Q_DECLARE_TR_FUNCTIONS(Receiver)
};

} // namespace

QStringList exposureWarnings(const ReceiverConfig &config)
{
    if (plainAddress(config.address).isLoopback())
        return {};
    QStringList warnings;
    if (config.token.isEmpty() && config.secondToken.isEmpty() && config.allow.isEmpty())
        warnings.append(Texts::tr("Anybody who reaches %1 can push calls into this store, because no token and no "
                                  "allow-list is set. Set a token, an allow-list, or both.")
                            .arg(config.address.toString()));
    if (config.tlsCertFile.isEmpty())
        warnings.append(Texts::tr("Pushes to %1 cross the network unencrypted, with phone numbers and the token in "
                                  "them. Set a certificate, or put an encrypting proxy in front.")
                            .arg(config.address.toString()));
    return warnings;
}

} // namespace callboard
