// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/push_message.h"

#include "record/push_document.h"
#include "record/push_scanner.h"

namespace callboard {

using namespace Qt::StringLiterals;

std::variant<PartMessage, Refusal> parsePush(const QByteArray &body)
{
    if (std::optional<PartMessage> usual = scanUsualPush(body))
        return *std::move(usual);
    return readPushDocument(body);
}

QString refusalWord(RefusalReason reason)
{
    switch (reason) {
    case RefusalReason::NotUtf8:
        return u"not UTF-8"_s;
    case RefusalReason::NotJson:
        return u"not JSON"_s;
    case RefusalReason::NotObject:
        return u"not an object"_s;
    case RefusalReason::NoCallUuid:
        return u"no call_uuid"_s;
    case RefusalReason::BadField:
        return u"bad field"_s;
    case RefusalReason::TooLarge:
        return u"too large"_s;
    }
    return u"unknown"_s;
}

} // namespace callboard
