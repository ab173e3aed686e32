// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/filter/filter_conditions.h"
#include "record/filter/filter_json.h"
#include "record/filter/filter_words.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace callboard;
using namespace Qt::StringLiterals;

namespace {

/// Restricts everything that a filter can restrict.
CallFilter everything()
{
    CallFilter f{.range = {1'000, 2'000},
                 .taskIds = {u"1"_s},
                 .results = {u"20"_s, QString()},
                 .excludedResults = {u"6"_s},
                 .excludedTaskIds = {u"2"_s},
                 .excludedCallees = {u"13800000000"_s},
                 .choices = {{u"success"_s, {}}, {u"network"_s, {}}},
                 .answered = false,
                 .outbound = true,
                 .direction = 2,
                 .parts = CallParts::both(),
                 .talkAtLeastMs = 1'500,
                 .talkBelowMs = 9'000,
                 .numberContains = u"138"_s,
                 .callee = u"0000"_s,
                 .uuid = u"u-1"_s,
                 .customerContains = u"Wang"_s,
                 .contactId = 7,
                 .onlyContacts = true,
                 .onlyAnomalies = true,
                 .onlyAwaiting = true,
                 .onlySettled = true,
                 .onlySeized = true,
                 .onlyDialled = true,
                 .drill = {}};
    f.drill = {.pick = ContactPick::BestTry,
               .tries = 2,
               .previousResult = u"5"_s,
               .afterGap = true,
               .caller = u"021"_s,
               .customerColumn = u"City"_s,
               .customerValues = {u"Wuhan"_s},
               .excludedCustomerValues = {u"Beijing"_s, u""_s},
               .stretches = {{0, 10}, {20, 30}}};
    return f;
}

} // namespace

/// Every row of the table of conditions works for everybody who reads it.
class FilterConditionsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void everyMemberHasItsRow()
    {
        CallFilter copied;
        QSet<QString> words;
        for (const FilterCondition &condition : filterConditions()) {
            QVERIFY2(condition.member.isSet(everything()), condition.word.data());
            QVERIFY2(!condition.member.isSet(CallFilter()), condition.word.data());
            condition.member.copy(everything(), copied);
            words.insert(condition.word);
        }
        QCOMPARE(copied, everything());
        QCOMPARE(static_cast<std::size_t>(words.size()), filterConditions().size());
        for (const FilterCondition &condition : filterConditions())
            condition.member.clear(copied);
        QCOMPARE(copied, CallFilter());
    }

    void eachIsWrittenAndReadByItself()
    {
        QCOMPARE(filterFromJson(filterToJson(everything())), everything());
        QVERIFY(filterToJson(CallFilter()).isEmpty());
        for (const FilterCondition &condition : filterConditions()) {
            CallFilter one;
            condition.member.copy(everything(), one);
            QCOMPARE(filterToJson(one).keys(), QStringList{QString(condition.word)});
            QCOMPARE(filterFromJson(filterToJson(one)), one);
        }
    }

    void eachHasItsOwnText()
    {
        const QSet<QString> withoutText{u"range"_s, u"taskIds"_s, u"customerColumn"_s};
        const FilterWordsContext context{QTimeZone::utc(), Privacy::Revealed, {}, {}, {}};
        QSet<QString> texts;
        for (const FilterCondition &condition : filterConditions()) {
            CallFilter one;
            condition.member.copy(everything(), one);
            const QList<FilterWord> words = filterWords(one, context);
            const qsizetype expected = withoutText.contains(condition.word) ? 0
                : condition.word == "choices"_L1                            ? 2
                                                                            : 1;
            QVERIFY2(words.size() == expected, condition.word.data());
            for (const FilterWord &word : words) {
                QCOMPARE(word.condition, &condition);
                QVERIFY2(!word.text.contains(u'%'), qPrintable(word.text));
                texts.insert(word.text);
            }
        }
        QCOMPARE(texts.size(), filterTexts(everything(), context).size());
    }

    void noIsAnotherWordThanYes()
    {
        CallFilter filter;
        filter.answered = true;
        QCOMPARE(filterTexts(filter, {}), QStringList{u"Answered"_s});
        filter.answered = false;
        QCOMPARE(filterTexts(filter, {}), QStringList{u"Not answered"_s});
    }

    void valuesAreBoundWherePlaceholdersStand()
    {
        for (const FilterCondition &condition : filterConditions()) {
            if (!condition.sql)
                continue;
            const QString sql = QLatin1StringView(condition.sql);
            const QVariantList values =
                condition.bound ? condition.bound(everything()) : condition.member.values(everything());
            QVERIFY2(sql.contains("%1"_L1) ? !values.isEmpty() : sql.count(u'?') == values.size(), condition.sql);
            QCOMPARE(condition.labelIfNo != nullptr, condition.sqlIfNo != nullptr);
        }
    }
};

QTEST_APPLESS_MAIN(FilterConditionsTest)
#include "test_filter_conditions.moc"
