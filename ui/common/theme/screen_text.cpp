// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/theme/screen_text.h"

#include <QCoreApplication>
#include <QLocale>

namespace callboard {

using namespace Qt::StringLiterals;

QString screenText(const QString &text)
{
    constexpr qsizetype Most = 16'384;
    if (text.size() <= Most)
        return text;
    const QString more = QLocale().toString(text.size() - Most);
    return text.left(Most) + u"…\n\n"_s
        + QCoreApplication::translate("ScreenText", "(%1 more characters are not shown; exports have them)").arg(more);
}

} // namespace callboard
