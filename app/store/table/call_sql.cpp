// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/table/call_sql.h"

namespace callboard::CallSql {

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView DialledOut = u"direction = 2";

} // namespace

QString hasExactly(CallParts parts)
{
    return u"parts = %1"_s.arg(parts.stored());
}

QString hasOutbound()
{
    return u"(parts & %1) <> 0"_s.arg(CallParts(Part::Outbound).stored());
}

QString isOutbound()
{
    return u"(%1 OR %2)"_s.arg(hasOutbound(), DialledOut);
}

QString isInbound()
{
    return u"NOT "_s + isOutbound();
}

QString isAwaiting()
{
    return u"(%1 AND %2)"_s.arg(hasExactly(Part::Basic), DialledOut);
}

QString isSettled()
{
    return u"NOT "_s + isAwaiting();
}

QString isAwaitingRollup()
{
    return u"(basic_only = 1 AND outbound = 1)"_s;
}

} // namespace callboard::CallSql
