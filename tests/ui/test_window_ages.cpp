// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody sets the computer's clock by hours, days and years, back and forth, while the window is open: every age that
// it shows stays right. The control, an age by that clock, must be wrong.
#include "page_fixture.h"
#include "tests/store/fake_clocks.h"

#include "store/apply/batch_applier.h"
#include "store/database/schema.h"
#include "ui/live/campaign_model.h"
#include "ui/live/live_page.h"
#include "ui/wallboard/wallboard.h"
#include "ui/window/status_bar.h"

#include <QBuffer>
#include <QLabel>
#include <QSvgGenerator>
#include <QTableView>
#include <QTest>

#include <array>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

namespace {

constexpr std::array<qint64, 14> Jumps{HourMs,      -HourMs,      5 * HourMs,    -5 * HourMs,   DayMs,
                                       -DayMs,      3 * DayMs,    -3 * DayMs,    91 * DayMs,    -91 * DayMs,
                                       200 * DayMs, -200 * DayMs, 7'300 * DayMs, -7'300 * DayMs};
constexpr int Patience = 60'000;
constexpr qint64 AgeMs = 7 * MinuteMs + 20'000;

/// The widget shows everything anew, at once.
void renew(QWidget &widget)
{
    QEvent event(QEvent::LanguageChange);
    QCoreApplication::sendEvent(&widget, &event);
}

/// A message that an earlier program stored.
void pushInto(const StoreUrl &url, qint64 arrivedAt)
{
    Connection connection(url, Access::Write);
    migrateSchema(connection);
    BatchApplier applier(connection);
    applier.load();
    Arrival arrival;
    arrival.arrivedAt = arrivedAt;
    arrival.body = R"({"call_uuid":"a","task_id":"7","task_row_index":1,"direction":2,"time_hangup":)"
        + QByteArray::number(arrivedAt) + '}';
    arrival.content = std::get<PartMessage>(parsePush(arrival.body));
    applier.apply({arrival});
}

/// The texts that are painted.
QByteArray painted(QWidget &widget)
{
    QByteArray picture;
    QBuffer buffer(&picture);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(widget.size());
    widget.render(&generator);
    return picture;
}

QString campaignCell(const QWidget &page, int column)
{
    const auto *table = page.findChild<QTableView *>(u"campaignTable"_s);
    const QAbstractItemModel *model = table ? table->model() : nullptr;
    return model && model->rowCount() == 1 ? model->index(0, column).data().toString() : QString();
}

} // namespace

class TestWindowAges : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void agesOfTheLastPush();
    void agesOfAnEarlierRun();
};

void TestWindowAges::agesOfTheLastPush()
{
    FakeClocks time(QDateTime::currentMSecsSinceEpoch());
    PageFixture fixture({}, {}, time.clocks());
    const Services services = fixture.services(); // the strip has a reference
    StatusBar strip(services);
    LivePage live(services);
    Wallboard wall(services);
    wall.resize(1280, 720);
    live.setActive(true);
    int shown = 0, wrong = 0, wrongByWall = 0;
    for (const qint64 jump : Jumps) {
        fixture.pushCall(++shown, 60);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.feed.lastPushAt(), time.wall(), Patience);
        const qint64 pushedAt = time.wall();
        QTRY_COMPARE_WITH_TIMEOUT(campaignCell(live, CampaignModel::LastPush), u"0 s ago"_s, Patience);
        time.pass(AgeMs);
        time.move(jump);
        renew(strip);
        renew(live);
        wrong += strip.findChild<QLabel *>(u"lastPush"_s)->text() != u"last push 7 min ago"_s;
        wrong += campaignCell(live, CampaignModel::LastPush) != u"7 min ago"_s;
        wrong += !painted(wall).contains("last push 7 min ago");
        wrongByWall += ageOf(pushedAt, time.wall()) != AgeMs;
    }
    qInfo("%d jumps, 3 ages each: %d wrong; control: %d wrong by the clock on the wall", shown, wrong, wrongByWall);
    QCOMPARE(wrong, 0);
    QCOMPARE(wrongByWall, shown);
}

/// The clock was a day ahead when the last push came, in an earlier run: it came now, and from then on time goes by.
void TestWindowAges::agesOfAnEarlierRun()
{
    FakeClocks time(QDateTime::currentMSecsSinceEpoch());
    const qint64 ahead = time.wall() + 5 * MinuteMs;
    PageFixture fixture([ahead](const StoreUrl &url) { pushInto(url, ahead); }, {}, time.clocks());
    Period today; // to its end, so that the call of the future is in it
    today.custom = {ahead - DayMs, ahead + DayMs};
    today.kind = PeriodKind::Custom;
    fixture.view.setPeriod(today);
    const Services services = fixture.services(); // the strip has a reference
    StatusBar strip(services);
    LivePage live(services);
    live.setActive(true);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.feed.lastPushAt(), time.wall(), Patience);
    QTRY_VERIFY_WITH_TIMEOUT(!campaignCell(live, CampaignModel::LastPush).isEmpty(), Patience);
    const qint64 before = fixture.feed.lastPushOf(u"7"_s);
    QVERIFY(before > 0 && before <= time.wall());
    time.pass(20 * MinuteMs);
    time.move(-HourMs);
    renew(strip);
    renew(live);
    QCOMPARE(strip.findChild<QLabel *>(u"lastPush"_s)->text(), u"last push 20 min ago"_s);
    QCOMPARE(fixture.feed.nowMs() - fixture.feed.lastPushOf(u"7"_s), time.wall() + HourMs - before);
}

QTEST_MAIN(TestWindowAges)
#include "test_window_ages.moc"
