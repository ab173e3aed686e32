// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/filter/call_choices.h"

#include <QRegularExpression>
#include <QTest>

using namespace callboard;
using namespace Qt::StringLiterals;

namespace {

bool selects(const CallChoice &choice, const QString &task, const QString &result, bool answered)
{
    const auto any = [](const QStringList &list, const QString &value) {
        return list.isEmpty() || list.contains(value);
    };
    return std::any_of(choice.anyOf.begin(), choice.anyOf.end(), [&](const CallKind &kind) {
        return any(kind.taskIds, task) && !kind.excludedTaskIds.contains(task) && any(kind.results, result)
            && !kind.excludedResults.contains(result) && kind.answered.value_or(answered) == answered;
    });
}

const QStringList Codes{u"0"_s, u"5"_s, u"18"_s, u"28"_s, u"77"_s, u"99"_s, u""_s};

} // namespace

/// A choice selects what the figures count.
class CallChoicesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void everyCallIsOfExactlyItsClass()
    {
        ResultMeanings meanings;
        meanings.set({.code = u"5"_s, .outcomeClass = OutcomeClass::BadNumber});
        meanings.set({.code = u"99"_s, .outcomeClass = OutcomeClass::Timeout});
        for (int i = 0; i < OutcomeClassCount; ++i) {
            const auto outcomeClass = static_cast<OutcomeClass>(i);
            const CallChoice choice = choiceOfClass(outcomeClass, meanings);
            QCOMPARE(classOfChoice(choice), outcomeClass);
            QCOMPARE(choiceWord(choice), outcomeClassWord(outcomeClass));
            for (const QString &code : Codes) {
                for (const bool answered : {false, true})
                    QCOMPARE(selects(choice, u"1"_s, code, answered), meanings.classOf(code, answered) == outcomeClass);
            }
        }
    }

    void aClassWithoutCodesSelectsNothing()
    {
        ResultMeanings meanings;
        meanings.set({.code = u"25"_s, .outcomeClass = OutcomeClass::Unreachable});
        QVERIFY(choiceOfClass(OutcomeClass::TransferFailed, meanings).anyOf.isEmpty());
    }

    void successFollowsEachTasksRule()
    {
        ResultMeanings meanings;
        meanings.set({.code = u"18"_s, .outcomeClass = OutcomeClass::Connected, .flags = ResultFlag::Success});
        const FigureRules rules(
            meanings,
            {{u"2"_s, SuccessRule{{u"77"_s}}}, {u"3"_s, SuccessRule{{u"77"_s}}}, {u"4"_s, SuccessRule{QStringList()}}});
        const CallChoice choice = choiceOfSuccess(rules);
        for (const QString &task : {u"1"_s, u"2"_s, u"3"_s, u"4"_s, u""_s}) {
            for (const QString &code : Codes)
                QCOMPARE(selects(choice, task, code, true), rules.ruleOf(task).codes.contains(code));
        }
        QVERIFY(!choiceWord(choice).isEmpty());
    }

    void flagsSelectTheirCodes()
    {
        const CallChoice lines = choiceOfFlag(ResultFlag::LineFault, {});
        QVERIFY(selects(lines, u"1"_s, u"28"_s, false));
        QVERIFY(!selects(lines, u"1"_s, u"5"_s, false));
    }

    void namesBringTheChoiceBack()
    {
        const FigureRules rules;
        for (const CallChoice &choice : {choiceOfClass(OutcomeClass::LineFault, {}), choiceOfSuccess(rules),
                                         choiceOfFlag(ResultFlag::BadNumber, {})})
            QCOMPARE(resolvedChoice(choice.name, rules), choice);
        QVERIFY(resolvedChoice(u"class:99"_s, rules).anyOf.isEmpty());
        QVERIFY(resolvedChoice(u"of a later version"_s, rules).anyOf.isEmpty());
    }
};

QTEST_GUILESS_MAIN(CallChoicesTest)
#include "test_call_choices.moc"
