// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace callboard {

/// What is wrong with a number or a text, and where.
struct JsonFault
{
    QString what; ///< such as "a malformed number", "a malformed escape"
    qsizetype offset = 0;
};

/// Finds the first number or escape that is none by RFC 8259, such as `.5`, `5.`, `01` or `\x41`, and the first control
/// character (below U+0020) that stands in a text as it is. QJsonDocument takes these for something; another reader of
/// the same body would not, or take them for something else. Looks at nothing else. Pure; any thread.
std::optional<JsonFault> findJsonFault(QByteArrayView json);

/// True for the characters that a number consists of, in whatever order.
bool isJsonNumberChar(char c);

} // namespace callboard
