// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/definition/report_scope.h"
#include "store/as_of/as_of_changes.h"

namespace callboard {

/// What changed since the moment that a report shows, as further tables of it, for the same filter. Figures of then are
/// counted as the report counts them, those of now as it would count today. One thread; references outlive it.
class ChangedTables
{
public:
    ChangedTables(const ReportRequest &request, AsOfStore &store, const ReportCancelled &cancelled);

    /// Table `changed`: each campaign's figures then and now, and how many calls made the difference.
    void writeByCampaign(ReportWriter &writer) const;
    /// Table `changed_calls`: each of these calls, and what is different.
    void writeCalls(ReportWriter &writer) const;

private:
    QString changeWord(const ChangedCall &call) const;

    const ReportRequest &m_request;
    AsOfStore &m_store;
    const ReportCancelled &m_cancelled;
    ReportScope m_then, m_now;
};

} // namespace callboard
