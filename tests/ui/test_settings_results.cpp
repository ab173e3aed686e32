// SPDX-License-Identifier: GPL-3.0-or-later
#include "list_cells.h"
#include "page_fixture.h"
#include "store/settings/meaning_table.h"
#include "ui/settings/result_code_editor.h"
#include "ui/settings/result_columns.h"
#include "ui/settings/settings_results.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTableView>
#include <QTableWidget>
#include <QTest>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Day = 86'400'000;

MeaningHistory historyOf(PageFixture &fixture)
{
    std::optional<MeaningHistory> found;
    fixture.readers.ask<MeaningHistory>(
        &fixture.view, [](Connection &connection) { return loadMeanings(connection); },
        [&found](const MeaningHistory &history) { found = history; });
    return QTest::qWaitFor([&found] { return found.has_value(); }) ? *found : MeaningHistory();
}

bool saves(ResultCodeEditor &editor)
{
    QSignalSpy saved(&editor, &ResultCodeEditor::saved);
    QTest::mouseClick(editor.findChild<QPushButton *>(u"codeSave"_s), Qt::LeftButton);
    return saved.wait();
}

QString cell(const QTableView &table, const QString &code, const QString &column)
{
    for (int row = 0; row < table.model()->rowCount(); ++row) {
        if (cellText(table, row, u"code"_s) == code)
            return cellText(table, row, column);
    }
    return u"not there"_s;
}

} // namespace

class TestSettingsResults : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin).*"_s)); }
    void rowsAreTheCatalogueAndWhatWasSeen();
    void aChangeHoldsFromNowAndFiguresFollow();
    void aDateKeepsWhatWasBeforeIt();
    void alwaysReplacesEverything();
    void asShippedForgetsEverything();
    void nothingToSaveAndNothingTooLong();
    void theTableFollows();
};

