// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace callboard {

/// What is wrong with a number or an escape, and where.
struct JsonFault
{
    QString what; ///< "a malformed number", "a malformed escape"
    qsizetype offset = 0;
};

/// Finds the first number or escape that is none by RFC 8259, such as `.5`, `5.`, `01` or `\x41`. QJsonDocument takes
/// these for something; another reader of the same body would not, or take them for something else. Looks at nothing
/// but numbers and escapes. Pure; any thread.
std::optional<JsonFault> findJsonFault(QByteArrayView json);

} // namespace callboard
