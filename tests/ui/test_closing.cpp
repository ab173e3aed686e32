// SPDX-License-Identifier: GPL-3.0-or-later
#include "running_program.h"

#include "receiver/server/receiver.h"
#include "store/database/reader_pool.h"
#include "store/read/queries.h"
#include "store/write/store_writer.h"
#include "ui/calls/calls_page.h"
#include "ui/session/preferences.h"
#include "ui/window/application_session.h"
#include "ui/window/main_window.h"
#include "ui/window/page_table.h"
#include "ui/window/window_fit.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QScreen>
#include <QSettings>
#include <QStandardPaths>
#include <QTest>

#include <optional>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray settingsIn(const QTemporaryDir &folder)
{
    QFile file(folder.filePath(u"window.ini"_s));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Totals totalsOf(Program &program, const TimeRange &range)
{
    QObject context;
    std::optional<Totals> totals;
    program.session.readers().ask<Totals>(
        &context, [range](Connection &connection) { return loadTotals(connection, range, {}); },
        [&totals](const Totals &answer) { totals = answer; });
    return QTest::qWaitFor([&totals] { return totals.has_value(); }, 60'000) ? *totals : Totals();
}

QMessageBox *question(MainWindow &window)
{
    return window.findChild<QMessageBox *>(u"closeQuestion"_s);
}

/// Of a program that asks, as it does at first.
class AskingFolder : public QTemporaryDir
{
public:
    AskingFolder()
    {
        QSettings(filePath(u"window.ini"_s), QSettings::IniFormat)
            .setValue("window/closePolicy"_L1, static_cast<int>(ClosePolicy::Ask));
    }
};

void press(MainWindow &window, const QString &button)
{
    auto *found = question(window)->findChild<QPushButton *>(button);
    QVERIFY(found);
    QTest::mouseClick(found, Qt::LeftButton);
}

} // namespace

/// What happens when the window is closed, when the program is killed, and how the window opens.
class TestClosing : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void closingAsksOnceAndKeepsReceiving()
    {
        const AskingFolder folder;
        Program program(folder.path());
        QVERIFY(program.isShown());
        MainWindow &window = *program.session.window();
        QTRY_VERIFY(!program.session.receiver().url().isEmpty());
        window.close();
        QVERIFY(window.isVisible());
        QVERIFY(question(window));
        window.close(); // a second time: still one question
        QCOMPARE(window.findChildren<QMessageBox *>(u"closeQuestion"_s).size(), 1);
        QVERIFY(question(window)->text().contains(u"No push"_s));
        press(window, u"closeKeep"_s);
        QVERIFY(!window.isVisible());
        QVERIFY(!QGuiApplication::quitOnLastWindowClosed());
        QVERIFY(!program.session.receiver().url().isEmpty());
        window.comeForward();
        QVERIFY(window.isVisible());
        QVERIFY(QGuiApplication::quitOnLastWindowClosed());
        QTRY_VERIFY(!question(window));
        window.close();
        QVERIFY(!question(window));
        QVERIFY(!window.isVisible());
        program.session.quit();
    }

    void quittingIsRemembered()
    {
        const AskingFolder folder;
        Program program(folder.path());
        QVERIFY(program.isShown());
        MainWindow &window = *program.session.window();
        QTRY_VERIFY(!program.session.receiver().url().isEmpty());
        window.close();
        press(window, u"closeQuit"_s);
        QTRY_VERIFY(!window.isVisible());
        QTRY_VERIFY(settingsIn(folder).contains("closePolicy=2"));
        QVERIFY(QGuiApplication::quitOnLastWindowClosed());
        window.show();
        QVERIFY(window.close());
        QTRY_VERIFY(!question(window));
    }

    void cancelAndOnlyThisTime()
    {
        const AskingFolder folder;
        Program program(folder.path());
        QVERIFY(program.isShown());
        MainWindow &window = *program.session.window();
        QTRY_VERIFY(!program.session.receiver().url().isEmpty());
        window.close();
        question(window)->reject();
        QVERIFY(window.isVisible());
        QTRY_VERIFY(!question(window));
        window.close();
        question(window)->findChild<QCheckBox *>(u"closeAlways"_s)->setChecked(false);
        press(window, u"closeKeep"_s);
        QVERIFY(!window.isVisible());
        QVERIFY(settingsIn(folder).contains("closePolicy=0"));
        window.comeForward();
        QTRY_VERIFY(!question(window));
        window.close();
        QVERIFY(question(window));
    }

    void theSettingHoldsAtOnce()
    {
        const AskingFolder folder;
        Program program(folder.path());
        QVERIFY(program.isShown());
        MainWindow &window = *program.session.window();
        auto *policy = window.findChild<QComboBox *>(u"closePolicy"_s);
        QVERIFY(policy);
        QCOMPARE(policy->currentIndex(), static_cast<int>(ClosePolicy::Ask));
        policy->setCurrentIndex(static_cast<int>(ClosePolicy::KeepReceiving));
        QTRY_VERIFY(!program.session.receiver().url().isEmpty());
        window.close();
        QVERIFY(!question(window));
        QVERIFY(!window.isVisible());
    }

    /// As after a kill: the window that wrote it is still open.
    void stateIsKeptWithoutClosing()
    {
        const QTemporaryDir folder, later;
        Program program(folder.path());
        QVERIFY(program.isShown());
        MainWindow &window = *program.session.window();
        program.session.view().setPeriod({PeriodKind::Last7Days, {}});
        window.showPage(window.pageIndex(CallsPageId));
        auto *calls = qobject_cast<CallsPage *>(window.page(CallsPageId));
        CallFilter filter = calls->filter();
        filter.results = {u"9"_s};
        filter.numberContains = u"6119"_s;
        filter.answered = true;
        filter.drill.tries = 2;
        calls->showFilter(filter);
        QTRY_VERIFY(settingsIn(folder).contains("answered"));
        QVERIFY(QFile::copy(folder.filePath(u"window.ini"_s), later.filePath(u"window.ini"_s)));
        Program again(later.path());
        QVERIFY(again.isShown());
        MainWindow &second = *again.session.window();
        QCOMPARE(second.currentPage()->objectName(), CallsPageId);
        QCOMPARE(again.session.view().period().kind, PeriodKind::Last7Days);
        CallFilter read = qobject_cast<CallsPage *>(second.page(CallsPageId))->filter();
        read.range = filter.range;
        QVERIFY(!settingsIn(folder).contains("6119")); // what names a person is not written unless somebody saves it
        filter.numberContains.clear();
        QCOMPARE(read, filter);
    }

    void theFirstWindowFitsItsScreen()
    {
        const QSize free = QGuiApplication::primaryScreen()->availableSize();
        QWidget small, large;
        fitFirst(small, free / 2);
        QCOMPARE(small.size(), free / 2);
        fitFirst(large, free + QSize(1, 1));
        QCOMPARE(large.width(), free.width());
        QVERIFY(large.height() <= free.height() && large.height() > free.height() * 9 / 10);
    }

    void aRestoredWindowFitsItsScreen()
    {
        const QRect free = QGuiApplication::primaryScreen()->availableGeometry();
        for (const QRect &remembered : {QRect(free.right() - 20, free.bottom() - 20, 600, 400),
                                        QRect(-500, -300, 600, 400), QRect(0, 0, 4000, 3000)}) {
            QWidget window;
            window.setGeometry(remembered);
            fitRestored(window);
            QVERIFY(free.contains(window.geometry()));
        }
    }

    void aDemoSaysSoAndHasHistory()
    {
        const QTemporaryDir folder;
        Program program(folder.path(), u"en"_s, true);
        QVERIFY(program.isShown());
        MainWindow &window = *program.session.window();
        QVERIFY(window.windowTitle().contains(u"demo"_s));
        QVERIFY(window.findChild<QLabel *>(u"demoNote"_s)->isVisible());
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        QVERIFY(totalsOf(program, {0, now - 12 * DayMs}).calls > 100);
        QVERIFY(totalsOf(program, {now - 12 * DayMs, now}).calls > 10'000);
        const qint64 before = totalsOf(program, {}).accepted;
        QTRY_VERIFY_WITH_TIMEOUT(totalsOf(program, {}).accepted > before + 5, 60'000);
        for (const TaskTotals &task : totalsOf(program, {}).tasks)
            QVERIFY2(program.session.feed().taskName(task.taskId) != task.taskId, qPrintable(task.taskId));
        window.close(); // without a question
        QVERIFY(!window.isVisible());
    }
};

QTEST_MAIN(TestClosing)
#include "test_closing.moc"
