// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/call/result_codes.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace callboard;
using namespace Qt::StringLiterals;

/// The catalogue against the specification's table and the classes of METRICS.
class ResultCodesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void catalogue_data();
    void catalogue();
    void thereAreNoOthers();
    void unknownCodes_data();
    void unknownCodes();
    void codeWithTwoMeanings();
    void classesHaveWords();
};

void ResultCodesTest::catalogue_data()
{
    QTest::addColumn<int>("index");
    QTest::addColumn<QString>("zh");
    QTest::addColumn<OutcomeClass>("outcomeClass");
    QTest::addColumn<int>("flags"); // 1 answered person, 2 success, 4 bad number, 8 line fault
    using enum OutcomeClass;
    int index = 0;
    const auto row = [&](const char *code, const QString &zh, OutcomeClass outcomeClass, int flags) {
        QTest::newRow(code) << index++ << zh << outcomeClass << flags;
    };
    row("-1", u"超时"_s, Timeout, 0);
    row("0", u"成功"_s, Connected, 3);
    row("2", u"正在通话中"_s, Unanswered, 0);
    row("3", u"无法接通"_s, Unreachable, 0);
    row("4", u"关机"_s, Unreachable, 0);
    row("5", u"用户正忙"_s, Unanswered, 0);
    row("6", u"空号"_s, BadNumber, 4);
    row("7", u"号码错误"_s, BadNumber, 4);
    row("8", u"用户拒接"_s, Unanswered, 0);
    row("9", u"停机"_s, BadNumber, 4);
    row("15", u"客户接听后并主动挂机"_s, Connected, 1);
    row("16", u"客户掉线"_s, Connected, 1);
    row("18", u"接通"_s, Connected, 1);
    row("19", u"转人工"_s, Connected, 1);
    row("20", u"用户未接"_s, Unanswered, 0);
    row("22", u"来电提醒"_s, Unanswered, 0);
    row("23", u"呼入限制"_s, Unreachable, 0);
    row("25", u"呼叫转移"_s, TransferFailed, 0);
    row("26", u"网络故障"_s, LineFault, 8);
    row("27", u"呼出受限"_s, LineFault, 8);
    row("28", u"线路故障"_s, LineFault, 8);
}

void ResultCodesTest::catalogue()
{
    QFETCH(int, index);
    QFETCH(OutcomeClass, outcomeClass);
    const QString code = QString::fromLatin1(QTest::currentDataTag());
    const ResultCode *found = findResultCode(code);
    QVERIFY(found);
    QCOMPARE(catalogueCodes().indexOf(code), index);
    QCOMPARE(found, &resultCatalogues().front().codes[static_cast<std::size_t>(index)]);
    QCOMPARE(outcomeMask(code), qint64(1) << index); // as stores have it
    QCOMPARE(found->outcomeClass, outcomeClass);
    QTEST(static_cast<int>(found->flags), "flags");
    QTEST(resultWord(code, u"pushed"_s, true), "zh");
    QCOMPARE(resultWord(code, {}, false), QString::fromLatin1(found->en));
    QCOMPARE(outcomeClassOf(code, false), outcomeClass);
    QCOMPARE(outcomeClassOf(code, true), outcomeClass);
}

void ResultCodesTest::thereAreNoOthers()
{
    QCOMPARE(catalogueCodes().size(), 21);
    QSet<QString> words;
    for (const ResultCode &code : resultCatalogues().front().codes)
        words.insert(QString::fromLatin1(code.en));
    QCOMPARE(words.size(), 21);
}

void ResultCodesTest::unknownCodes_data()
{
    QTest::addColumn<QString>("code");
    for (const QString &code : {u""_s, u"1"_s, u"00"_s, u" 0"_s, u"+0"_s, u"-1.0"_s, u"21"_s, u"29"_s, u"成功"_s,
                                u"０"_s, u"-0"_s, u"-2"_s, u"05"_s, u"10"_s, u"/8"_s, u"2:"_s, u"028"_s})
        QTest::newRow(qPrintable(u"'%1'"_s.arg(code))) << code;
}

void ResultCodesTest::unknownCodes()
{
    QFETCH(QString, code);
    QCOMPARE(findResultCode(code), nullptr);
    QCOMPARE(outcomeMask(code), code.isEmpty() ? 0 : qint64(1) << OtherOutcomeBit);
    QCOMPARE(resultWord(code, u"客户要求回电"_s, true), u"客户要求回电"_s);
    QCOMPARE(resultWord(code, u"客户要求回电"_s, false), u"客户要求回电"_s);
    QCOMPARE(resultWord(code, {}, true), code.isEmpty() ? u"无结果"_s : code);
    QCOMPARE(resultWord(code, {}, false), code.isEmpty() ? u"No result"_s : code);
    QCOMPARE(outcomeClassOf(code, true), OutcomeClass::Connected);
    QCOMPARE(outcomeClassOf(code, false), OutcomeClass::Unanswered);
}

/// An older table of the protocol gives 22 as call forwarding; what was pushed settles it.
void ResultCodesTest::codeWithTwoMeanings()
{
    QCOMPARE(resultWord(u"22", u"呼叫转移"_s, true), u"呼叫转移"_s);
    QCOMPARE(resultWord(u"22", u"呼叫转移"_s, false), u"Call forwarding"_s);
    QCOMPARE(resultWord(u"22", u"来电提醒"_s, true), u"来电提醒"_s);
    QCOMPARE(resultWord(u"22", {}, false), u"Call reminder"_s);
}

void ResultCodesTest::classesHaveWords()
{
    QSet<QString> words;
    for (int i = 0; i < OutcomeClassCount; ++i) {
        const auto outcomeClass = static_cast<OutcomeClass>(i);
        words.insert(outcomeClassWord(outcomeClass));
        QCOMPARE(outcomeClassWord(outcomeClass), QString::fromLatin1(outcomeClassSource(outcomeClass)));
    }
    QCOMPARE(words.size(), OutcomeClassCount);
}

QTEST_APPLESS_MAIN(ResultCodesTest)
#include "test_result_codes.moc"
