// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/erase/erasure_seal.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>

#include <array>

namespace callboard {

namespace {

constexpr qsizetype NonceBytes = 16;

/// XOR with the keyed hashes of a counter: done twice it gives the same again.
QByteArray mixed(QByteArray bytes, const QByteArray &nonce, const QByteArray &key)
{
    QByteArray stream;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const qsizetype at = i % QCryptographicHash::hashLength(QCryptographicHash::Sha256);
        if (at == 0)
            stream = QMessageAuthenticationCode::hash(nonce + QByteArray::number(i), key, QCryptographicHash::Sha256);
        bytes[i] = static_cast<char>(bytes.at(i) ^ stream.at(at));
    }
    return bytes;
}

} // namespace

QByteArray randomKey()
{
    std::array<quint32, 8> words{};
    QRandomGenerator::system()->fillRange(words.data(), qsizetype(words.size()));
    return QByteArray(reinterpret_cast<const char *>(words.data()), qsizetype(sizeof(words)));
}

QByteArray sealed(const QByteArray &plain, const QByteArray &key)
{
    const QByteArray nonce = randomKey().first(NonceBytes);
    return nonce + mixed(plain, nonce, key);
}

QByteArray unsealed(const QByteArray &sealedBytes, const QByteArray &key)
{
    return mixed(sealedBytes.mid(NonceBytes), sealedBytes.first(qMin(NonceBytes, sealedBytes.size())), key);
}

} // namespace callboard
