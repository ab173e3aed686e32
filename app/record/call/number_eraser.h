// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/call/call_record.h"
#include "record/call/person_number.h"

#include <QByteArray>

#include <optional>

namespace callboard {

/// Takes one person's number, and what else is known of that person, out of calls, messages and texts.
///
/// A place of the number becomes a token, "erased-" and twelve signs, that follows from how it was written there and
/// from a secret: equal writings stay equal and different ones different, so that contacts stay as distinct as they
/// were. Of the person's own calls the values of the customer row and of unknown fields become empty. Times, counts,
/// results, and the names of calls and campaigns (call_uuid, task_id) stay: with them every figure stays. A count, or a
/// time outside of this century, that is the number becomes another number, which is none of anybody. A value; pure,
/// any thread.
class NumberEraser
{
public:
    NumberEraser(PersonNumber number, QByteArray secret)
        : m_number(std::move(number))
        , m_secret(std::move(secret))
    { }

    const PersonNumber &number() const { return m_number; }
    const QByteArray &secret() const { return m_secret; }

    /// The call is one with this person: callee, customer row, an unknown field, or who called in.
    bool isOf(const CallRecord &call) const;
    bool isOf(const PartMessage &message) const;
    /// Erases a call, a person's own wholly. True when that changed it.
    bool erase(CallRecord &call, bool isPersons) const;
    /// The number stands in what names the call or its campaign, and stays there.
    bool staysIn(const CallFields &fields) const;

    /// Any place in an accepted message, escaped or percent-encoded.
    bool isIn(const QByteArray &body) const;
    /// False where an accepted message need not be read to know that the number is not in it.
    bool mayBeIn(const QByteArray &body) const;
    /// Any place in bytes of an unknown encoding: UTF-8, UTF-16, GB18030, base64 of one of them.
    bool isInUnknown(const QByteArray &body) const;
    /// Compressed, as a sender's Content-Encoding says or a file that was sent by mistake: nobody can look into it.
    static bool isCompressed(const QByteArray &body);
    /// An accepted message without the number; the same bytes where there was nothing to erase.
    QByteArray erased(const QByteArray &body, const PartMessage &message, bool isPersons) const;
    /// A text, or a JSON document with its texts, without the number.
    QString erased(const QString &text) const;

private:
    QString replaced(const QString &text) const;
    QString token(QStringView place) const;
    bool isIn(const QJsonValue &value) const;
    bool isOf(const CallFields &fields) const;
    bool eraseFields(CallFields &fields, bool isPersons) const;
    bool eraseNumber(CallFields &fields, const FieldInfo &info) const;
    bool eraseExtra(QJsonObject &extra) const;
    QJsonValue erasedField(const FieldInfo &info, const QJsonValue &value, const CallFields &before,
                           const CallFields &after) const;
    QJsonValue erased(const QJsonValue &value) const;

    PersonNumber m_number;
    QByteArray m_secret;
};

} // namespace callboard
