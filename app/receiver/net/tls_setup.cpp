// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/net/tls_setup.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QSslCertificate>
#include <QSslCipher>
#include <QSslKey>
#include <QSslSocket>

#include <array>

#include <sys/socket.h>
#include <unistd.h>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 MostPemBytes = 1024 * 1024;

/// The context under which this file's texts are translated.
class Texts
{
    Q_DECLARE_TR_FUNCTIONS(Receiver)
};

/// Opening a pipe would wait for whoever writes into it, and a device may never end.
QByteArray readAll(const QString &path, QString *error)
{
    const QFileInfo info(path);
    if (info.exists() && !info.isFile()) {
        *error = Texts::tr("%1 is no plain file; a file in PEM form is wanted.").arg(path);
        return {};
    }
    QFile file(path);
    if (file.open(QIODevice::ReadOnly))
        return file.read(MostPemBytes);
    *error = Texts::tr("The file %1 can't be read: %2.").arg(path, file.errorString());
    return {};
}

QSslKey parseKey(const QByteArray &pem)
{
    for (const QSsl::KeyAlgorithm algorithm : {QSsl::Rsa, QSsl::Ec, QSsl::Dsa}) {
        const QSslKey key(pem, algorithm);
        if (!key.isNull())
            return key;
    }
    return {};
}

QString keyError(const QByteArray &pem, const QString &keyFile)
{
    if (pem.contains("ENCRYPTED"))
        return Texts::tr("The private key in %1 is encrypted with a password, which nobody could enter here. Store a "
                         "copy without one, readable by Callboard only.")
            .arg(keyFile);
    return Texts::tr("%1 holds no private key in PEM form without a password.").arg(keyFile);
}

/// Every suite of TLS 1.3 is like that; of TLS 1.2 those with ephemeral keys and authenticated encryption are.
bool isForwardSecret(const QSslCipher &cipher)
{
    const QString method = cipher.encryptionMethod();
    return cipher.protocol() == QSsl::TlsV1_3
        || (cipher.keyExchangeMethod() == "ECDH"_L1
            && (method.startsWith("AESGCM"_L1) || method.startsWith("CHACHA20"_L1)));
}

QList<QSslCipher> allowedCiphers()
{
    QList<QSslCipher> ciphers = QSslConfiguration::supportedCiphers();
    ciphers.removeIf([](const QSslCipher &cipher) { return !isForwardSecret(cipher); });
    return ciphers;
}

/// Whether a handshake could begin. Qt compares certificate and key only then, so one is begun with nobody.
bool isUsable(const QSslConfiguration &configuration)
{
    std::array<int, 2> ends{-1, -1};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, ends.data()) != 0)
        return true; // out of descriptors: what follows will fail for that reason
    QSslSocket socket;
    const bool isOpen = socket.setSocketDescriptor(ends[0]);
    if (isOpen) {
        socket.setSslConfiguration(configuration);
        socket.startServerEncryption();
    }
    const bool isUsable = !isOpen || socket.error() == QAbstractSocket::UnknownSocketError;
    if (!isOpen)
        ::close(ends[0]);
    ::close(ends[1]);
    socket.abort();
    return isUsable;
}

} // namespace

std::optional<QSslConfiguration> loadTls(const QString &certFile, const QString &keyFile, QString *error)
{
    if (!QSslSocket::supportsSsl()) {
        *error = Texts::tr("This computer's Qt has no TLS. Install its OpenSSL plugin, or use plain HTTP.");
        return std::nullopt;
    }
    const QByteArray certificates = readAll(certFile, error);
    const QByteArray keyText = error->isEmpty() ? readAll(keyFile, error) : QByteArray();
    if (!error->isEmpty())
        return std::nullopt;
    const QList<QSslCertificate> chain = QSslCertificate::fromData(certificates, QSsl::Pem);
    const QSslKey key = parseKey(keyText);
    if (chain.isEmpty() || key.isNull()) {
        *error = chain.isEmpty() ? Texts::tr("%1 holds no certificate in PEM form.").arg(certFile)
                                 : keyError(keyText, keyFile);
        return std::nullopt;
    }
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificateChain(chain);
    configuration.setPrivateKey(key);
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    // Nobody's certificate is checked here, and every connection would get a copy of the system's list of authorities.
    configuration.setCaCertificates({});
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setCiphers(allowedCiphers());
    if (isUsable(configuration))
        return configuration;
    *error = Texts::tr("The private key in %1 does not belong to the certificate in %2. Every sender would be turned "
                       "away; choose the two files that were issued together.")
                 .arg(keyFile, certFile);
    return std::nullopt;
}

QStringList tlsWarnings(const QSslConfiguration &configuration)
{
    const QSslCertificate certificate = configuration.localCertificate();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto day = [](const QDateTime &time) { return time.toUTC().date().toString(Qt::ISODate); };
    if (certificate.expiryDate() < now)
        return {Texts::tr("The certificate expired on %1. Senders that check it will not connect; renew it.")
                    .arg(day(certificate.expiryDate()))};
    if (certificate.effectiveDate() > now)
        return {Texts::tr("The certificate is valid from %1 only. Senders that check it will not connect before.")
                    .arg(day(certificate.effectiveDate()))};
    return {};
}

} // namespace callboard
