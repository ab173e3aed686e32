// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

/// The encodings of text files as spreadsheets save them. Pure; any thread.
namespace callboard {

/// A file's text, and the name of the encoding that it was read with.
struct DecodedText
{
    QString text;
    QString encoding; ///< one of textEncodings(), or "UTF-16" with a byte order mark
};

/// What a file can be read as, for a person to choose from: "UTF-8", "GB18030" (of which GBK and GB2312 are parts),
/// "Big5", "UTF-16LE", "UTF-16BE", "Windows-1252".
QStringList textEncodings();

/// All readings of a file that are possible, the most plausible first. A byte order mark decides alone. Without one,
/// UTF-8 that only consists of characters no alphabet uses in that way stands behind the Chinese encodings: GBK can be
/// valid UTF-8 by accident. A character here and there may be damaged, then it is U+FFFD. Empty: no text file.
QList<DecodedText> plausibleTexts(const QByteArray &bytes);

/// The first of plausibleTexts().
std::optional<DecodedText> decodeText(const QByteArray &bytes);

/// Read as a person chose, with U+FFFD for what is not valid in that encoding. Nothing when it is no text then (NUL
/// characters, half of a surrogate pair) or the name is not one of textEncodings().
std::optional<DecodedText> decodeTextAs(const QByteArray &bytes, const QString &encoding);

} // namespace callboard
