// SPDX-License-Identifier: GPL-3.0-or-later
#include "page_fixture.h"

#include "ui/live/campaign_delegate.h"
#include "ui/live/campaign_model.h"
#include "ui/live/campaign_table.h"
#include "ui/live/live_page.h"

#include <QTest>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

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

    /// Figures are whole in a narrow table, too; then come the names.
    void campaignsOfManyCalls()
    {
        const Format format(QLocale(QLocale::English), QTimeZone::utc());
        const Theme theme;
        CampaignModel model(format);
        CampaignTable table(model, theme);
        table.resize(640, 300);
        table.show();
        CampaignRow row;
        row.name = u"Nine signs"_s;
        row.figures.taskId = u"7"_s;
        row.figures.tally.calls = row.figures.tally.attempts = 38'412'345;
        model.setRows({row}, 0);
        const auto isWhole = [&](int column) {
            const QString text = model.index(0, column).data().toString();
            return table.columnWidth(column)
                >= CampaignDelegate::widthFor(QFontMetrics(table.font()).horizontalAdvance(text));
        };
        QCOMPARE(model.index(0, CampaignModel::Attempts).data().toString(), u"38,412,345"_s);
        for (int column = 0; column < model.columnCount(); ++column)
            QVERIFY(table.isColumnHidden(column) || column == CampaignModel::Campaign || isWhole(column));
        table.resize(1'000, 300);
        QVERIFY(isWhole(CampaignModel::Campaign));
        QVERIFY(isWhole(CampaignModel::Attempts));
    }

private:
    static constexpr int Patience = 60'000;
};

QTEST_MAIN(TestLivePage)
#include "test_live_page.moc"
