// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/filter/filter_persons.h"

#include "record/filter/filter_conditions.h"
#include "record/filter/filter_json.h"

#include <QJsonDocument>

namespace callboard {

CallFilter withoutPersons(CallFilter filter)
{
    for (const FilterCondition &condition : filterConditions()) {
        if (condition.namesPersons)
            condition.member.clear(filter);
    }
    return filter;
}

bool namesPerson(const CallFilter &filter, const PersonNumber &person)
{
    return person.isIn(QString::fromUtf8(QJsonDocument(filterToJson(filter)).toJson(QJsonDocument::Compact)));
}

} // namespace callboard
