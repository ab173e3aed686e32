// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/filter/call_choices.h"

#include <QCoreApplication>
#include <QMap>

#include <algorithm>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

const QString SuccessName = u"success"_s, SuccessAtMostName = u"success-at-most"_s, NetworkName = u"network"_s;
const QString ClassPrefix = u"class:"_s;
const QString FlagPrefix = u"flag:"_s;

/// Every code that somebody gave a meaning: the catalogue's, and added ones.
QStringList knownCodes(const ResultMeanings &meanings)
{
    return catalogueCodes() + meanings.addedCodes();
}

CallKind kindOfResults(const QStringList &results)
{
    CallKind kind;
    kind.results = results;
    return kind;
}

std::optional<int> numberAfter(const QString &prefix, const QString &name)
{
    bool isNumber = false;
    const int number = name.mid(prefix.size()).toInt(&isNumber);
    return name.startsWith(prefix) && isNumber ? std::optional(number) : std::nullopt;
}

QString flagWord(ResultFlag flag)
{
    switch (flag) {
    case ResultFlag::AnsweredPerson:
        return QCoreApplication::translate("CallChoice", "A person answered");
    case ResultFlag::Success:
        return QCoreApplication::translate("CallChoice", "Result means success");
    case ResultFlag::BadNumber:
        return QCoreApplication::translate("CallChoice", "Bad number");
    case ResultFlag::LineFault:
        return QCoreApplication::translate("CallChoice", "Line fault");
    }
    return {};
}

} // namespace

CallChoice choiceOfClass(OutcomeClass outcomeClass, const ResultMeanings &meanings)
{
    CallChoice choice{ClassPrefix + QString::number(static_cast<int>(outcomeClass)), {}};
    const QStringList known = knownCodes(meanings);
    QStringList codes;
    for (const QString &code : known) {
        if (meanings.classOf(code, false) == outcomeClass)
            codes.append(code);
    }
    if (!codes.isEmpty())
        choice.anyOf.append(kindOfResults(codes));
    for (const bool answered : {false, true}) {
        // Codes without a meaning, and no code at all, go by whether the call was answered.
        if (meanings.classOf(QString(), answered) != outcomeClass)
            continue;
        CallKind others;
        others.excludedResults = known;
        others.answered = answered;
        choice.anyOf.append(others);
    }
    return choice;
}

CallChoice choiceOfSuccess(const FigureRules &rules)
{
    CallChoice choice{SuccessName, {}};
    QMap<QStringList, QStringList> tasksByCodes;
    CallKind usual = kindOfResults(rules.meanings().successCodes());
    for (auto own = rules.taskRules().cbegin(); own != rules.taskRules().cend(); ++own) {
        tasksByCodes[own->codes].append(own.key());
        usual.excludedTaskIds.append(own.key());
    }
    usual.excludedTaskIds.sort();
    if (!usual.results.isEmpty())
        choice.anyOf.append(usual);
    for (auto own = tasksByCodes.begin(); own != tasksByCodes.end(); ++own) {
        if (own.key().isEmpty())
            continue;
        CallKind kind = kindOfResults(own.key());
        kind.taskIds = own.value();
        kind.taskIds.sort();
        choice.anyOf.append(kind);
    }
    return choice;
}

CallChoice choiceOfSuccessAtMost(const FigureRules &rules)
{
    CallChoice choice = choiceOfSuccess(rules);
    choice.name = SuccessAtMostName;
    CallKind awaiting;
    awaiting.isAwaiting = true;
    choice.anyOf.append(awaiting);
    return choice;
}

CallChoice choiceOfNetwork()
{
    CallKind connected, reached;
    connected.answered = true;
    reached.answered = false;
    reached.results = networkResults();
    return {NetworkName, {connected, reached}};
}

CallChoice choiceOfFlag(ResultFlag flag, const ResultMeanings &meanings)
{
    CallChoice choice{FlagPrefix + QString::number(static_cast<int>(flag)), {}};
    if (const QStringList codes = meanings.codesWith(flag); !codes.isEmpty())
        choice.anyOf.append(kindOfResults(codes));
    return choice;
}

std::optional<OutcomeClass> classOfChoice(const CallChoice &choice)
{
    const auto number = numberAfter(ClassPrefix, choice.name);
    if (!number || *number < 0 || *number >= OutcomeClassCount)
        return std::nullopt;
    return static_cast<OutcomeClass>(*number);
}

QStringList codesInOrder(const QSet<QString> &codes, const ResultMeanings &meanings)
{
    const auto place = [&meanings, shipped = catalogueCodes()](const QString &code) {
        const qsizetype known = shipped.indexOf(code);
        return std::tuple(code.isEmpty(), meanings.classOf(code, false), known < 0, known, code);
    };
    QStringList ordered(codes.begin(), codes.end());
    std::sort(ordered.begin(), ordered.end(),
              [&place](const QString &a, const QString &b) { return place(a) < place(b); });
    return ordered;
}

QString choiceWord(const CallChoice &choice)
{
    if (const auto outcomeClass = classOfChoice(choice))
        return outcomeClassWord(*outcomeClass);
    if (const auto flag = numberAfter(FlagPrefix, choice.name))
        return flagWord(static_cast<ResultFlag>(*flag));
    if (choice.name == SuccessName)
        return QCoreApplication::translate("CallChoice", "Success by the campaign's rule");
    if (choice.name == SuccessAtMostName)
        return QCoreApplication::translate("CallChoice", "Success by the campaign's rule, or awaiting outcome");
    if (choice.name == NetworkName)
        return QCoreApplication::translate("CallChoice", "The network did its part");
    return choice.name;
}

CallChoice resolvedChoice(const QString &name, const FigureRules &rules)
{
    const CallChoice named{name, {}};
    if (const auto outcomeClass = classOfChoice(named))
        return choiceOfClass(*outcomeClass, rules.meanings());
    if (const auto flag = numberAfter(FlagPrefix, name))
        return choiceOfFlag(static_cast<ResultFlag>(*flag), rules.meanings());
    if (name == SuccessAtMostName)
        return choiceOfSuccessAtMost(rules);
    if (name == NetworkName)
        return choiceOfNetwork();
    return name == SuccessName ? choiceOfSuccess(rules) : named;
}

} // namespace callboard
