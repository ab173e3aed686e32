// SPDX-License-Identifier: GPL-3.0-or-later
#include "made_calls.h"
#include "record/filter/filter_json.h"
#include "ui/calls/calls_facts.h"
#include "ui/calls/calls_filter_bar.h"
#include "ui/calls/calls_result_picker.h"
#include "ui/calls/saved_filters.h"
#include "ui/common/theme/theme.h"
#include "ui/session/calls_chips.h"

#include <QCheckBox>
#include <QComboBox>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

class TestCallsFilter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin).*"_s)); }
    void barAndFilterAreTheSame_data();
    void barAndFilterAreTheSame();
    void keysAndClicksMakeTheFilter();
    void chipsHoldWhatNoControlShows();
    void everyControlHasAName();
    void tabGoesAsControlsStand();
    void filtersSurviveTheSettings();
    void savedFiltersKeepTheirNames();
    void classFollowsTheMeanings();
    void exampleInWords();
    void rawMessagesAreCovered();
    void anomaliesNameTheFields();

private:
    Theme m_theme;
    Format m_format{QLocale::c(), QTimeZone("Asia/Shanghai")};
};

void TestCallsFilter::barAndFilterAreTheSame_data()
{
    QTest::addColumn<CallFilter>("filter");
    CallFilter filter;
    QTest::newRow("nothing") << filter;
    filter.results = {u"0"_s, u"20"_s};
    filter.answered = true;
    filter.outbound = false;
    filter.talkAtLeastMs = 90'000;
    QTest::newRow("choices") << filter;
    filter = {};
    filter.numberContains = u"1990"_s;
    filter.customerContains = u"武汉"_s;
    filter.uuid = u"123425c-6483"_s;
    filter.onlyAnomalies = true;
    filter.onlyAwaiting = true;
    filter.answered = false;
    filter.results = {QString(), u"99"_s};
    QTest::newRow("texts and flags") << filter;
    filter = {};
    filter.onlySettled = true;
    filter.choices = {choiceOfClass(OutcomeClass::LineFault, {})};
    QTest::newRow("class") << filter;
}

void TestCallsFilter::barAndFilterAreTheSame()
{
    QFETCH(CallFilter, filter);
    CallsFilterBar bar(m_format, m_theme);
    QSignalSpy changed(&bar, &CallsFilterBar::filterChanged);
    bar.setFilter(filter);
    QCOMPARE(bar.filter(), filter);
    QCOMPARE(CallsFilterBar::withoutControls(filter), CallFilter());
    QCOMPARE(changed.size(), 0);
    bar.setFilter({});
    QCOMPARE(bar.filter(), CallFilter());
}

void TestCallsFilter::keysAndClicksMakeTheFilter()
{
    CallsFilterBar bar(m_format, m_theme);
    bar.show();
    QSignalSpy changed(&bar, &CallsFilterBar::filterChanged);
    QTest::keyClicks(bar.findChild<QLineEdit *>(u"numberFilter"_s), u"0001"_s);
    QTRY_COMPARE(changed.size(), 1);
    QTest::mouseClick(bar.findChild<QCheckBox *>(u"awaitingFilter"_s), Qt::LeftButton, {}, {5, 8});
    QCOMPARE(changed.size(), 2);
    QTest::keyClick(bar.findChild<QComboBox *>(u"answeredFilter"_s), Qt::Key_Down);
    auto *picker = bar.findChild<CallsResultPicker *>();
    for (QAction *action : picker->menu()->actions()) {
        if (action->data().toString() == u"8"_s)
            action->trigger();
    }
    CallFilter expected;
    expected.numberContains = u"0001"_s;
    expected.onlyAwaiting = true;
    expected.answered = true;
    expected.results = {u"8"_s};
    QCOMPARE(bar.filter(), expected);
    QSignalSpy reset(&bar, &CallsFilterBar::resetRequested);
    QTest::mouseClick(bar.findChild<QPushButton *>(u"resetFilter"_s), Qt::LeftButton);
    QCOMPARE(reset.size(), 1);
}

