// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/server/receiver.h"
#include "ui/alerts/alert_banner.h"
#include "ui/session/alerts/alert_monitor.h"
#include "ui/session/appearance.h"
#include "ui/session/page.h"
#include "ui/wallboard/wallboard.h"
#include "ui/window/application_session.h"
#include "ui/window/main_window.h"
#include "ui/window/navigation_bar.h"
#include "ui/window/page_table.h"
#include "ui/window/period_picker.h"

#include <QApplication>
#include <QCloseEvent>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>
#include <QToolButton>

using namespace callboard;
using namespace Qt::StringLiterals;

namespace {

StartupOptions optionsIn(const QTemporaryDir &folder, const QStringList &further = {})
{
    StartupOptions options;
    const QStringList arguments{u"callboard"_s,
                                u"--store"_s,
                                u"sqlite:"_s + folder.filePath(u"calls.db"_s),
                                u"--config"_s,
                                folder.filePath(u"window.ini"_s),
                                u"--listen"_s,
                                u"127.0.0.1:0"_s};
    if (StartupOptions::parse(arguments + further, &options))
        qFatal("the options are wrong");
    QSettings settings(options.settingsFile, QSettings::IniFormat);
    settings.setValue("appearance/language"_L1, u"en"_s);
    settings.setValue("appearance/theme"_L1, u"light"_s);
    settings.setValue("window/closePolicy"_L1, 2); // quit without a question
    return options;
}

bool isUp(const ApplicationSession &session)
{
    return QTest::qWaitFor(
        [&session] {
            return session.window() != nullptr && session.alerts().isLoaded() && !session.receiver().url().isEmpty();
        },
        120'000); // only ever reached when something is broken
}

/// A rule that an hour without any call breaks: no pushes are needed to see an alert.
AlertRule emptyHour()
{
    return {.name = u"Quiet"_s,
            .metric = Metric::Attempts,
            .below = true,
            .threshold = 1,
            .clearThreshold = 1,
            .windowMinutes = 60,
            .severity = AlertSeverity::Critical};
}

} // namespace

class TestAlertsWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void bannerBadgeAndCalls()
    {
        const QTemporaryDir folder;
        ApplicationSession session(*qApp, optionsIn(folder));
        session.start();
        QVERIFY(isUp(session));
        MainWindow *window = session.window();
        window->resize(1440, 900);
        auto *banner = window->findChild<AlertBanner *>();
        QVERIFY(!banner->isVisible());
        session.alerts().saveRule(emptyHour());
        QTRY_VERIFY(banner->isVisible());
        QVERIFY(banner->findChild<QLabel *>(u"alertBannerText"_s)->text().startsWith(u"Quiet"_s));
        const auto railNames = [window] {
            QStringList names;
            const auto buttons = window->findChild<NavigationBar *>()->findChildren<QToolButton *>();
            for (const QToolButton *button : buttons)
                names.append(button->accessibleName());
            return names;
        };
        QTRY_VERIFY(railNames().contains(u"Alerts, 1 new"_s));
        QTest::mouseClick(banner->findChild<QPushButton *>(u"alertBannerCalls"_s), Qt::LeftButton);
        QCOMPARE(window->currentPage()->objectName(), CallsPageId);
        session.appearance().setLanguage(u"zh_CN"_s);
        QTRY_VERIFY(railNames().contains(u"告警，1 条未确认"_s));
        QTRY_COMPARE(banner->findChild<QPushButton *>(u"alertBannerAcknowledge"_s)->text(), u"确认"_s);
        session.appearance().setLanguage(u"en"_s);
        QTest::mouseClick(banner->findChild<QPushButton *>(u"alertBannerAcknowledge"_s), Qt::LeftButton);
        QVERIFY(!banner->isVisible());
        QTRY_VERIFY(railNames().contains(u"Alerts"_s));
    }

