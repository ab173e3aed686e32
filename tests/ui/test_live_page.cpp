// SPDX-License-Identifier: GPL-3.0-or-later
#include "page_fixture.h"

#include "ui/live/live_page.h"

#include <QTest>

using namespace callboard;
using namespace callboard::test;

/// The page Live shows figures as soon as there are some, whichever came first.
class TestLivePage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void callsBeforeThePage()
    {
        PageFixture fixture;
        fixture.pushCall(1, 60);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.feed.overview().calls, 1, Patience);
        const Services services = fixture.services();
        const LivePage live(services);
        QVERIFY(!live.showsWelcome());
    }

    void callsAfterThePage()
    {
        PageFixture fixture;
        const Services services = fixture.services();
        const LivePage live(services);
        QVERIFY(live.showsWelcome());
        fixture.pushCall(1, 60);
        QTRY_VERIFY_WITH_TIMEOUT(!live.showsWelcome(), Patience);
    }

private:
    static constexpr int Patience = 60'000;
};

QTEST_MAIN(TestLivePage)
#include "test_live_page.moc"
