// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/protocol/ingest.h"

#include <QMutex>

namespace callboard {

/// A store that does what the test says. Any thread.
class FakeSink : public ArrivalSink
{
public:
    enum class Mode {
        Answer, ///< receipts at once: stored, or kept for refusals
        Hold, ///< nothing until release()
        Full, ///< takes nothing
        Unavailable, ///< takes it, then says that it could not be stored
    };

    void setMode(Mode mode);
    void setState(const IngestState &state);
    bool offer(Arrival &&arrival) override;
    IngestState ingestState() const override;

    /// What has been taken, in order.
    QList<Arrival> arrivals() const;
    qsizetype count() const;
    /// Delivers the receipts of everything held, the latest first when asked to, in one delivery.
    void release(bool backwards = false);

private:
    static Receipt receiptOf(const Arrival &arrival, bool available);

    mutable QMutex m_mutex;
    Mode m_mode = Mode::Answer;
    IngestState m_state;
    QList<Arrival> m_arrivals, m_held;
};

} // namespace callboard
