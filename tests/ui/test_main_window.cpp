// SPDX-License-Identifier: GPL-3.0-or-later
#include "running_program.h"
#include "screens/seeded_store.h"

#include "receiver/server/receiver.h"
#include "ui/calls/calls_saved.h"
#include "ui/campaigns/campaign_view.h"
#include "ui/campaigns/campaigns_page.h"
#include "ui/live/live_charts.h"
#include "ui/live/live_page.h"
#include "ui/live/tile.h"
#include "ui/session/appearance.h"
#include "ui/window/application_session.h"
#include "ui/window/main_window.h"
#include "ui/window/page_table.h"

#include <QApplication>
#include <QDialog>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTableView>
#include <QTest>

#include <future>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray finishedCall(const QString &uuid, bool outboundPart)
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    QJsonObject call{{u"call_uuid"_s, uuid},           {u"direction"_s, 2},
                     {u"task_id"_s, u"1001"_s},        {u"time_dial"_s, now - 30'000},
                     {u"time_answer"_s, now - 20'000}, {u"time_hangup"_s, now},
                     {u"callee"_s, u"19900000001"_s}};
    if (outboundPart) {
        call.insert(u"task_row_index"_s, 1);
        call.insert(u"task_result"_s, u"0"_s);
    }
    return QJsonDocument(call).toJson();
}

QByteArray post(const QUrl &url, const QByteArray &body)
{
    QNetworkAccessManager network;
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, "application/json"_L1);
    QNetworkReply *reply = network.post(request, body);
    QSignalSpy finished(reply, &QNetworkReply::finished);
    return finished.wait(10'000) ? reply->readAll() : QByteArray();
}

int indexOf(QLatin1StringView id)
{
    const auto pages = pageTable();
    const auto found =
        std::find_if(pages.begin(), pages.end(), [id](const PageEntry &entry) { return entry.id == id; });
    return static_cast<int>(found - pages.begin());
}

qint64 countOf(ReaderPool &readers, const CallFilter &filter)
{
    QObject context;
    qint64 count = -1;
    readers.ask<qint64>(
        &context, [filter](Connection &connection) { return countCalls(connection, filter); },
        [&count](const qint64 &answer) { count = answer; });
    return QTest::qWaitFor([&count] { return count >= 0; }, 120'000) ? count : -1;
}

} // namespace

/// The charts of the Live page, in their order.
enum Charts : std::size_t { Slices, Results, Rates, Talk };

class TestMainWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void welcomeTurnsIntoLiveAtTheFirstPush()
    {
        const QTemporaryDir folder;
        Program program(folder.path());
        QVERIFY(program.isShown());
        QVERIFY(program.live()->showsWelcome());
        QCOMPARE(post(program.session.receiver().url(), finishedCall(u"a"_s, false)), "\"success\"");
        QTRY_VERIFY(!program.live()->showsWelcome());
        QTRY_COMPARE(program.figure(0), u"1"_s);
        QTRY_COMPARE(program.figure(6), u"1"_s);
        QCOMPARE(post(program.session.receiver().url(), finishedCall(u"a"_s, true)), "\"success\"");
        QTRY_COMPARE(program.figure(6), u"0"_s);
        QCOMPARE(program.figure(0), u"1"_s);
        QTRY_COMPARE(program.figure(1), u"100.0\u00a0%"_s);
    }

    void languageAndThemeSwitchWhileRunning()
    {
        const QTemporaryDir folder;
        {
            Program program(folder.path());
            QVERIFY(program.isShown());
            QCOMPARE(post(program.session.receiver().url(), finishedCall(u"a"_s, true)), "\"success\"");
            QTRY_COMPARE(program.figure(0), u"1"_s);
            program.session.appearance().setLanguage(u"zh_CN"_s);
            QTRY_COMPARE(program.live()->tiles().at(0)->figure().name, u"外呼量"_s);
            QCOMPARE(program.session.window()->windowTitle(), u"话单看板"_s);
            program.session.appearance().setTheme(ThemeKind::Dark);
            QVERIFY(qApp->palette().color(QPalette::Window).lightness() < 60);
        }
        Program again(folder.path());
        QVERIFY(again.isShown());
        QCOMPARE(again.session.appearance().language(), u"zh_CN"_s);
        QCOMPARE(again.session.appearance().theme().kind(), ThemeKind::Dark);
        again.session.appearance().setLanguage(u"en"_s);
    }

    void keysReachEveryPage()
    {
        const QTemporaryDir folder;
        Program program(folder.path());
        QVERIFY(program.isShown());
        MainWindow *window = program.session.window();
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window));
        for (int i = static_cast<int>(pageTable().size()) - 1; i >= 0; --i) {
            QTest::keyClick(window, static_cast<Qt::Key>(Qt::Key_1 + i), Qt::ControlModifier);
            QCOMPARE(window->currentPage()->objectName(), pageTable()[static_cast<std::size_t>(i)].id);
        }
        QTest::keyClick(window, Qt::Key_F1);
        QTRY_VERIFY(window->findChild<QDialog *>() != nullptr);
    }

    void savedFiltersAreWrittenAtOnce()
    {
        const QTemporaryDir folder;
        Program program(folder.path());
        QVERIFY(program.isShown());
        program.session.window()->findChild<CallsSaved *>()->put({u"Mornings"_s, {}, {}, {}, {}, {}});
        const auto onDisk = [&folder] {
            QFile file(folder.filePath(u"window.ini"_s));
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        QTRY_VERIFY(onDisk().contains("Mornings")); // the window is still open
    }

    void stateSurvivesARestart()
    {
        const QTemporaryDir folder;
        {
            Program program(folder.path());
            QVERIFY(program.isShown());
            program.session.view().setPeriod({PeriodKind::Last24Hours, {}});
            program.session.view().setTaskIds({u"1001"_s});
            program.session.window()->showPage(indexOf(CallsPageId));
            program.session.window()->close();
        }
        Program again(folder.path());
        QVERIFY(again.isShown());
        QCOMPARE(again.session.view().period().kind, PeriodKind::Last24Hours);
        QCOMPARE(again.session.view().taskIds(), QStringList{u"1001"_s});
        QCOMPARE(again.session.window()->currentPage()->objectName(), CallsPageId);
    }

    void everyFigureLeadsToExactlyItsCalls()
    {
        const QTemporaryDir folder;
        const StoreUrl url = StoreUrl::ofFile(folder.filePath(u"calls.db"_s));
        std::async(std::launch::async, seedStore, url, 3'000, 2, 5, 11).get();
        Program program(folder.path());
        QVERIFY(program.isShown());
        program.session.view().setPeriod({PeriodKind::Last24Hours, {}});
        LivePage *live = program.live();
        // Drawn, with the contacts: nothing moves any more in a store that nobody writes.
        QTRY_VERIFY(live->tiles().at(7)->figure().ratio.denominator > 0);
        QTRY_COMPARE(live->tiles().at(0)->figure().ratio.numerator, live->snapshot().total.attempts);
        QVERIFY(live->snapshot().total.attempts > 0);
        const LiveSnapshot snapshot = live->snapshot();
        for (const Tile *tile : live->tiles()) {
            if (tile->figure().metric == Metric::ContactsReached)
                continue;
            // The period moves on: tile and snapshot have to be of one moment.
            const auto agrees = [&] {
                const TileFigure figure = tile->figure();
                const qint64 counted = figure.metric == Metric::Acd ? figure.ratio.denominator
                    : figure.metric == Metric::CallsPerMinute       ? live->snapshot().total.calls
                                                                    : figure.ratio.numerator;
                return countOf(program.session.readers(), figure.calls) == counted;
            };
            QTRY_VERIFY2_WITH_TIMEOUT(agrees(), qPrintable(tile->figure().name), 60'000);
        }
        for (int i = 0; i < snapshot.results.size(); ++i) {
            const CallFilter filter = liveCharts()[Results].calls(snapshot, i, i, -1);
            if (filter.results.isEmpty())
                continue;
            qint64 expected = 0;
            for (const ResultFigures &result : snapshot.results)
                expected += result.result == filter.results.constFirst() ? result.tally.attempts : 0;
            QCOMPARE(countOf(program.session.readers(), filter), expected);
        }
        const int newest = static_cast<int>(snapshot.slices.size()) - 5;
        for (int series = 0; series < OutcomeClassCount; ++series) {
            QCOMPARE(countOf(program.session.readers(), liveCharts()[Slices].calls(snapshot, newest, newest, series)),
                     snapshot.slices[newest].figures.byClass[static_cast<std::size_t>(series)]);
        }
        for (int talkClass = 0; talkClass < TalkClassCount; ++talkClass) {
            QCOMPARE(countOf(program.session.readers(), liveCharts()[Talk].calls(snapshot, talkClass, talkClass, -1)),
                     snapshot.total.talkClasses[static_cast<std::size_t>(talkClass)]);
        }
    }

    void tileClickOpensCalls()
    {
        const QTemporaryDir folder;
        Program program(folder.path());
        QVERIFY(program.isShown());
        QCOMPARE(post(program.session.receiver().url(), finishedCall(u"a"_s, true)), "\"success\"");
        QTRY_COMPARE(program.figure(0), u"1"_s);
        QTest::mouseClick(program.live()->tiles().at(1), Qt::LeftButton);
        QCOMPARE(program.session.window()->currentPage()->objectName(), CallsPageId);
    }

    void campaignOfLiveOpensItsPage()
    {
        const QTemporaryDir folder;
        Program program(folder.path());
        QVERIFY(program.isShown());
        QCOMPARE(post(program.session.receiver().url(), finishedCall(u"a"_s, true)), "\"success\"");
        auto *table = program.live()->findChild<QTableView *>(u"campaignTable"_s);
        QTRY_COMPARE(table->model()->rowCount(), 1);
        table->setCurrentIndex(table->model()->index(0, 0));
        QTest::keyClick(table, Qt::Key_Return);
        MainWindow *window = program.session.window();
        QCOMPARE(window->currentPage()->objectName(), CampaignsPageId);
        auto *campaigns = qobject_cast<CampaignsPage *>(window->currentPage());
        QVERIFY(campaigns->showsOne());
        QCOMPARE(campaigns->campaign().taskId(), u"1001"_s);
        QTRY_COMPARE(campaigns->campaign().figures().tally.attempts, 1);
    }

    void everyControlHasAName()
    {
        const QTemporaryDir folder;
        Program program(folder.path());
        QVERIFY(program.isShown());
        for (int i = 0; i < static_cast<int>(pageTable().size()); ++i) {
            program.session.window()->showPage(i);
            const auto buttons = program.session.window()->findChildren<QAbstractButton *>();
            for (const QAbstractButton *button : buttons) {
                const bool isInner =
                    button->objectName().startsWith("qt_"_L1) || button->inherits("QTableCornerButton");
                if (button->isVisible() && !isInner)
                    QVERIFY2(!button->accessibleName().isEmpty() || !button->text().isEmpty(),
                             button->metaObject()->className());
            }
        }
    }
};

QTEST_MAIN(TestMainWindow)
#include "test_main_window.moc"
