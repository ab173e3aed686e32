// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/campaigns/code_words.h"

#include "text/format.h"
#include "ui/session/figures/live_figures.h"

namespace callboard {

CodeWord codeWords(const Services &services)
{
    return [feed = &services.feed, format = &services.format](const QString &code) {
        return feed->meanings().word(code, {}, format->isChinese());
    };
}

QStringList knownCodes(const Services &services, const QStringList &others)
{
    QStringList codes = catalogueCodes();
    for (const QString &code : services.feed.meanings().addedCodes() + others) {
        if (!code.isEmpty() && !codes.contains(code))
            codes.append(code);
    }
    return codes;
}

} // namespace callboard
