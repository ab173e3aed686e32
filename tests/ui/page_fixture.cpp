// SPDX-License-Identifier: GPL-3.0-or-later
#include "page_fixture.h"

#include <QApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSemaphore>
#include <QTest>

#include <future>

namespace callboard::test {

using namespace Qt::StringLiterals;

namespace {

ReceiverConfig anyPort()
{
    ReceiverConfig config;
    config.port = 0;
    return config;
}

/// English and light, whatever the desktop has.
QString settingsIn(const QString &file)
{
    QSettings settings(file, QSettings::IniFormat);
    settings.setValue("appearance/language"_L1, u"en"_s);
    settings.setValue("appearance/theme"_L1, u"light"_s);
    return file;
}

StartupOptions optionsFor(const StoreUrl &url)
{
    StartupOptions options;
    options.store = url;
    options.receiver = anyPort();
    return options;
}

/// Waits for one receipt.
class Waiting : public ReceiptSink
{
public:
    void deliver(const QList<Receipt> &) override { m_done.release(); }
    bool wait() { return m_done.tryAcquire(1, 10'000); }

private:
    QSemaphore m_done;
};

QJsonObject callBody(int number, qint64 hangup, const QString &result)
{
    const bool answered = result == u"0"_s;
    return {{u"call_uuid"_s, u"uuid-%1"_s.arg(number)},
            {u"caller"_s, u"055196866001"_s},
            {u"callee"_s, u"1990000%1"_s.arg(number, 4, 10, QChar(u'0'))},
            {u"direction"_s, 2},
            {u"time_dial"_s, hangup - 30'000},
            {u"time_ring"_s, hangup - 28'000},
            {u"time_answer"_s, answered ? hangup - 20'000 : 0},
            {u"time_hangup"_s, hangup},
            {u"duration_call"_s, 30},
            {u"task_id"_s, u"7"_s},
            {u"task_data_id"_s, u"d%1"_s.arg(number % 10)},
            {u"task_result"_s, result},
            {u"task_tries"_s, number / 10},
            {u"task_row_head"_s, QJsonArray{u"客户手机号码"_s, u"城市"_s}},
            {u"task_row_value"_s, QJsonArray{u"0271111%1"_s.arg(number, 4, 10, QChar(u'0')), u"武汉市"_s}}};
}

StoreUrl seeded(const std::function<void(const StoreUrl &)> &seed, const StoreUrl &url)
{
    if (seed)
        std::async(std::launch::async, seed, url).get();
    return url;
}

} // namespace

PageFixture::PageFixture(const std::function<void(const StoreUrl &)> &seed, std::unique_ptr<SecretStore> keyring,
                         Clocks clocks)
    : m_clocks(std::move(clocks))
    , writer(seeded(seed, url()))
    , readers(url(), 2)
    , receiver(anyPort(), writer)
    , feed(readers, writer, view, nullptr, m_clocks)
    , alertRunner(readers, writer, {.isReceiving = [this] { return !receiver.url().isEmpty(); }, .clocks = m_clocks})
    , alerts(alertRunner, readers, writer)
    , settings(settingsIn(path(u"callboard.ini"_s)), QSettings::IniFormat)
    , preferences(settings, optionsFor(url()), std::move(keyring))
    , control(receiver, preferences, readers)
    , appearance(*qApp, settings)
{
    QString error;
    // Only now: the feed waits for the store to open.
    if (!writer.startAndWait(&error))
        qFatal("%s", qPrintable(error));
    if (!receiver.startAndWait(&error))
        qFatal("%s", qPrintable(error));
    Period period;
    period.kind = PeriodKind::Last24Hours;
    view.setPeriod(period);
}

PageFixture::~PageFixture()
{
    receiver.shutdown();
    writer.stop();
}

void PageFixture::push(const QByteArray &body)
{
    Arrival arrival;
    arrival.arrivedAt = m_clocks.wall();
    arrival.remote = u"127.0.0.1"_s;
    arrival.body = body;
    arrival.content = parsePush(body);
    const auto waiting = std::make_shared<Waiting>();
    arrival.sink = waiting;
    QVERIFY(writer.offer(std::move(arrival)));
    QVERIFY(waiting->wait());
}

void PageFixture::pushCall(int number, int secondsAgo, const QString &result)
{
    const qint64 hangup = m_clocks.wall() - secondsAgo * 1000LL;
    QJsonObject body = callBody(number, hangup, result);
    push(QJsonDocument(body).toJson());
    body.insert(u"task_row_index"_s, number);
    push(QJsonDocument(body).toJson());
}

QList<qint64> PageFixture::countsOf(const QList<CallFilter> &filters)
{
    QList<qint64> counts;
    readers.ask<QList<qint64>>(
        &view,
        [filters](Connection &connection) {
            QList<qint64> counted;
            for (const CallFilter &filter : filters)
                counted.append(countCalls(connection, filter));
            return counted;
        },
        [&counts](const QList<qint64> &counted) { counts = counted; });
    return QTest::qWaitFor([&] { return counts.size() == filters.size(); }, 60'000) ? counts : QList<qint64>();
}

QString PageFixture::lastAudit()
{
    QString found;
    readers.ask<QString>(
        &view,
        [](Connection &connection) {
            return connection.value(u"SELECT detail FROM audit ORDER BY id DESC LIMIT 1"_s).toString();
        },
        [&found](const QString &detail) { found = detail; });
    return QTest::qWaitFor([&found] { return !found.isEmpty(); }) ? found : QString();
}

int PageFixture::audits(const QString &action)
{
    int found = -1;
    readers.ask<int>(
        &view,
        [action](Connection &connection) {
            QSqlQuery &query = connection.prepared(u"SELECT count(*) FROM audit WHERE action = ?"_s);
            query.bindValue(0, action);
            connection.run(query);
            const int count = connection.next(query) ? query.value(0).toInt() : 0;
            query.finish();
            return count;
        },
        [&found](const int &count) { found = count; });
    return QTest::qWaitFor([&found] { return found >= 0; }) ? found : -1;
}

} // namespace callboard::test
