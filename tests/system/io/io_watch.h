// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "io_control.h"

#include <QProcess>
#include <QString>

#include <optional>

/// Programs whose file operations beneath one folder are counted, recorded or made to fail. Thread of its maker.
class IoWatch
{
public:
    /// The control and the log lie beside the watched folder, in `place`.
    IoWatch(const QString &folder, const QString &place);
    ~IoWatch();
    Q_DISABLE_COPY_MOVE(IoWatch)

    /// From now on programs that are started by environment() append to the log.
    void startRecording() { m_isRecording = true; }
    QString logFile() const { return m_place + QStringLiteral("/io.log"); }
    QProcessEnvironment environment() const;
    /// Adds a note of the test to the log, after everything that has happened so far.
    void mark(const QByteArray &note);

    callboard::io::Control &control() { return *m_control; }
    void resetCounts();
    /// Arms one fault. `at` counts from 1 since resetCounts().
    void fail(callboard::io::Kind kind, quint64 at, callboard::io::Action action, int error = 0, bool forEver = false);
    void disarm() { m_control->action = callboard::io::Action::None; }
    quint64 done(callboard::io::Kind kind) const { return m_control->done[kind]; }

private:
    const QString m_folder, m_place;
    bool m_isRecording = false;
    int m_log = -1;
    callboard::io::Control *m_control = nullptr;
};
