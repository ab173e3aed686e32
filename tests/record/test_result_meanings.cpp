// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/call/result_meanings.h"
#include "record/figures/figure_table.h"

#include <QTest>

using namespace callboard;
using namespace Qt::StringLiterals;

namespace {

ResultMeaning meaning(const QString &code, qint64 since, OutcomeClass outcomeClass, ResultFlags flags = {})
{
    return {code, since, outcomeClass, flags, {}, {}};
}

} // namespace

class ResultMeaningsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asShippedTheyAreTheCatalogue()
    {
        const ResultMeanings meanings;
        for (const ResultCode &code : resultCatalogues().front().codes) {
            QCOMPARE(meanings.classOf(code.code, false), code.outcomeClass);
            QCOMPARE(meanings.flagsOf(code.code), code.flags);
            QCOMPARE(meanings.word(code.code, {}, true), QString::fromUtf16(code.zh));
        }
        QCOMPARE(meanings.successCodes(), QStringList{u"0"_s});
        QCOMPARE(meanings.codesWith(ResultFlag::LineFault), (QStringList{u"26"_s, u"27"_s, u"28"_s}));
        QCOMPARE(meanings.classOf(u"99"_s, true), OutcomeClass::Connected);
        QCOMPARE(meanings.classOf({}, false), OutcomeClass::Unanswered);
        QCOMPARE(meanings.word(u"99"_s, u"新代码"_s, false), u"新代码"_s);
    }

    void aCompanysMeaningWins()
    {
        ResultMeanings meanings;
        meanings.set({u"18"_s, 0, OutcomeClass::TransferFailed, ResultFlag::Success, u"有意向"_s, {}});
        meanings.set(meaning(u"99"_s, 0, OutcomeClass::BadNumber, ResultFlag::Success));
        QCOMPARE(meanings.classOf(u"18"_s, true), OutcomeClass::TransferFailed);
        QCOMPARE(meanings.classOf(u"99"_s, true), OutcomeClass::BadNumber);
        QCOMPARE(meanings.successCodes(), (QStringList{u"0"_s, u"18"_s, u"99"_s}));
        QCOMPARE(meanings.word(u"18"_s, u"接通"_s, true), u"有意向"_s);
        QCOMPARE(meanings.word(u"18"_s, {}, false), u"Connected"_s); // no own word in this language
        QCOMPARE(meanings.addedCodes(), QStringList{u"99"_s});
        QVERIFY(meanings.isChanged(u"18"_s) && !meanings.isChanged(u"0"_s));
    }

    void eachMomentHasItsMeaning()
    {
        const MeaningHistory history({meaning(u"18"_s, 200, OutcomeClass::LineFault),
                                      meaning(u"18"_s, 100, OutcomeClass::Timeout),
                                      meaning(u"0"_s, 150, OutcomeClass::BadNumber)});
        QCOMPARE(history.at(99), ResultMeanings());
        QCOMPARE(history.at(100).classOf(u"18"_s, true), OutcomeClass::Timeout);
        QCOMPARE(history.at(199).classOf(u"18"_s, true), OutcomeClass::Timeout);
        QCOMPARE(history.at(200).classOf(u"18"_s, true), OutcomeClass::LineFault);
        QCOMPARE(history.at(149).classOf(u"0"_s, true), OutcomeClass::Connected);
        QCOMPARE(history.at(150).classOf(u"0"_s, true), OutcomeClass::BadNumber);
        QCOMPARE(history.of(u"18"_s).size(), 2);
        QCOMPARE(history.of(u"18"_s).first().since, 100);
    }

    void tasksWithoutARuleFollowTheMeanings()
    {
        ResultMeanings meanings;
        meanings.set(meaning(u"0"_s, 0, OutcomeClass::Connected));
        meanings.set(meaning(u"19"_s, 0, OutcomeClass::Connected, ResultFlag::Success));
        const FigureRules rules(meanings, {{u"7"_s, SuccessRule{{u"15"_s}}}});
        QCOMPARE(rules.ruleOf(u"1"_s).codes, QStringList{u"19"_s});
        QCOMPARE(rules.ruleOf(u"7"_s).codes, QStringList{u"15"_s});
        const CellSums three{.calls = 3};
        QCOMPARE(tallyOf({.taskId = u"1"_s, .result = u"19"_s, .outbound = true}, three, rules).success, 3);
        QCOMPARE(tallyOf({.taskId = u"1"_s, .result = u"0"_s, .outbound = true}, three, rules).success, 0);
        QCOMPARE(tallyOf({.taskId = u"7"_s, .result = u"15"_s, .outbound = true}, three, rules).success, 3);
    }
};

QTEST_GUILESS_MAIN(ResultMeaningsTest)
#include "test_result_meanings.moc"
