// SPDX-License-Identifier: GPL-3.0-or-later
#include "recount.h"

namespace callboard::test {

using namespace Qt::StringLiterals;

namespace {

bool isSuccess(const CallRecord &call)
{
    const QString &code = call.fields.taskResult;
    return call.fields.taskId == u"2"_s ? code == u"18"_s || code == u"77"_s : code == u"0"_s || code == u"x"_s;
}

OutcomeClass classOf(const CallRecord &call)
{
    const QString &code = call.fields.taskResult;
    if (code == u"5"_s)
        return OutcomeClass::LineFault;
    if (code == u"x"_s)
        return OutcomeClass::Timeout;
    if (const ResultCode *known = findResultCode(code))
        return known->outcomeClass;
    return call.isAnswered() ? OutcomeClass::Connected : OutcomeClass::Unanswered;
}

qint64 talkOf(const CallRecord &call)
{
    return call.isAnswered() ? std::max<qint64>(0, call.fields.timeHangup - call.fields.timeAnswer) : 0;
}

std::size_t talkClassOf(qint64 talkMs)
{
    std::size_t place = 0;
    while (place < TalkBounds.size() && talkMs >= TalkBounds[place])
        ++place;
    return place;
}

} // namespace

QList<CallRecord> listCalls(Connection &connection, const CallFilter &filter)
{
    constexpr int PageSize = 1'000;
    QList<CallRecord> calls;
    CallKey after;
    while (true) {
        const QList<CallRecord> page = loadCallPage(connection, filter, after, PageSize);
        calls += page;
        if (page.size() < PageSize)
            return calls;
        after = keyOf(page.constLast());
    }
}

void Recount::add(const CallRecord &call)
{
    const bool hasOutboundPart = call.parts.hasOutbound();
    ++calls;
    answered += call.isAnswered() ? 1 : 0;
    allTalkMs += talkOf(call);
    both += call.parts.isBoth() ? 1 : 0;
    outboundOnly += call.parts.isOutboundOnly() ? 1 : 0;
    if (!call.fields.taskResult.isEmpty())
        ++saidResults[call.fields.taskResult];
    if (hasOutboundPart || call.fields.direction == 2)
        addAttempt(call);
    else
        ++inbound;
    if (call.contactId > 0)
        addContact(call);
}

void Recount::addAttempt(const CallRecord &call)
{
    const QString &code = call.fields.taskResult;
    const bool isAwaiting = call.parts.isBasicOnly();
    ++attempts;
    ++results[code];
    ++splits[{code, call.isAnswered()}];
    seizures += call.fields.timeRing > 0 ? 1 : 0;
    awaiting += isAwaiting ? 1 : 0;
    success += isSuccess(call) ? 1 : 0;
    settledSuccess += isSuccess(call) && !isAwaiting ? 1 : 0;
    lineFaults += code == u"26"_s || code == u"27"_s || code == u"28"_s || code == u"5"_s ? 1 : 0;
    if (!isAwaiting) {
        ++byClass[static_cast<std::size_t>(classOf(call))];
        ++settled[{code, static_cast<int>(classOf(call))}];
    }
    if (call.isAnswered()) {
        ++connected;
        talkMs += talkOf(call);
        ++talkClasses[talkClassOf(talkOf(call))];
    }
}

void Recount::addContact(const CallRecord &call)
{
    if (!contacts.contains(call.contactId))
        ++lastResults[call.fields.taskResult];
    contacts.insert(call.contactId);
    if (call.isAnswered())
        connectedContacts.insert(call.contactId);
    if (isSuccess(call))
        successfulContacts.insert(call.contactId);
}

Ratio Recount::ratio(Metric metric) const
{
    const std::pair<Metric, Ratio> counted[] = {
        {Metric::Attempts, {attempts, 1}},
        {Metric::Connected, {connected, 1}},
        {Metric::Awaiting, {awaiting, 1}},
        {Metric::ConnectRate, {connected, attempts}},
        {Metric::SuccessRate, {settledSuccess, attempts - awaiting}},
        {Metric::LineFailureRate, {lineFaults, attempts}},
        {Metric::Acd, {talkMs, connected}},
        {Metric::ContactsReached, contactRatio()},
    };
    for (const auto &[known, ratio] : counted) {
        if (known == metric)
            return ratio;
    }
    qFatal("the recount does not know that metric");
}

QList<ResultMeaning> meaningsOfRecount()
{
    return {{.code = u"5"_s, .outcomeClass = OutcomeClass::LineFault, .flags = ResultFlag::LineFault},
            {.code = u"x"_s, .outcomeClass = OutcomeClass::Timeout, .flags = ResultFlag::Success}};
}

} // namespace callboard::test
