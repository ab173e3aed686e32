// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QObject>
#include <QUrl>

#include <functional>
#include <memory>
#include <vector>

namespace callboard {
class PlatformConnection;
}

/// One message of a call.
struct LoadPush
{
    QByteArray uuid, body;
    int part = 1; ///< as the store counts them: 1 basic, 2 outbound; or Kept
    static constexpr int Kept = 4; ///< no call, but kept as it is: 400 is what confirms it
};

/// The parts of each call that were confirmed; Kept for a message that is none.
using ConfirmedParts = QHash<QByteArray, int>;

/// Both messages of so many calls, and so many that are no calls, in disorder. `name` begins every uuid.
QList<LoadPush> somePushes(const QByteArray &name, int calls, quint32 seed, int nonsense = 0);
/// The same calls at another time: `around` (epoch ms) takes the place of test::Noon.
QList<LoadPush> somePushesAround(qint64 around, const QByteArray &name, int calls, quint32 seed);

/// Sends messages over some kept-alive connections, each of them once. A connection that gets no answer stops. Lives in
/// one thread with an event loop.
class PushLoad : public QObject
{
    Q_OBJECT
public:
    PushLoad(const QUrl &url, const QList<LoadPush> &pushes, int connections = 4);
    ~PushLoad() override;

    /// Called for each confirmed message as soon as its answer is there.
    void onConfirmed(std::function<void(const LoadPush &)> note) { m_note = std::move(note); }
    void start();
    bool isOver() const { return m_busy == 0; }
    bool isAllSent() const { return m_next == m_pushes.size(); }
    const ConfirmedParts &confirmed() const { return m_confirmed; }
    qsizetype confirmedCount() const { return m_count; }
    qsizetype refusedCount() const { return m_refused; } ///< answered with anything else

private:
    void sendNext(callboard::PlatformConnection &connection);

    const QList<LoadPush> m_pushes;
    std::vector<std::unique_ptr<callboard::PlatformConnection>> m_connections;
    std::function<void(const LoadPush &)> m_note;
    ConfirmedParts m_confirmed;
    qsizetype m_next = 0, m_count = 0, m_refused = 0;
    int m_busy = 0;
};
