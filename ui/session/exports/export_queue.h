// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/call/clocks.h"
#include "report/report.h"
#include "store/database/reader_pool.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace callboard {

/// Makes one file on the thread of the connection; does not throw. What runReport() does, or a table of the window.
using ExportWork = std::function<ReportResult(Connection &, const ReportProgress &, const ReportCancelled &)>;

/// One file that was asked for.
struct Export
{
    enum class State : quint8 { Waiting, Running, Done, Cancelled, Failed };

    qint64 id = 0; ///< from 1 on
    QString title; ///< of the report, as it was called when it was asked for
    QString file;
    State state = State::Waiting;
    qint64 rows = 0, total = 0; ///< written so far, or at the end; to be written, 0: not known yet
    qint64 writingMs = 0; ///< since the first row was written
    QString error; ///< for a person, of Failed

    bool isOver() const { return state != State::Waiting && state != State::Running; }
};

/// Exports wait here and run one after another on a reader's thread of their own, so that the pages keep theirs. Over
/// means over: only then is the next one begun, and the file is complete or as it was. GUI thread; it never waits.
class ExportQueue : public QObject
{
    Q_OBJECT
public:
    explicit ExportQueue(const StoreUrl &url, QObject *parent = nullptr, Clocks clocks = systemClocks());
    /// Cancels what runs and waits for its thread: no part of a file is left.
    ~ExportQueue() override;

    qint64 add(const QString &title, const QString &file, ExportWork work);
    /// Harmless for those that are over.
    void cancel(qint64 id);
    void cancelAll();
    /// Takes those that are over off the list.
    void clearOver();

    const QList<Export> &exports() const { return m_exports; } ///< in the order in which they were asked for
    const Export *find(qint64 id) const; ///< null: there is none
    int pending() const; ///< waiting and running
    bool isPendingFor(const QString &file) const; ///< it is to be written, or is being written

Q_SIGNALS:
    void listChanged(); ///< an export came, went, or changed its state
    void progressed(); ///< the running one has written more
    void ended(qint64 id);

private:
    struct Job;
    Export *entry(qint64 id);
    void startNext();
    void look();
    void finish(const ReportResult &result);

    QList<Export> m_exports;
    QHash<qint64, ExportWork> m_works; ///< of those that wait
    std::shared_ptr<Job> m_job; ///< of the one that runs
    ReadTicket m_ticket;
    const Clocks m_clocks;
    std::optional<qint64> m_writingSince; ///< by the steady clock; empty before the first row
    QTimer m_look;
    qint64 m_lastId = 0, m_runningId = 0;
    std::unique_ptr<ReaderPool> m_readers;
};

} // namespace callboard
