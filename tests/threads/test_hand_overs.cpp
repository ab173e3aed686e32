// SPDX-License-Identifier: GPL-3.0-or-later
// Does the thread sanitizer still see what it should? `honest`: every way that Qt hands over, without a report. Every
// other word: one race beside or inside them, which must be reported.
#include <QCoreApplication>
#include <QObject>
#include <QThread>

#include <atomic>
#include <cstdio>
#include <cstring>
#include <functional>
#include <thread>

using namespace Qt::StringLiterals;

namespace {

int guarded = 0; ///< handed over
int unguarded = 0; ///< touched by two threads without any order

/// Deliberately no order for other memory: just for knowing when to go on.
class Flag
{
public:
    void raise() { m_raised.store(true, std::memory_order_relaxed); }
    void await() const
    {
        while (!m_raised.load(std::memory_order_relaxed))
            std::this_thread::yield();
    }

private:
    std::atomic<bool> m_raised = false;
};

struct Parcel
{
    int number = 0;
    QString text;
    QList<int> list;
};

class Sender : public QObject
{
    Q_OBJECT
Q_SIGNALS:
    void sent(const Parcel &parcel);
    void asked();
};

class Receiver : public QObject
{
    Q_OBJECT
public:
    void take(const Parcel &parcel) { guarded += parcel.number + int(parcel.text.size() + parcel.list.size()); }
    void touch()
    {
        ++unguarded;
        done.raise();
    }
    Flag done;
};

/// A thread with a receiver on it.
class Worker
{
public:
    Worker()
    {
        receiver.moveToThread(&m_thread);
        m_thread.start();
    }
    ~Worker()
    {
        m_thread.quit();
        m_thread.wait();
    }
    Receiver receiver;

private:
    QThread m_thread;
};

void honest()
{
    Sender sender;
    {
        Worker worker;
        QObject::connect(&sender, &Sender::sent, &worker.receiver, &Receiver::take);
        for (int i = 0; i < 1'000; ++i) {
            const Parcel parcel{i, QString::number(i), {i, i + 1}};
            Q_EMIT sender.sent(parcel);
            QMetaObject::invokeMethod(&worker.receiver, [&worker, parcel] { worker.receiver.take(parcel); });
        }
        auto *late = new int(3);
        QMetaObject::invokeMethod(&worker.receiver, [late, &worker] {
            guarded += *late;
            delete late;
            worker.receiver.done.raise();
        });
        worker.receiver.done.await();
    }
    std::printf("%d\n", guarded);
}

/// Both touch the same memory, one of them in what is delivered.
void race(const std::function<void(Sender &, Worker &)> &send)
{
    Sender sender;
    Worker worker;
    QObject::connect(&sender, &Sender::asked, &worker.receiver, &Receiver::touch);
    send(sender, worker);
    worker.receiver.done.await();
    ++unguarded;
}

void run(const char *what)
{
    if (std::strcmp(what, "slot") == 0)
        race([](Sender &sender, Worker &) { Q_EMIT sender.asked(); });
    else if (std::strcmp(what, "function") == 0)
        race([](Sender &, Worker &worker) {
            QMetaObject::invokeMethod(&worker.receiver, [&worker] { worker.receiver.touch(); });
        });
    else if (std::strcmp(what, "afterwards") == 0)
        race([](Sender &sender, Worker &) {
            Q_EMIT sender.asked();
            ++unguarded; // too late: the event is on its way
        });
    else
        honest();
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    run(argc > 1 ? argv[1] : "honest");
    return 0;
}

#include "test_hand_overs.moc"
