// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/commands/gap_json.h"

#include <QJsonObject>

namespace callboard {

using namespace Qt::StringLiterals;

QJsonArray gapsJson(const QList<JournalGap> &gaps)
{
    QJsonArray list;
    for (const JournalGap &gap : gaps) {
        list.append(QJsonObject{{u"first"_s, gap.firstPush},
                                {u"last"_s, gap.lastPush},
                                {u"messages"_s, gap.count()},
                                {u"reason"_s, JournalGaps::nameOf(gap.reason)},
                                {u"at"_s, gap.at}});
    }
    return list;
}

} // namespace callboard
