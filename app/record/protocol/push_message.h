// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/protocol/call_fields.h"
#include "record/protocol/call_parts.h"
#include "record/protocol/push_kind.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <variant>

namespace callboard {

/// A key that stands there with null or an empty text says nothing: some platforms write all of them.
inline Part partOf(const CallFields &fields)
{
    return fields.presentFields.has(Field::TaskRowIndex) ? Part::Outbound : Part::Basic;
}

/// What one accepted message says.
struct PartMessage
{
    Part part = Part::Basic;
    CallFields fields;
    QJsonObject extra; ///< fields that the specification does not name, as they came
};

/// An accepted message that is no part of a call: no call is made or changed by it.
struct OtherPush
{
    PushKind kind = PushKind::Recording;
    QString callUuid; ///< the call that it belongs to
};

/// The body of such a message once its content is removed: it stays one of that call.
QByteArray bodyWithoutContent(const OtherPush &message);

/// Why a message was not accepted. The numbers are stored in `rejected.reason`: never renumber.
enum class RefusalReason : quint8 {
    NotUtf8 = 1, ///< the body is not valid UTF-8
    NotJson = 2, ///< the body is not JSON
    NotObject = 3, ///< JSON, but not an object
    NoCallUuid = 4, ///< `call_uuid` absent, null or empty
    BadField = 5, ///< a field that can't be converted
    TooLarge = 6, ///< over the body limit; only its beginning is kept
    UnknownEncoding = 7, ///< a Content-Encoding that can't be undone; kept as it was sent
    BadEncoding = 8, ///< not what its Content-Encoding or charset says; kept as it was sent
    ListOfRecords = 9, ///< a JSON list, as some platforms push it
    Form = 10, ///< name=value pairs, or a form with files
    Xml = 11,
    OtherPlatform = 12, ///< a JSON object without `call_uuid` or any other field that the specification names
};

/// A message that was not accepted, and why.
struct Refusal
{
    RefusalReason reason = RefusalReason::NotJson;
    QString error; ///< one English sentence for the sender
    QString field; ///< the protocol's name of the offending field, or empty
};

using PushContent = std::variant<PartMessage, OtherPush, Refusal>;

/// Reads one pushed body, leniently: numbers as strings and the reverse, seconds as well as milliseconds (below
/// 100 000 000 000), a UTF-8 BOM, absent, null, "" or 0 for an unset time, unknown fields kept. Text is normalised:
/// NUL and lone surrogates become U+FFFD, so that a database can hold it. `ofAddress` is the kind that the address
/// names to which the message was sent, see pushKindOf(). For messages that are stored: what was accepted once stays
/// readable, however long its keys are. Pure; any thread.
PushContent parsePush(const QByteArray &body, PushKind ofAddress = PushKind::Record,
                      const QList<PushKindInfo> &kinds = pushKinds());

/// The same for a message that is to be accepted now: its keys may have at most MostIndexedBytes. Pure; any thread.
PushContent parseArrival(const QByteArray &body, PushKind ofAddress = PushKind::Record,
                         const QList<PushKindInfo> &kinds = pushKinds());

/// The call that a message belongs to; empty for a refused one.
QString callUuidOf(const PushContent &content);

/// The word for a reason in logs and in `callboardctl rejected`, such as "not JSON".
QString refusalWord(RefusalReason reason);
/// The same for people, in the language of the program. Of what was too large the kind is named, too.
QString refusalText(RefusalReason reason, PushKind kind = PushKind::Record);

} // namespace callboard
