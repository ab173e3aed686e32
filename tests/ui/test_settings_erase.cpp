// SPDX-License-Identifier: GPL-3.0-or-later
#include "page_fixture.h"
#include "shown_widget.h"

#include "store/database/store_backend.h"
#include "ui/settings/settings_erase.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

/// A person's number is looked for, then erased, then looked for again.
class TestSettingsErase : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsNoNumberIsRefused();
    void aNumberThatIsNowhere();
    void aNumberIsErasedAfterAQuestion();
    void youngMessagesAreHidden();
    void aCoveredNumberStaysCovered();

private:
    static QString status(const QWidget &panel) { return panel.findChild<QLabel *>(u"eraseStatus"_s)->text(); }
    static QString look(const QWidget &panel)
    {
        return panel.findChild<QLabel *>(u"eraseStatus"_s)->property("styleClass").toString();
    }
    static void lookFor(const QWidget &panel, const QString &number)
    {
        panel.findChild<QLineEdit *>(u"eraseNumber"_s)->setText(number);
        panel.findChild<QPushButton *>(u"eraseLook"_s)->click();
    }
};

void TestSettingsErase::whatIsNoNumberIsRefused()
{
    PageFixture fixture;
    const SettingsErase panel(fixture.services());
    QVERIFY(!panel.findChild<QPushButton *>(u"eraseLook"_s)->isEnabled());
    for (const QString &text : {u"12345"_s, u"somebody"_s, u"123456789012345678901"_s}) {
        lookFor(panel, text);
        QCOMPARE(look(panel), u"bad"_s);
    }
}

void TestSettingsErase::aNumberThatIsNowhere()
{
    PageFixture fixture;
    fixture.pushCall(1, 60);
    const SettingsErase panel(fixture.services());
    lookFor(panel, u"13812345678"_s);
    QTRY_COMPARE(look(panel), u"good"_s);
    QVERIFY(!shown<QMessageBox>(u"eraseQuestion"_s));
}

void TestSettingsErase::aNumberIsErasedAfterAQuestion()
{
    PageFixture fixture;
    fixture.push(R"({"call_uuid":"e1","direction":2,"callee":"13812345678","task_id":"1","task_row_index":1,)"
                 R"("task_result":"0","time_hangup":)"
                 + QByteArray::number(QDateTime::currentMSecsSinceEpoch() - 60'000) + "}");
    SettingsErase panel(fixture.services());
    panel.show();
    lookFor(panel, u"138 1234 5678"_s);
    QTRY_VERIFY(shown<QMessageBox>(u"eraseQuestion"_s));
    QVERIFY(!shown<QMessageBox>(u"eraseQuestion"_s)->text().contains(u"13812345678"_s));
    QTest::keyClick(shown<QMessageBox>(u"eraseQuestion"_s), Qt::Key_Escape);
    QTRY_VERIFY(!shown<QMessageBox>(u"eraseQuestion"_s));
    QCOMPARE(fixture.audits(u"number erased"_s), 0);
    QSignalSpy erased(&fixture.view, &ViewState::numberErased);
    lookFor(panel, u"138 1234 5678"_s);
    QTRY_VERIFY(shown<QMessageBox>(u"eraseQuestion"_s));
    auto *atOnce = shown<QCheckBox>(u"eraseAtOnce"_s); // the message is of this minute
    QVERIFY(atOnce);
    atOnce->setChecked(true);
    shown<QPushButton>(u"eraseYes"_s)->click();
    QTRY_VERIFY2_WITH_TIMEOUT(status(panel).startsWith(u"Erased:"_s), qPrintable(status(panel)), 60'000);
    QCOMPARE(erased.size(), 1);
    QCOMPARE(look(panel), u"good"_s);
    QVERIFY2(status(panel).contains(u"Calls: 1"_s) && status(panel).contains(u"in none of them"_s),
             qPrintable(status(panel)));
    QCOMPARE(fixture.audits(u"number erased"_s), 1);
    QCOMPARE(StoreBackend::of(fixture.url())->findBytes("13812345678").size(), 0); // the log of the running store, too
    lookFor(panel, u"13812345678"_s);
    QTRY_COMPARE(look(panel), u"good"_s);
    QVERIFY(!shown<QMessageBox>(u"eraseQuestion"_s));
    QCOMPARE(fixture.countsOf({CallFilter()}), QList<qint64>{1}); // it stays as a count
}

/// One account: what is hidden until when stands apart from what is erased.
void TestSettingsErase::youngMessagesAreHidden()
{
    PageFixture fixture;
    fixture.push(R"({"call_uuid":"13812345678","direction":2,"callee":"13812345678","task_id":"1","task_row_index":1,)"
                 R"("task_result":"0","time_hangup":)"
                 + QByteArray::number(QDateTime::currentMSecsSinceEpoch() - 60'000) + "}");
    SettingsErase panel(fixture.services());
    panel.show();
    lookFor(panel, u"13812345678"_s);
    QTRY_VERIFY(shown<QPushButton>(u"eraseYes"_s));
    const QString question = shown<QMessageBox>(u"eraseQuestion"_s)->text();
    QVERIFY2(question.contains(u"hidden at once and erased when"_s) && question.contains(u"Stays: calls"_s),
             qPrintable(question));
    QVERIFY2(!question.contains(u"Messages as received:"_s), qPrintable(question));
    shown<QPushButton>(u"eraseYes"_s)->click();
    QTRY_VERIFY2_WITH_TIMEOUT(status(panel).startsWith(u"Erased:"_s), qPrintable(status(panel)), 60'000);
    QVERIFY2(status(panel).contains(u"Messages as received, hidden until"_s), qPrintable(status(panel)));
    QVERIFY2(status(panel).contains(u"Stays: calls with the number in call_uuid"_s), qPrintable(status(panel)));
    QVERIFY2(status(panel).contains(u"those of the ids that stay"_s), qPrintable(status(panel)));
    QCOMPARE(look(panel), u"warning"_s);
}

/// The number of a call comes from its menu, where it is covered.
void TestSettingsErase::aCoveredNumberStaysCovered()
{
    PageFixture fixture;
    fixture.view.setPrivacy(Privacy::Masked);
    SettingsErase panel(fixture.services());
    panel.setNumber(u"13812345678"_s);
    const auto *edit = panel.findChild<QLineEdit *>(u"eraseNumber"_s);
    QVERIFY(!edit->text().contains(u"13812345678"_s));
    panel.findChild<QPushButton *>(u"eraseLook"_s)->click();
    QTRY_COMPARE(look(panel), u"good"_s); // it was looked for as a whole: a covered one is no number
    fixture.view.setPrivacy(Privacy::Revealed);
    panel.setNumber(u"13812345678"_s);
    QCOMPARE(edit->text(), u"13812345678"_s);
}

QTEST_MAIN(TestSettingsErase)
#include "test_settings_erase.moc"