void TestSettingsResults::rowsAreTheCatalogueAndWhatWasSeen()
{
    ResultMeaning own;
    own.code = u"77"_s;
    own.since = 1'000;
    own.outcomeClass = OutcomeClass::Connected;
    own.en = u"Ours"_s;
    const QList<ResultRow> rows = resultRows(MeaningHistory({own}), {u"0"_s, u"99"_s, u"77"_s, QString()}, 2'000);
    QCOMPARE(rows.size(), catalogueCodes().size() + 2);
    QCOMPARE(rows.at(rows.size() - 2).code, u"77"_s);
    QVERIFY(rows.at(rows.size() - 2).isChanged);
    QVERIFY(rows.at(rows.size() - 2).isKnown);
    QVERIFY(!rows.constLast().isKnown);
    QCOMPARE(meaningWord(own, false), u"Ours"_s);
    QCOMPARE(meaningWord(own, true), resultWord(u"77"_s, {}, true));
    QVERIFY(!resultRows(MeaningHistory({own}), {}, 500).constLast().isChanged);
}

void TestSettingsResults::aChangeHoldsFromNowAndFiguresFollow()
{
    PageFixture fixture;
    fixture.pushCall(1, 60, u"20"_s);
    QTRY_COMPARE(fixture.feed.board().total().calls, 1);
    QCOMPARE(fixture.feed.board().total().success, 0);
    ResultCodeEditor editor(fixture.services(), u"20"_s, {});
    editor.open();
    editor.findChild<QLineEdit *>(u"wordEn"_s)->setText(u" Called  back "_s);
    editor.findChild<QCheckBox *>(u"codeFlag%1"_s.arg(static_cast<int>(ResultFlag::Success)))->setChecked(true);
    const qint64 before = QDateTime::currentMSecsSinceEpoch();
    QVERIFY(saves(editor));
    QVERIFY(!editor.isVisible());
    const QList<ResultMeaning> stored = historyOf(fixture).of(u"20"_s);
    QCOMPARE(stored.size(), 1);
    QVERIFY(stored[0].since >= before);
    QCOMPARE(stored[0].en, u"Called back"_s);
    QTRY_COMPARE(fixture.feed.board().total().success, 1);
    QCOMPARE(fixture.feed.meanings().word(u"20"_s, {}, false), u"Called back"_s);
}

void TestSettingsResults::aDateKeepsWhatWasBeforeIt()
{
    PageFixture fixture;
    ResultMeaning first = shippedMeaning(u"5"_s);
    first.outcomeClass = OutcomeClass::Unreachable;
    ResultCodeEditor editor(fixture.services(), u"5"_s, {first});
    editor.open();
    editor.findChild<QComboBox *>(u"codeClass"_s)->setCurrentIndex(static_cast<int>(OutcomeClass::BadNumber));
    const qint64 since = QDateTime::currentDateTime().date().startOfDay().toMSecsSinceEpoch() - 7 * Day;
    editor.setValidFrom(ResultCodeEditor::ValidFrom::FromDate, since);
    QCOMPARE(editor.edited().size(), 2);
    QVERIFY(saves(editor));
    const MeaningHistory history = historyOf(fixture);
    QCOMPARE(history.at(since - 1).meaningOf(u"5"_s).outcomeClass, OutcomeClass::Unreachable);
    QCOMPARE(history.at(since).meaningOf(u"5"_s).outcomeClass, OutcomeClass::BadNumber);
}

void TestSettingsResults::alwaysReplacesEverything()
{
    PageFixture fixture;
    ResultMeaning later = shippedMeaning(u"5"_s);
    later.since = 1'000;
    ResultCodeEditor editor(fixture.services(), u"5"_s, {later});
    editor.open();
    QCOMPARE(editor.findChild<QTableWidget *>(u"meaningHistory"_s)->rowCount(), 2);
    editor.setValidFrom(ResultCodeEditor::ValidFrom::Always);
    QVERIFY(saves(editor));
    QCOMPARE(historyOf(fixture).of(u"5"_s).size(), 1);
    QCOMPARE(historyOf(fixture).of(u"5"_s)[0].since, 0);
}

void TestSettingsResults::asShippedForgetsEverything()
{
    PageFixture fixture;
    ResultMeaning changed = shippedMeaning(u"5"_s);
    changed.flags = ResultFlag::Success;
    QString answer = u"none"_s;
    fixture.writer.replaceMeanings(u"5"_s, {changed}, &fixture.view, [&answer](const QString &e) { answer = e; });
    QTRY_COMPARE(answer, QString());
    ResultCodeEditor editor(fixture.services(), u"5"_s, {changed});
    editor.open();
    QTest::mouseClick(editor.findChild<QPushButton *>(u"codeReset"_s), Qt::LeftButton);
    auto *question = editor.findChild<QMessageBox *>();
    QVERIFY(question != nullptr);
    QSignalSpy saved(&editor, &ResultCodeEditor::saved);
    QTest::mouseClick(question->button(QMessageBox::Ok), Qt::LeftButton);
    QVERIFY(saved.wait());
    QVERIFY(historyOf(fixture).all().isEmpty());
}

void TestSettingsResults::nothingToSaveAndNothingTooLong()
{
    PageFixture fixture;
    ResultCodeEditor editor(fixture.services(), u"5"_s, {});
    auto *save = editor.findChild<QPushButton *>(u"codeSave"_s);
    QVERIFY(!save->isEnabled());
    QVERIFY(!editor.findChild<QPushButton *>(u"codeReset"_s)->isEnabled());
    auto *word = editor.findChild<QLineEdit *>(u"wordZh"_s);
    word->setText(u"忙线"_s);
    QVERIFY(save->isEnabled());
    word->setText(QString(41, u'忙'));
    QVERIFY(!save->isEnabled());
    QCOMPARE(editor.findChild<QLabel *>(u"wordZhNote"_s)->property("styleClass").toString(), u"bad"_s);
    fixture.receiver.shutdown();
    fixture.writer.stop();
    word->setText(u"忙线"_s);
    editor.open();
    QTest::mouseClick(save, Qt::LeftButton);
    QTRY_VERIFY(editor.findChild<QLabel *>(u"codeStatus"_s)->text().startsWith(u"Not saved"_s));
    QVERIFY(editor.isVisible());
}

void TestSettingsResults::theTableFollows()
{
    PageFixture fixture;
    fixture.pushCall(1, 60, u"4711"_s);
    SettingsResults section(fixture.services());
    section.resize(1'100, 700);
    section.show();
    section.setActive(true);
    auto *table = section.findChild<QTableView *>(u"resultTable"_s);
    const QAbstractItemModelTester tester(table->model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    QTRY_COMPARE(cell(*table, u"4711"_s, u"decided"_s), u"unknown code"_s);
    QCOMPARE(cell(*table, u"0"_s, u"success"_s), u"✓"_s);
    QCOMPARE(cell(*table, u"0"_s, u"decided"_s), u"as shipped"_s);
    table->selectRow(table->model()->rowCount() - 1);
    table->setFocus();
    QTest::mouseClick(section.findChild<QPushButton *>(u"resultEdit"_s), Qt::LeftButton);
    auto *editor = section.findChild<ResultCodeEditor *>();
    QVERIFY(editor != nullptr);
    editor->setValidFrom(ResultCodeEditor::ValidFrom::Always);
    editor->findChild<QComboBox *>(u"codeClass"_s)->setCurrentIndex(static_cast<int>(OutcomeClass::LineFault));
    QVERIFY(saves(*editor));
    QTRY_COMPARE(cell(*table, u"4711"_s, u"decided"_s), u"for all of time"_s);
    QCOMPARE(cell(*table, u"4711"_s, u"class"_s), outcomeClassWord(OutcomeClass::LineFault));
}

QTEST_MAIN(TestSettingsResults)
#include "test_settings_results.moc"