void TestCallsFilter::chipsHoldWhatNoControlShows()
{
    CallsChips chips(m_format, [](const QString &id) { return u"Task "_s + id; });
    CallsChips::Parts parts;
    parts.range = TimeRange{1'790'000'000'000, 1'790'000'900'000};
    parts.taskIds = QStringList{u"7"_s};
    parts.filter.excludedResults = {u"0"_s};
    parts.filter.onlySeized = true;
    parts.filter.talkBelowMs = 5000;
    parts.filter.contactId = 3;
    parts.filter.callee = u"19900000001"_s;
    chips.setParts(parts);
    const auto all = chips.findChildren<QToolButton *>();
    QCOMPARE(all.size(), 7);
    for (QToolButton *chip : all)
        QVERIFY2(!chip->text().contains(u"1990000"_s), "a chip does not show a number");
    CallFilter filter;
    chips.parts().applyTo(filter);
    QCOMPARE(filter.range, *parts.range);
    QCOMPARE(filter.taskIds, *parts.taskIds);
    QCOMPARE(filter.talkBelowMs, parts.filter.talkBelowMs);
    QSignalSpy changed(&chips, &CallsChips::partsChanged);
    chips.findChild<QToolButton *>(u"rangeChip"_s)->click();
    QTRY_COMPARE(changed.size(), 1);
    QVERIFY(!chips.parts().range);
    chips.setParts({});
    QVERIFY(chips.parts().isEmpty());
    QVERIFY(chips.isHidden());
}

void TestCallsFilter::everyControlHasAName()
{
    const CallsFilterBar bar(m_format, m_theme);
    for (const QWidget *widget : bar.findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly)) {
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool named = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
        QVERIFY2(named || qobject_cast<const QMenu *>(widget), qPrintable(widget->objectName()));
    }
}

void TestCallsFilter::tabGoesAsControlsStand()
{
    CallsFilterBar bar(m_format, m_theme);
    QStringList names;
    for (QWidget *at = bar.findChild<QLineEdit *>(u"numberFilter"_s); at != &bar; at = at->nextInFocusChain()) {
        if (bar.isAncestorOf(at) && at->objectName().endsWith("Filter"_L1))
            names.append(at->objectName());
    }
    QCOMPARE(names,
             (QStringList{u"numberFilter"_s, u"customerFilter"_s, u"resultFilter"_s, u"classFilter"_s,
                          u"answeredFilter"_s, u"directionFilter"_s, u"talkFilter"_s, u"uuidFilter"_s,
                          u"anomalyFilter"_s, u"awaitingFilter"_s, u"resetFilter"_s}));
}

void TestCallsFilter::filtersSurviveTheSettings()
{
    CallFilter filter;
    QVERIFY(filterToJson(filter).isEmpty());
    filter.range = {5, 1'790'000'000'123};
    filter.taskIds = filter.excludedCallees = {u"7"_s, QString()};
    filter.results = filter.excludedResults = filter.excludedTaskIds = {u"-1"_s};
    filter.choices = {{u"success"_s, {}}, {u"class:2"_s, {}}};
    filter.answered = false;
    filter.outbound = true;
    filter.direction = 9;
    filter.parts = Part::Outbound;
    filter.talkAtLeastMs = 1'500;
    filter.talkBelowMs = 0;
    filter.numberContains = u"138"_s;
    filter.callee = u"139"_s;
    filter.uuid = u"a\"b"_s;
    filter.customerContains = u"武汉"_s;
    filter.contactId = 1'234'567'890'123;
    filter.onlyContacts = filter.onlyAnomalies = filter.onlyAwaiting = filter.onlySettled = filter.onlySeized = true;
    filter.drill.pick = ContactPick::LastTry;
    filter.drill.tries = 3;
    filter.drill.previousResult = u""_s;
    filter.drill.afterGap = true;
    filter.drill.caller = u"0551"_s;
    filter.drill.customerColumn = u"城市"_s;
    filter.drill.customerValues = filter.drill.excludedCustomerValues = {u"武汉市"_s};
    filter.drill.stretches = {{1, 2}, {3, 4}};
    const QByteArray text = QJsonDocument(filterToJson(filter)).toJson();
    QCOMPARE(filterFromJson(QJsonDocument::fromJson(text).object()), filter);
}

