// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database/native_statement.h"

namespace callboard {

QString storedText(QByteArrayView utf8)
{
    const QString text = QString::fromUtf8(utf8);
    return utf8.startsWith("\xEF\xBB\xBF") ? QString(QChar(QChar::ByteOrderMark) + text) : text;
}

} // namespace callboard
