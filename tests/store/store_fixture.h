// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/protocol/ingest.h"
#include "store/database/connection.h"
#include "store/database/store_url.h"
#include "test_place.h"

#include <QByteArray>
#include <QJsonObject>
#include <QRandomGenerator>

#include <condition_variable>
#include <mutex>

namespace callboard::test {

inline constexpr qint64 Noon = 1'790'000'000'000; ///< some moment in 2026, epoch ms

/// A store in a place of its own that goes with the fixture.
class StoreFixture
{
public:
    StoreUrl url() const { return m_place->url(); }
    QString path(const QString &name) const { return m_place->path(name); }

private:
    const std::unique_ptr<TestPlace> m_place = TestPlace::make();
};

/// Pushes of one believable call. Fields can be changed before the bodies are taken.
struct TestCall
{
    explicit TestCall(int number, const QString &task = QStringLiteral("7"));
    QByteArray basic() const;
    QByteArray outbound() const;
    QString uuid() const { return fields.value(QStringLiteral("call_uuid")).toString(); }
    void set(const QString &name, const QJsonValue &value) { fields.insert(name, value); }

    QJsonObject fields; ///< of the outbound part
};

/// Calls with all kinds of outcomes, tasks, contacts and times, from a generator.
QList<TestCall> someCalls(int count, quint32 seed);

/// Fills an empty file with a store as the first release wrote it, with the calls of another one.
void makeStoreOfStepOne(Connection &connection, const StoreUrl &source);

/// An arrival of that body, parsed.
Arrival arrivalOf(const QByteArray &body, qint64 arrivedAt = Noon);

/// Collects receipts; waits for them.
class CollectingSink : public ReceiptSink
{
public:
    void deliver(const QList<Receipt> &receipts) override;
    /// Waits until so many have come (bounded); returns all.
    QList<Receipt> wait(qsizetype count);

private:
    std::mutex m_mutex;
    std::condition_variable m_more;
    QList<Receipt> m_receipts;
};

/// Takes everything out of a new store that schema steps after that one brought, as far as tests of steps need it.
void forgetStepsAfter(Connection &connection, int step);

} // namespace callboard::test
