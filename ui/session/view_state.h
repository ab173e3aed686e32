// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/call/masking.h"
#include "record/call/person_number.h"
#include "record/filter/call_filter.h"

#include <QObject>
#include <QStringList>
#include <QTimeZone>

#include <optional>

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

/// What a page shows in the place of the period and the campaigns that are chosen for all pages: a figure led there.
struct ViewScope
{
    std::optional<TimeRange> range;
    std::optional<QStringList> taskIds;
    friend bool operator==(const ViewScope &, const ViewScope &) = default;
};

/// What all pages share: period, campaigns, and whether personal data is revealed. GUI thread; made by the window's
/// maker.
class ViewState : public QObject
{
    Q_OBJECT
public:
    enum class Choice : quint8 { Period, Campaigns };

    using QObject::QObject;
    Period period() const { return m_period; }
    QStringList taskIds() const { return m_taskIds; } ///< empty: all
    Privacy privacy() const { return m_privacy; }
    /// Chooses for all pages, and ends what the page on screen showed in its place.
    void setPeriod(const Period &period);
    void setTaskIds(const QStringList &taskIds);
    /// Of the page on screen; both empty where it shows what was chosen.
    const ViewScope &scope() const { return m_scope; }
    void setScope(const ViewScope &scope);
    QStringList shownTaskIds() const { return m_scope.taskIds.value_or(m_taskIds); }
    void setPrivacy(Privacy privacy);
    /// Customer columns whose whole value is covered while privacy() is Masked.
    QStringList personalColumns() const { return m_personalColumns; }
    void setPersonalColumns(const QStringList &columns);
    /// A person's number was erased from the store, or hidden in it: whatever else the window keeps of it goes, too.
    void noteErased(const PersonNumber &person) { Q_EMIT numberErased(person); }

Q_SIGNALS:
    void numberErased(const callboard::PersonNumber &person);
    /// Period or campaigns were chosen, perhaps the same ones again.
    void changed(callboard::ViewState::Choice choice);
    void scopeChanged();
    void privacyChanged(); ///< privacy or personal columns

private:
    Period m_period;
    ViewScope m_scope;
    QStringList m_taskIds, m_personalColumns;
    Privacy m_privacy = Privacy::Masked;
};

} // namespace callboard
