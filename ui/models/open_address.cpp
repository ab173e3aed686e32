// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/open_address.h"

#include "receiver/receiver_config.h"

#include <QCoreApplication>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

QString words(const char *source)
{
    return QCoreApplication::translate("OpenAddress", source);
}

} // namespace

QString openAddressText(const ReceiverConfig &config)
{
    if (config.address.isLoopback())
        return {};
    QStringList sentences;
    if (config.token.isEmpty())
        sentences.append(config.allow.isEmpty()
                             ? words(QT_TRANSLATE_NOOP(
                                 "OpenAddress",
                                 "Everybody who reaches this address can push calls: no token is asked for, and no "
                                 "senders are named. Set a token, or name the platform's addresses."))
                             : words(QT_TRANSLATE_NOOP("OpenAddress",
                                                       "No token is asked for: whatever runs at the named senders' "
                                                       "addresses can push calls. Set a token.")));
    if (config.tlsCertFile.isEmpty())
        sentences.append(words(QT_TRANSLATE_NOOP(
            "OpenAddress",
            "Numbers and customer data come over the network readable for everybody on the way, and so does a token: "
            "set a certificate, or let a proxy with TLS stand in front.")));
    return sentences.join(u' ');
}

} // namespace callboard
