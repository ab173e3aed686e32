// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/erase/erasure_upkeep.h"

#include <QDateTime>
#include <QVariant>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 PauseMs = 200;
constexpr qint64 LookMs = 60'000;

} // namespace

bool ErasureUpkeep::isDue()
{
    if (m_sinceSlice.isValid() && m_sinceSlice.elapsed() < (m_job ? PauseMs : LookMs))
        return false;
    m_sinceSlice.start();
    return m_job || m_connection.value(u"SELECT 1 FROM erasure WHERE state < 2 LIMIT 1"_s).isValid();
}

bool ErasureUpkeep::hasAny() const
{
    return m_connection.value(u"SELECT 1 FROM erasure LIMIT 1"_s).isValid();
}

void ErasureUpkeep::slice(qint64 dueBy)
{
    std::unique_ptr<ErasureJob> job = std::move(m_job); // back only when all went well
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    if (!job) {
        m_erasure = ErasureTable::next(m_connection, now, dueBy);
        if (m_erasure)
            m_job = std::make_unique<ErasureJob>(m_connection, m_erasure->eraser,
                                                 ErasureTable::scopeOf(*m_erasure, dueBy > 0));
        return;
    }
    if (job->step())
        m_job = std::move(job);
    else
        m_finished = {m_erasure->id, job->counts(), ErasureTable::finish(m_connection, *m_erasure, job->counts(), now)};
}

} // namespace callboard
