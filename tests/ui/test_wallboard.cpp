// SPDX-License-Identifier: GPL-3.0-or-later
#include "board_fixture.h"
#include "page_fixture.h"

#include "ui/wallboard/wall_slides.h"
#include "ui/wallboard/wallboard.h"

#include <QSignalSpy>
#include <QTest>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

namespace {

const Format English{QLocale::c(), QTimeZone::utc()};

LiveSnapshot threeCampaigns()
{
    BoardFixture board;
    board.add(u"a"_s, 0, u"0"_s, true, 30, 60'000);
    board.add(u"a"_s, 15, u"28"_s, false, 70);
    board.add(u"b"_s, 30, u"5"_s, false, 200);
    board.add(u"c"_s, 30, u"5"_s, false, 7);
    board.addAwaiting(u"c"_s, 30, 3);
    return board.snapshot();
}

QList<WallSlide> slides()
{
    const auto name = [](const QString &id) { return id.toUpper(); };
    return wallSlides(threeCampaigns(), {{u"a"_s, {90, 25}}}, name, English);
}

/// The board of a fixture with two campaigns' calls, shown in the size of a screen.
void show(Wallboard &wall)
{
    wall.resize(1280, 720);
    wall.show();
}

} // namespace

class TestWallboard : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin).*"_s)); }

    void contactsThatAreNotKnownPrintADash()
    {
        const auto name = [](const QString &id) { return id; };
        const QList<WallSlide> all = wallSlides(threeCampaigns(), {{u"a"_s, {0, 0, false}}}, name, English);
        QCOMPARE(all.at(2).figures.constLast().figure, u"–"_s);
        QCOMPARE(all.at(1).figures.constLast().figure, u"0"_s);
    }

    void overviewThenCampaignsByAttempts()
    {
        const QList<WallSlide> all = slides();
        QCOMPARE(all.size(), 4);
        QCOMPARE(all.at(0).title, u"All campaigns"_s);
        QCOMPARE(all.at(1).title, u"B"_s);
        QCOMPARE(all.at(2).title, u"A"_s);
        QCOMPARE(all.at(3).title, u"C"_s);
        QCOMPARE(all.at(0).rows.size(), 3);
    }

    void campaignsInTroubleComeFirst()
    {
        const auto name = [](const QString &id) { return id.toUpper(); };
        const QList<WallSlide> all = wallSlides(threeCampaigns(), {}, name, English, {u"c"_s, u"a"_s, u"gone"_s});
        QCOMPARE(all.at(1).title, u"C"_s);
        QCOMPARE(all.at(2).title, u"A"_s);
        QCOMPARE(all.at(3).title, u"B"_s);
        QCOMPARE(all.at(0).rows.constFirst().name, u"C"_s);
    }

    void figuresAreThoseOfTheBoard()
    {
        const LiveSnapshot snapshot = threeCampaigns();
        const QList<WallSlide> all = slides();
        QCOMPARE(all.at(0).figures.size(), metricsAt(&MetricPlaces::wall).size());
        QCOMPARE(all.at(0).figures.at(0).figure, QString::number(snapshot.total.attempts));
        QCOMPARE(all.at(2).figures.at(0).figure, u"100"_s);
        QCOMPARE(all.at(2).figures.at(1).figure, u"30.0\u00a0%"_s);
        QCOMPARE(all.at(2).figures.at(1).detail, u"30 of 100"_s);
        QCOMPARE(all.at(2).figures.at(4).figure, u"70.0\u00a0%"_s);
        QCOMPARE(all.at(2).figures.at(4).ink, ColorRole::Bad);
        QCOMPARE(all.at(2).figures.at(7).figure, u"25"_s);
        QCOMPARE(all.at(2).figures.at(7).detail, u"27.8\u00a0% of 90 tried"_s);
        QCOMPARE(all.at(3).figures.at(5).figure, u"3"_s);
        qint64 sum = 0;
        for (const WallRow &row : all.at(0).rows)
            sum += row.figures.constFirst().figure.toLongLong();
        QCOMPARE(sum, snapshot.total.attempts);
    }

    void emptyBoardHasAnOverviewOnly()
    {
        const QList<WallSlide> all = wallSlides(
            BoardFixture().snapshot(), {}, [](const QString &id) { return id; }, English);
        QCOMPARE(all.size(), 1);
        QCOMPARE(all.at(0).figures.at(1).figure, u"–"_s);
    }

    void darkWhateverTheTheme()
    {
        PageFixture fixture; // a light one
        QVERIFY(fixture.theme.kind() == ThemeKind::Light);
        Wallboard wall(fixture.services());
        show(wall);
        const QImage picture = wall.grab().toImage();
        QCOMPARE(picture.pixelColor(3, 3), Theme(ThemeKind::Dark).ink(ColorRole::Window));
        QCOMPARE(picture.pixelColor(1270, 715), Theme(ThemeKind::Dark).ink(ColorRole::Window));
    }

    void keysTurnAndLeave()
    {
        PageFixture fixture;
        fixture.pushCall(1, 60);
        fixture.view.setPeriod({PeriodKind::LastHour, {}});
        QTRY_VERIFY(fixture.feed.board().isLoaded());
        Wallboard wall(fixture.services());
        QSignalSpy left(&wall, &Wallboard::left);
        show(wall);
        QTRY_COMPARE(wall.slides().size(), 2);
        QCOMPARE(wall.currentSlide(), 0);
        QTest::keyClick(&wall, Qt::Key_Right);
        QCOMPARE(wall.currentSlide(), 1);
        QTest::keyClick(&wall, Qt::Key_Right);
        QCOMPARE(wall.currentSlide(), 0);
        QTest::keyClick(&wall, Qt::Key_Left);
        QCOMPARE(wall.currentSlide(), 1);
        QVERIFY(wall.accessibleDescription().startsWith(wall.slides().at(1).title));
        QVERIFY(!wall.accessibleDescription().contains(u"paused"_s));
        QTest::keyClick(&wall, Qt::Key_Space);
        QVERIFY(wall.accessibleDescription().contains(u"paused"_s));
        QTest::keyClick(&wall, Qt::Key_Escape);
        QVERIFY(!wall.isVisible());
        show(wall);
        QTest::keyClick(&wall, Qt::Key_F11);
        QVERIFY(!wall.isVisible());
        QCOMPARE(left.size(), 2);
    }

    void alertsStandInRed()
    {
        PageFixture fixture;
        Wallboard wall(fixture.services());
        show(wall);
        const QColor red = Theme(ThemeKind::Light).ink(ColorRole::Bad);
        const auto isRedBelow = [&] { return wall.grab().toImage().pixelColor(640, 680) == red; };
        QVERIFY(!isRedBelow());
        fixture.alertRunner.start();
        QTRY_VERIFY(fixture.alerts.isLoaded());
        fixture.alerts.saveRule({.metric = Metric::Attempts, .threshold = 2, .clearThreshold = 1, .windowMinutes = 15});
        for (int i = 0; i < 3; ++i)
            fixture.pushCall(i, 60);
        QTRY_VERIFY(isRedBelow());
    }

    void fitsEveryScreen()
    {
        PageFixture fixture;
        Wallboard wall(fixture.services());
        for (const QSize size :
             {QSize(800, 480), QSize(1280, 720), QSize(3840, 2160), QSize(1080, 1920), QSize(1, 1)}) {
            wall.resize(size);
            QVERIFY(!wall.grab().isNull());
        }
    }
};

QTEST_MAIN(TestWallboard)
#include "test_wallboard.moc"
