// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/filter/filter_persons.h"

#include "record/filter/filter_json.h"

#include <QJsonDocument>

namespace callboard {

CallFilter withoutPersons(CallFilter filter)
{
    filter.numberContains.clear();
    filter.callee.clear();
    filter.excludedCallees.clear();
    filter.customerContains.clear();
    filter.drill.caller.reset();
    filter.drill.customerColumn.clear();
    filter.drill.customerValues.clear();
    filter.drill.excludedCustomerValues.clear();
    return filter;
}

bool namesPerson(const CallFilter &filter, const PersonNumber &person)
{
    return person.isIn(QString::fromUtf8(QJsonDocument(filterToJson(filter)).toJson(QJsonDocument::Compact)));
}

} // namespace callboard
