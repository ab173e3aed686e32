// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/protocol/push_document.h"
#include "record/protocol/push_scanner.h"

#include <algorithm>

namespace callboard {

/// Equal also where a database sees a difference: null text is not empty text.
inline bool isSameText(const QString &a, const QString &b)
{
    return a == b && a.isNull() == b.isNull();
}

/// The name of the first field in which two messages differ, or nullptr.
inline const char *differingField(const CallFields &a, const CallFields &b)
{
    for (const FieldInfo &info : fieldTable()) {
        bool same = a.presentFields.has(info.field) == b.presentFields.has(info.field);
        if (const auto *text = std::get_if<QString CallFields::*>(&info.member))
            same = same && isSameText(a.**text, b.**text);
        else if (const auto *list = std::get_if<QStringList CallFields::*>(&info.member))
            same = same
                && std::equal((a.**list).begin(), (a.**list).end(), (b.**list).begin(), (b.**list).end(), isSameText);
        else
            same = same
                && a.*std::get<qint64 CallFields::*>(info.member) == b.*std::get<qint64 CallFields::*>(info.member);
        if (!same)
            return info.name.data();
    }
    return nullptr;
}

/// The fast reader must say what the document reader says, about every body that it takes. What differs, or nullptr.
inline const char *differenceOfPaths(const QByteArray &body)
{
    const auto scanned = scanUsualPush(body);
    if (!scanned)
        return nullptr;
    const auto read = readPushDocument(body);
    const auto *message = std::get_if<PartMessage>(&read);
    if (!message)
        return "taken by the scanner, refused by the document reader";
    if (scanned->part != message->part)
        return "part";
    if (!scanned->extra.isEmpty() || !message->extra.isEmpty())
        return "unknown fields";
    return differingField(scanned->fields, message->fields);
}

} // namespace callboard
