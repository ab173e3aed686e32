// SPDX-License-Identifier: GPL-3.0-or-later
#include "page_fixture.h"

#include "record/filter/filter_words.h"
#include "ui/session/page.h"
#include "ui/window/main_window.h"
#include "ui/window/navigation_bar.h"
#include "ui/window/page_table.h"
#include "ui/window/period_picker.h"

#include <QLabel>
#include <QTest>
#include <QToolButton>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

/// The top bar shows the period and the campaigns of what is on screen, also where a figure led to a list.
class TestTopBar : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void listOfAnotherPeriod();
    void listOfAnotherCampaign();
    void badgeOfTheReceiver();
    void shortWords_data();
    void shortWords();

private:
    QToolButton *period(PeriodKind kind) const
    {
        return m_window->findChild<QToolButton *>(u"period%1"_s.arg(static_cast<int>(kind)));
    }
    QString count() const { return m_window->page(CallsPageId)->findChild<QLabel *>(u"callCount"_s)->text(); }
    void show(QLatin1StringView page) { m_window->showPage(m_window->pageIndex(page)); }
    /// As a click on a figure does.
    void drill(const CallFilter &filter) { Q_EMIT m_window->currentPage()->callsRequested(filter); }

    std::unique_ptr<PageFixture> m_fixture;
    std::unique_ptr<MainWindow> m_window;
};

void TestTopBar::init()
{
    m_fixture = std::make_unique<PageFixture>();
    for (int number = 1; number <= 6; ++number)
        m_fixture->pushCall(number, number * 60, number % 2 == 0 ? u"0"_s : u"20"_s);
    m_fixture->view.setPeriod({PeriodKind::Yesterday, {}});
    m_window = std::make_unique<MainWindow>(m_fixture->services(), m_fixture->appearance, m_fixture->settings);
    m_window->resize(1440, 900);
    m_fixture->view.setPeriod({PeriodKind::Yesterday, {}});
    m_window->show();
    show("live"_L1);
}

void TestTopBar::cleanup()
{
    m_window.reset();
    m_fixture.reset();
}

void TestTopBar::listOfAnotherPeriod()
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    CallFilter filter;
    filter.range = {now - 210'000, now - 1};
    filter.results = {u"0"_s};
    drill(filter);
    QTRY_COMPARE(count(), u"1 of 3 calls"_s); // of the same stretch of time
    QToolButton *own = period(PeriodKind::Custom);
    QVERIFY(own->isChecked());
    QVERIFY(!period(PeriodKind::Yesterday)->isChecked());
    QCOMPARE(own->property("styleClass").toString(), u"ownSegment"_s);
    QCOMPARE(own->text(), shortRangeWords(filter.range, m_fixture->format.zone(), now));
    show("live"_L1); // which shows what was chosen for all pages
    QVERIFY(period(PeriodKind::Yesterday)->isChecked());
    show(CallsPageId);
    QVERIFY(own->isChecked());
    QTest::mouseClick(period(PeriodKind::Yesterday), Qt::LeftButton); // the same as before
    QVERIFY(period(PeriodKind::Yesterday)->isChecked());
    QTRY_COMPARE(count(), u"0 of 0 calls"_s);
}

void TestTopBar::listOfAnotherCampaign()
{
    m_fixture->view.setPeriod({PeriodKind::Last24Hours, {}});
    m_fixture->view.setTaskIds({u"8"_s});
    CallFilter filter;
    filter.range = {1, QDateTime::currentMSecsSinceEpoch()};
    filter.taskIds = {u"7"_s};
    drill(filter);
    QTRY_COMPARE(count(), u"6 calls"_s);
    QCOMPARE(m_fixture->view.shownTaskIds(), QStringList{u"7"_s});
    QCOMPARE(m_fixture->view.taskIds(), QStringList{u"8"_s});
    m_fixture->view.setTaskIds({u"8"_s});
    QTRY_COMPARE(count(), u"0 calls"_s);
    QVERIFY(m_fixture->view.scope().range.has_value()); // only the campaigns were chosen
}

/// What was refused is marked until somebody looks.
void TestTopBar::badgeOfTheReceiver()
{
    const auto name = [this] {
        const auto buttons = m_window->findChild<NavigationBar *>()->findChildren<QToolButton *>();
        return buttons.at(m_window->pageIndex(ReceiverPageId))->accessibleName();
    };
    QCOMPARE(name(), u"Receiver"_s);
    m_fixture->push("nothing");
    QTRY_COMPARE(name(), u"Receiver, 1 new"_s);
    show(ReceiverPageId);
    QTRY_COMPARE(name(), u"Receiver"_s);
    show("live"_L1);
    QCOMPARE(name(), u"Receiver"_s);
}

void TestTopBar::shortWords_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("words");
    QTest::newRow("minutes") << u"2026-11-29T09:15:00Z"_s << u"2026-11-29T09:30:00Z"_s << u"11-29 09:15–09:30"_s;
    QTest::newRow("a day") << u"2026-11-28T00:00:00Z"_s << u"2026-11-29T00:00:00Z"_s << u"11-28"_s;
    QTest::newRow("today") << u"2026-11-30T00:00:00Z"_s << u"2026-12-01T00:00:00Z"_s << u"11-30"_s;
    QTest::newRow("days") << u"2026-11-01T00:00:00Z"_s << u"2026-11-08T00:00:00Z"_s << u"11-01 – 11-07"_s;
    QTest::newRow("a night") << u"2026-11-28T22:00:00Z"_s << u"2026-11-29T02:00:00Z"_s
                             << u"11-28 22:00 – 11-29 02:00"_s;
    QTest::newRow("going on") << u"2026-11-30T11:45:00Z"_s << u"2026-12-01T12:00:00Z"_s << u"From 11-30 11:45"_s;
    QTest::newRow("before") << u"1970-01-01T00:00:00Z"_s << u"2026-11-29T02:00:00Z"_s << u"Until 11-29 02:00"_s;
    QTest::newRow("all") << u"1970-01-01T00:00:00Z"_s << u"2999-01-01T00:00:00Z"_s << u"All time"_s;
}

void TestTopBar::shortWords()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    const auto ms = [](const QString &iso) { return QDateTime::fromString(iso, Qt::ISODate).toMSecsSinceEpoch(); };
    QTEST(shortRangeWords({ms(from), ms(to)}, QTimeZone::utc(), ms(u"2026-11-30T12:00:00Z"_s)), "words");
}

QTEST_MAIN(TestTopBar)
#include "test_top_bar.moc"
