// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/call/masking.h"
#include "record/call/person_number.h"
#include "record/filter/call_filter.h"

#include <QObject>
#include <QStringList>
#include <QTimeZone>

namespace callboard {

/// The periods of the top bar. The names are stored in settings: never rename.
enum class PeriodKind : quint8 { Today, Last15Minutes, LastHour, Last24Hours, Yesterday, Last7Days, Custom };

struct Period
{
    PeriodKind kind = PeriodKind::Today;
    TimeRange custom; ///< only for Custom

    /// The stretch of time meant at `nowMs`, aligned to buckets; periods up to now are open to the end of their last
    /// bucket.
    TimeRange resolve(qint64 nowMs, const QTimeZone &zone) const;
    qint64 bucketMs(qint64 nowMs, const QTimeZone &zone) const; ///< minutes, quarter hours, hours or days
    bool isRolling() const; ///< moves on by itself
    friend bool operator==(const Period &, const Period &) = default;
};

/// What all pages share: period, campaigns, and whether personal data is revealed. GUI thread; made by the window's
/// maker.
class ViewState : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    Period period() const { return m_period; }
    QStringList taskIds() const { return m_taskIds; } ///< empty: all
    Privacy privacy() const { return m_privacy; }
    void setPeriod(const Period &period);
    void setTaskIds(const QStringList &taskIds);
    void setPrivacy(Privacy privacy);
    /// Customer columns whose whole value is covered while privacy() is Masked.
    QStringList personalColumns() const { return m_personalColumns; }
    void setPersonalColumns(const QStringList &columns);
    /// A person's number was erased from the store, or hidden in it: whatever else the window keeps of it goes, too.
    void noteErased(const PersonNumber &person) { Q_EMIT numberErased(person); }

Q_SIGNALS:
    void numberErased(const callboard::PersonNumber &person);
    void changed(); ///< period or campaigns
    void privacyChanged(); ///< privacy or personal columns

private:
    Period m_period;
    QStringList m_taskIds, m_personalColumns;
    Privacy m_privacy = Privacy::Masked;
};

} // namespace callboard
