// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/filter/call_filter.h"
#include "store/database/reader_pool.h"
#include "ui/common/theme/plain_text.h"
#include "ui/session/services.h"

namespace callboard {

/// "Calls are kept since 2026-09-01 …": shown where a stretch of time reaches back to calls that are no longer kept,
/// and hidden otherwise. Stands wherever these would be listed or counted. GUI thread.
class KeptNote : public PlainLabel
{
    Q_OBJECT
public:
    explicit KeptNote(const Services &services, QWidget *parent = nullptr);

    void setRange(const TimeRange &range);
    /// Speaks of the period that is chosen in the frame, from now on.
    void followPeriod();

private:
    void followNow();
    void look();

    Services m_services;
    TimeRange m_range;
    ReadTicket m_query;
};

} // namespace callboard