    void bannerMovesNothingAndMeansWhatItShows()
    {
        const QTemporaryDir folder;
        ApplicationSession session(*qApp, optionsIn(folder));
        session.start();
        QVERIFY(isUp(session));
        MainWindow *window = session.window();
        window->resize(1440, 900);
        auto *banner = window->findChild<AlertBanner *>();
        auto *hold = banner->findChild<QTimer *>(u"alertBannerHold"_s);
        hold->setInterval(std::chrono::hours(1)); // ends when the test says so
        const auto places = [window] {
            QList<QPoint> found;
            for (const QWidget *each : {static_cast<QWidget *>(window->currentPage()),
                                        static_cast<QWidget *>(window->findChild<PeriodPicker *>())})
                found << each->mapTo(window, QPoint()) << QPoint(each->width(), each->height());
            return found;
        };
        QTRY_VERIFY(window->findChild<PeriodPicker *>()->width() > 100);
        const QList<QPoint> before = places();
        session.alerts().saveRule(emptyHour());
        QTRY_VERIFY(banner->isVisible());
        QCOMPARE(places(), before);
        const auto *text = banner->findChild<QLabel *>(u"alertBannerText"_s);
        auto *acknowledge = banner->findChild<QPushButton *>(u"alertBannerAcknowledge"_s);
        AlertRule second = emptyHour();
        second.name = u"Second"_s;
        session.alerts().saveRule(second);
        QTRY_COMPARE(session.alerts().waiting().size(), 2);
        QTRY_VERIFY(text->text().contains(u"1 more"_s));
        QVERIFY(text->text().startsWith(u"Quiet"_s)); // which is being read
        QTest::mousePress(acknowledge, Qt::LeftButton);
        hold->start(0); // long enough
        QTRY_VERIFY(text->text().startsWith(u"Second"_s));
        QTest::mouseRelease(acknowledge, Qt::LeftButton);
        QTRY_COMPARE(session.alerts().waiting().size(), 1);
        QCOMPARE(session.alerts().waiting().constFirst().rule.name, u"Second"_s);
        QCOMPARE(places(), before);
    }

    void openAlertsSurviveARestart()
    {
        const QTemporaryDir folder;
        qint64 raisedAt = 0;
        {
            ApplicationSession session(*qApp, optionsIn(folder));
            session.start();
            QVERIFY(isUp(session));
            session.alerts().saveRule(emptyHour());
            QTRY_COMPARE(session.alerts().open().size(), 1);
            raisedAt = session.alerts().open().constFirst().raisedAt;
        }
        ApplicationSession again(*qApp, optionsIn(folder));
        again.start();
        QVERIFY(isUp(again));
        QCOMPARE(again.alerts().open().size(), 1);
        QCOMPARE(again.alerts().open().constFirst().raisedAt, raisedAt);
        QTRY_VERIFY(again.window()->findChild<AlertBanner *>()->isVisible());
    }

    void wallboardComesAndGoes()
    {
        const QTemporaryDir folder;
        ApplicationSession session(*qApp, optionsIn(folder));
        session.start();
        QVERIFY(isUp(session));
        MainWindow *window = session.window();
        QVERIFY(window->wallboard() == nullptr);
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window));
        QTest::keyClick(window, Qt::Key_F11);
        QTRY_VERIFY(window->wallboard() != nullptr && window->wallboard()->isFullScreen());
        QTest::keyClick(window->wallboard(), Qt::Key_Escape);
        QVERIFY(!window->wallboard()->isVisible());
        QVERIFY(window->isVisible());
    }

    void wallboardFromTheStart()
    {
        const QTemporaryDir folder;
        ApplicationSession session(*qApp, optionsIn(folder, {u"--wallboard"_s}));
        session.start();
        QVERIFY(isUp(session));
        QTRY_VERIFY(session.window()->wallboard() != nullptr && session.window()->wallboard()->isFullScreen());
    }

    void closesIntoTheTrayOnlyWhereAsked()
    {
        const QTemporaryDir folder;
        ApplicationSession session(*qApp, optionsIn(folder));
        session.start();
        QVERIFY(isUp(session));
        MainWindow *window = session.window();
        session.alerts().preferences().setTray(true); // there is no tray here: nothing to close into
        QCloseEvent first;
        QCoreApplication::sendEvent(window, &first);
        QVERIFY(first.isAccepted());
        window->setClosesToTray(true);
        window->show();
        const QSignalSpy lastClosed(qApp, &QGuiApplication::lastWindowClosed);
        QCloseEvent second;
        QCoreApplication::sendEvent(window, &second);
        QVERIFY(!second.isAccepted());
        QCoreApplication::sendPostedEvents();
        QVERIFY(lastClosed.isEmpty()); // the program goes on
        QVERIFY(!window->isVisible());
        window->comeForward();
        QVERIFY(window->isVisible());
    }
};

QTEST_MAIN(TestAlertsWindow)
#include "test_alerts_window.moc"
