// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/logs/rejected_columns.h"

#include "record/call/masking.h"
#include "ui/common/theme/theme.h"

#include <QCoreApplication>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(RejectedTable)
};

QString reasonText(const RejectedMessage &message)
{
    const QString reason = refusalText(message.reason, message.kind);
    return message.field.isEmpty() || message.reason != RefusalReason::BadField
        ? reason
        : u"%1: %2"_s.arg(reason, maskText(message.field));
}

} // namespace

QString rejectedSentence(const RejectedMessage &message)
{
    switch (message.reason) {
    case RefusalReason::NotUtf8:
        return Texts::tr("The body holds bytes that are no UTF-8 text.");
    case RefusalReason::NotJson:
        return Texts::tr("The body can't be read as JSON.");
    case RefusalReason::NotObject:
        return Texts::tr("The body is JSON, but not an object with fields.");
    case RefusalReason::NoCallUuid:
        return Texts::tr("The field call_uuid is missing or empty.");
    case RefusalReason::BadField:
        return Texts::tr("The value of the field %1 can't be read.").arg(message.field);
    case RefusalReason::UnknownEncoding:
        return Texts::tr("The body is packed in a way that the receiver can't unpack. It takes gzip "
                         "and deflate.");
    case RefusalReason::BadEncoding:
        return Texts::tr("The body is damaged, or not in the encoding that its header names.");
    case RefusalReason::ListOfRecords:
        return Texts::tr("The body is a list. The receiver takes one record in each message; other "
                         "platforms send lists of their own records.");
    case RefusalReason::Form:
        return Texts::tr("The body is a form. The receiver takes a record as a JSON object.");
    case RefusalReason::Xml:
        return Texts::tr("The body is XML. The receiver takes a record as a JSON object.");
    case RefusalReason::OtherPlatform:
        return Texts::tr("The body has none of the fields of a call record. It may come from another "
                         "platform.");
    case RefusalReason::TooLarge:
        return Texts::tr("The body is larger than the receiver takes. Only its beginning was kept.");
    }
    return {};
}

RejectedList *makeRejectedList(const Format &format, QObject *parent)
{
    const QList<ListColumn<RejectedMessage>> columns{
        {.id = u"arrived"_s,
         .title = [] { return Texts::tr("Arrived"); },
         .value = [&format](const RejectedMessage &message) { return format.dateTime(message.arrivedAt); },
         .width = 40 * Theme::Unit},
        {.id = u"reason"_s,
         .title = [] { return Texts::tr("Reason"); },
         .value = reasonText,
         .width = 56 * Theme::Unit},
        {.id = u"sender"_s,
         .title = [] { return Texts::tr("Sender"); },
         .value = [](const RejectedMessage &message) { return message.remote; },
         .width = 25 * Theme::Unit},
        {.id = u"size"_s,
         .title = [] { return Texts::tr("Size"); },
         .value = [&format](const RejectedMessage &message) { return format.bytes(message.size); },
         .width = 21 * Theme::Unit,
         .alignment = Qt::AlignRight},
        {.id = u"state"_s,
         .title = [] { return Texts::tr("State"); },
         .value =
             [&format](const RejectedMessage &message) {
                 return message.replayedAt == 0
                     ? Texts::tr("kept")
                     : Texts::tr("accepted at a replay, %1").arg(format.dateTime(message.replayedAt));
             }},
    };
    const auto key = [](const RejectedMessage &message) { return QString::number(message.id); };
    return new RejectedList(columns, key, parent);
}

} // namespace callboard
