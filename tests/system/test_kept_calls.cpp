// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/kept_store.h"
#include "programs.h"

#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

/// What callboardctl says of a store whose older calls are no longer kept: no figure over contacts that would be wrong,
/// and from when on calls are there.
class TestKeptCalls : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_old.make(store());
        m_before = ask({u"totals"_s, u"--json"_s}).json().object();
        QCOMPARE(m_old.faults(store()), QStringList()); // which lets retention go on to its end
    }

    void totalsHaveNoContactsOfThePast()
    {
        const Outcome all = ask({u"totals"_s, u"--json"_s});
        const QJsonObject now = all.json().object();
        QCOMPARE(now.value(u"calls"_s), m_before.value(u"calls"_s));
        QCOMPARE(now.value(u"parts"_s), m_before.value(u"parts"_s));
        const QJsonArray tasks = now.value(u"tasks"_s).toArray();
        QCOMPARE(tasks.size(), 3);
        for (const auto &task : tasks)
            QVERIFY(task.toObject().value(u"contacts"_s).isNull());
        QVERIFY2(all.err.contains("Calls are kept since"), all.err.constData());
        QVERIFY(!m_before.contains(u"calls_kept_since"_s) && now.contains(u"calls_kept_since"_s));
    }

    void totalsOfALaterPeriodHaveThem()
    {
        const QString from = QDateTime::currentDateTimeUtc().addDays(-20).toString(Qt::ISODate);
        const Outcome later = ask({u"totals"_s, u"--json"_s, u"--from"_s, from});
        const QJsonArray tasks = later.json().object().value(u"tasks"_s).toArray();
        QCOMPARE(tasks.size(), 3);
        for (const auto &task : tasks)
            QVERIFY(task.toObject().value(u"contacts"_s).toInteger() > 0);
        QVERIFY(!later.err.contains("kept") && !later.json().object().contains(u"calls_kept_since"_s));
    }

    void reportsLeaveThemEmpty()
    {
        const QString file = m_dir.filePath(u"tasks.csv"_s);
        const QStringList columns{u"--columns"_s,
                                  u"task_id,attempts,contacts,attempts_per_contact,contact_connect_rate"_s};
        const Outcome made =
            ask(QStringList{u"report"_s, u"tasks"_s, u"--format"_s, u"csv"_s, u"--output"_s, file} + columns);
        QVERIFY2(made.code == 0, made.err.constData());
        QFile csv(file);
        QVERIFY(csv.open(QIODevice::ReadOnly));
        const QByteArray text = csv.readAll();
        QVERIFY2(text.contains("Calls are kept since"), text.constData());
        int rows = 0;
        for (const QByteArray &line : text.split('\n'))
            rows += line.trimmed().endsWith(",,,") ? 1 : 0;
        QVERIFY2(rows == 5, text.constData()); // three campaigns, calls without one, and the total
    }

    void aRebuildSaysWhatIsNoLongerKept()
    {
        const QJsonObject rebuilt = ask({u"rebuild"_s, u"--json"_s}).json().object();
        const qint64 kept = rebuilt.value(u"calls_made"_s).toInteger() + rebuilt.value(u"calls_left"_s).toInteger();
        QCOMPARE(kept, m_old.kept().size());
        QCOMPARE(rebuilt.value(u"calls_no_longer_kept"_s).toInteger(), m_before.value(u"calls"_s).toInteger() - kept);
        const Outcome words = ask({u"rebuild"_s});
        QVERIFY2(words.out.contains("are no longer kept"), words.out.constData());
        QVERIFY2(!words.out.contains("the journal does not have all of their messages"), words.out.constData());
        QVERIFY2(words.out.endsWith("counts stay as they were.\n"), words.out.constData());
        const Outcome verified = ask({u"verify"_s});
        QCOMPARE(verified.code, 0);
        QVERIFY2(verified.out.contains("Recounted since"), verified.out.constData());
    }

private:
    QString store() const { return m_dir.filePath(u"calls.db"_s); }
    Outcome ask(const QStringList &arguments) const
    {
        return runCtl(QStringList(arguments) << u"--store"_s << u"sqlite:"_s + store());
    }

    QTemporaryDir m_dir;
    KeptStore m_old;
    QJsonObject m_before;
};

QTEST_GUILESS_MAIN(TestKeptCalls)
#include "test_kept_calls.moc"