void TestCallsFilter::savedFiltersKeepTheirNames()
{
    SavedFilters filters;
    filters.put({u"b"_s, {PeriodKind::LastHour, {}}, {u"7"_s}, {}, {}, {}});
    filters.put({u"a"_s, {PeriodKind::Custom, {1, 2}}, {}, {}, TimeRange{3, 4}, QStringList{u"8"_s}});
    QCOMPARE(filters.names(), (QStringList{u"a"_s, u"b"_s}));
    QVERIFY(!filters.rename(u"a"_s, u" b "_s));
    QVERIFY(!filters.rename(u"a"_s, u"  "_s));
    QVERIFY(filters.rename(u"a"_s, u" c"_s));
    const SavedFilters again = SavedFilters::fromJson(filters.toJson());
    QCOMPARE(again.list(), filters.list());
    filters.remove(u"b"_s);
    QCOMPARE(filters.names(), QStringList{u"c"_s});
    QVERIFY(SavedFilters::fromJson({QJsonObject{}, 5}).list().isEmpty());
}

void TestCallsFilter::classFollowsTheMeanings()
{
    CallsFilterBar bar(m_format, m_theme);
    bar.findChild<QComboBox *>(u"classFilter"_s)->setCurrentIndex(1 + static_cast<int>(OutcomeClass::Timeout));
    QSignalSpy changed(&bar, &CallsFilterBar::filterChanged);
    ResultMeanings meanings;
    meanings.set({.code = u"88"_s, .outcomeClass = OutcomeClass::Timeout});
    bar.setRules({meanings, {}});
    QCOMPARE(changed.size(), 1);
    QVERIFY(bar.filter().choices.constFirst().anyOf.constFirst().results.contains(u"88"_s));
    const auto actions = bar.findChild<CallsResultPicker *>()->menu()->actions();
    QVERIFY(std::any_of(actions.begin(), actions.end(),
                        [](const QAction *action) { return action->data().toString() == u"88"_s; }));
}

void TestCallsFilter::exampleInWords()
{
    const CallRecord call = exampleCall();
    const QList<QStringList> durations = durationRows(call, m_format);
    QCOMPARE(durations.at(0).at(1), u"21.4 s"_s);
    QCOMPARE(durations.at(0).at(2), u"28 s"_s);
    QCOMPARE(durations.at(0).at(3), u"dial to hang-up"_s);
    QCOMPARE(durations.at(1).at(1), u"6.7 s"_s);
    QCOMPARE(durations.at(1).at(3), u"dial to answer"_s);
    QCOMPARE(durations.at(2).at(1), u"0.7 s"_s);
    QCOMPARE(customerRows(call).at(1), QStringList({u"装货时间"_s, u"3月13日"_s}));
    const QList<QStringList> fields = fieldRows(call, m_format);
    QCOMPARE(fields.size(), FieldCount);
    QCOMPARE(fields.at(8).at(0), u"time_hangup"_s);
    QVERIFY(fields.at(8).at(2).endsWith(u".829"_s));
}

void TestCallsFilter::rawMessagesAreCovered()
{
    RawMessage message{1, 1'790'000'000'000, u"127.0.0.1"_s, exampleBody()};
    const QString covered = rawText(message, Privacy::Masked, {});
    QVERIFY(!covered.contains(u"19900000001"_s));
    QVERIFY(!covered.contains(u"0271111111"_s));
    QVERIFY(covered.contains(u"1527737784829"_s));
    QCOMPARE(rawText(message, Privacy::Revealed, {}), QString::fromUtf8(exampleBody()));
    message.number = 0;
    QVERIFY(rawText(message, Privacy::Masked, {}).isEmpty());
}

void TestCallsFilter::anomaliesNameTheFields()
{
    CallRecord call = exampleCall();
    QVERIFY(anomalySentences(call).isEmpty());
    call.conflicts.add(Field::Caller);
    call.fields.taskRowHead.removeLast();
    const QStringList sentences = anomalySentences(call);
    QCOMPARE(sentences.size(), 2);
    QVERIFY(sentences.constFirst().endsWith(u": caller"_s));
    QCOMPARE(customerRows(call).constLast().constFirst(), u"#4"_s);
}

QTEST_MAIN(TestCallsFilter)
#include "test_calls_filter.moc"
