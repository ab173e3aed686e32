// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database/connection.h"
#include "store/database/schema.h"
#include "store/settings/alert_table.h"
#include "store/write/store_writer.h"
#include "store_fixture.h"

#include <QTest>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

class TestStoreAlerts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void rulesAreReplacedAndRemoved()
    {
        const StoreFixture fixture;
        {
            StoreWriter writer(fixture.url());
            QVERIFY(writer.startAndWait(nullptr));
            writer.saveAlertRule({1000, u"{\"a\":1}"_s});
            writer.saveAlertRule({2, u"{}"_s});
            writer.saveAlertRule({1000, u"{\"a\":2}"_s});
            writer.saveAlertRule({3, u"{}"_s});
            writer.removeAlertRule(3);
            writer.removeAlertRule(4); // never there
        }
        Connection reader(fixture.url(), Access::Read);
        const QList<AlertRuleRow> expected{{2, u"{}"_s}, {1000, u"{\"a\":2}"_s}};
        QCOMPARE(loadAlertRules(reader), expected);
    }

    void alertsAreRaisedAcknowledgedAndCleared()
    {
        const StoreFixture fixture;
        AlertRow first{Noon, 2, u"7"_s, 0, 0, u"{}"_s};
        const AlertRow second{Noon, 1, {}, 0, 0, {}};
        const AlertRow later{Noon + 1, 2, u"7"_s, Noon + 9, 0, u"later"_s};
        {
            StoreWriter writer(fixture.url());
            QVERIFY(writer.startAndWait(nullptr));
            writer.saveAlerts({first, second, later}, nullptr, {});
            first.acknowledgedAt = Noon + 5;
            writer.saveAlerts({first}, nullptr, {});
        }
        Connection reader(fixture.url(), Access::Read);
        QCOMPARE(countAlerts(reader), 3);
        const QList<AlertRow> open = loadOpenAlerts(reader);
        QCOMPARE(open.size(), 2);
        QCOMPARE(open.at(0).ruleId, 1);
        QCOMPARE(open.at(0).taskId, QString());
        QCOMPARE(open.at(1), first);
        QCOMPARE(loadAlerts(reader, 10).size(), 3);
        QCOMPARE(loadAlerts(reader, 1).constFirst(), later);
    }

    void clearedOnesAreNotOpenAfterARestart()
    {
        const StoreFixture fixture;
        for (const qint64 clearedAt : {0LL, Noon + 4}) {
            StoreWriter writer(fixture.url());
            QVERIFY(writer.startAndWait(nullptr));
            writer.saveAlerts({{Noon, 2, u"7"_s, clearedAt, 0, u"{}"_s}}, nullptr, {});
            writer.stop();
            Connection reader(fixture.url(), Access::Read);
            QCOMPARE(loadOpenAlerts(reader).size(), clearedAt == 0 ? 1 : 0);
            QCOMPARE(countAlerts(reader), 1);
        }
    }

    void hoursOfTasks()
    {
        const StoreFixture fixture;
        Connection connection(fixture.url(), Access::Write);
        migrateSchema(connection);
        connection.execute(u"INSERT INTO task (task_id, calling_hours) VALUES ('7', '[1]'), ('8', '')"_s);
        QCOMPARE(loadCallingHours(connection), (QHash<QString, QString>{{u"7"_s, u"[1]"_s}}));
    }

    void olderStoreGetsTheTables()
    {
        const StoreFixture fixture;
        Connection connection(fixture.url(), Access::Write);
        migrateSchema(connection);
        forgetStepsAfter(connection, 2);
        migrateSchema(connection);
        QCOMPARE(countAlerts(connection), 0);
        QVERIFY(QFile::exists(fixture.path(u"calls.db.before-step-3"_s)));
    }
};

QTEST_GUILESS_MAIN(TestStoreAlerts)
#include "test_store_alerts.moc"
