// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslConfiguration>
#include <QString>
#include <QStringList>

#include <optional>

namespace callboard {

/// Reads certificate chain and key (PEM; RSA, EC or DSA) for TLS 1.2 and 1.3, with such suites only as keep recorded
/// traffic secret when the key gets known later. A key that is not the certificate's is refused. On failure sets
/// `error`, translated. Reads files: not for the gui thread.
std::optional<QSslConfiguration> loadTls(const QString &certFile, const QString &keyFile, QString *error);

/// What is to be said of a certificate that is served all the same, such as that it has expired; translated.
QStringList tlsWarnings(const QSslConfiguration &configuration);

} // namespace callboard
