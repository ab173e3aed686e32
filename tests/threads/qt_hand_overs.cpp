// SPDX-License-Identifier: GPL-3.0-or-later
// Tells the thread sanitizer how Qt hands things from thread to thread. Debian's Qt is not instrumented: its mutexes
// and event queues are invisible, and whatever goes through them looks like a race. Nothing is silenced here: the same
// order that Qt guarantees is announced, event by event and thread by thread. Linked into every program of preset
// `tsan`.
#include <QCoreApplication>
#include <QRunnable>
#include <QThread>
#include <QThreadPool>

#include <sanitizer/tsan_interface.h>

#include <cstdlib>
#include <new>

#include <dlfcn.h>

namespace {

constexpr std::size_t SmallestEvent = 16;
constexpr std::size_t LargestEvent = 256;
constexpr std::size_t PoolPage = 256 * sizeof(void *); ///< of the jobs that wait in a QThreadPool, and a few numbers

/// What a thread did before it made an event comes before what is done on its delivery.
bool acquireEvent(void **receiverAndEvent)
{
    __tsan_acquire(receiverAndEvent[1]);
    return false;
}

void watchDeliveries()
{
    QInternal::registerCallback(QInternal::EventNotifyCallback, acquireEvent);
}

Q_CONSTRUCTOR_FUNCTION(watchDeliveries)

template <typename Function>
Function original(const char *mangledName)
{
    return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, mangledName));
}

/// A function that is delivered to another thread: its call comes before its end, whichever thread is the last to let
/// go.
class Delivered : public QtPrivate::QSlotObjectBase
{
public:
    explicit Delivered(QSlotObjectBase *function)
        : QSlotObjectBase(serve)
        , m_function(function)
    {
        __tsan_release(this);
    }

private:
    static void serve(int what, QSlotObjectBase *object, QObject *receiver, void **arguments, bool *)
    {
        __tsan_acquire(object); // also when it is removed undelivered, with its receiver
        auto *self = static_cast<Delivered *>(object);
        if (what == Call) {
            self->m_function->call(receiver, arguments);
            __tsan_release(self);
        } else if (what == Destroy) {
            self->m_function->destroyIfLastRef();
            delete self;
        }
    }
    QSlotObjectBase *const m_function;
};

/// What a thread did before it started a job comes before the job, whichever thread of the pool runs it.
class PoolJob : public QRunnable
{
public:
    explicit PoolJob(std::function<void()> job)
        : m_job(std::move(job))
    {
        __tsan_release(this);
    }
    void run() override
    {
        __tsan_acquire(this);
        m_job();
    }

private:
    const std::function<void()> m_job;
};

} // namespace

bool QMetaObject::invokeMethodImpl(QObject *object, QtPrivate::QSlotObjectBase *slot, Qt::ConnectionType type,
                                   void *result)
{
    using Invoke = bool (*)(QObject *, QtPrivate::QSlotObjectBase *, Qt::ConnectionType, void *);
    static const auto invoke = original<Invoke>(
        "_ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPv");
    return invoke(object, new Delivered(slot), type, result);
}

/// Everything that may become an event; the sanitizer forgets it when the memory is freed.
void *operator new(std::size_t size)
{
    void *memory = std::malloc(size);
    if (!memory)
        throw std::bad_alloc();
    if ((size >= SmallestEvent && size <= LargestEvent) || (size > PoolPage && size <= PoolPage + 64))
        __tsan_release(memory);
    return memory;
}

/// An event that is removed undelivered goes with its receiver, in the receiver's thread.
void operator delete(void *memory) noexcept
{
    if (memory)
        __tsan_acquire(memory);
    std::free(memory);
}

void operator delete(void *memory, std::size_t) noexcept
{
    operator delete(memory);
}

/// What a thread did comes before what is done after waiting for its end.
void QThread::start(Priority priority)
{
    using Start = void (*)(QThread *, Priority);
    static const auto start = original<Start>("_ZN7QThread5startENS_8PriorityE");
    if (!isRunning()) {
        connect(
            this, &QThread::finished, this, [this] { __tsan_release(this); },
            Qt::ConnectionType(Qt::DirectConnection | Qt::SingleShotConnection));
    }
    start(this, priority);
}

bool QThread::wait(QDeadlineTimer deadline)
{
    using Wait = bool (*)(QThread *, QDeadlineTimer);
    static const auto wait = original<Wait>("_ZN7QThread4waitE14QDeadlineTimer");
    const bool hasEnded = wait(this, deadline);
    if (hasEnded)
        __tsan_acquire(this);
    return hasEnded;
}

void QThreadPool::start(std::function<void()> job, int priority)
{
    start(new PoolJob(std::move(job)), priority);
}
