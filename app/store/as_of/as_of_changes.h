// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/call/call_record.h"
#include "record/filter/call_filter.h"
#include "store/as_of/as_of_store.h"

#include <QMap>

namespace callboard {

/// What became of a call after the moment that an AsOfStore shows.
enum class CallChange : quint8 {
    ArrivedLater, ///< nothing was known of it
    OutcomeCame, ///< its outbound part had not come yet
    Changed ///< another message changed what is known
};

struct ChangedCall
{
    CallChange change = CallChange::Changed;
    CallRecord then; ///< id 0 where nothing was known
    CallRecord now;
    bool isSelectedNow = true; ///< false: the filter selected it as it was, but not as it is
};

/// Compares the calls that a filter selected then or selects now, one by one, newest first; at last those that it does
/// not select any more. Calls that only repeat what was known are left out. The store outlives it; its thread. Throws
/// StoreError, QueryCancelled when cancelled.
class AsOfChanges
{
public:
    AsOfChanges(AsOfStore &store, const CallFilter &filter, AsOfStore::Cancelled cancelled = {});

    void forEach(const std::function<void(const ChangedCall &)> &take);

    /// How many there are of each kind, by task: the one of now, or of then where it is not selected any more.
    struct Counts
    {
        qint64 arrivedLater = 0, outcomeCame = 0, changed = 0;
        friend bool operator==(const Counts &, const Counts &) = default;
    };
    QMap<QString, Counts> count();

private:
    /// A call that is selected now and has messages that came later.
    struct Candidate
    {
        qint64 id = 0, firstArrival = 0;
        QString taskId;
    };
    void forEachCandidate(const std::function<void(const Candidate &)> &take);
    void forEachLeft(const std::function<void(const ChangedCall &)> &take);
    bool selects(Connection &connection, const QString &uuid) const;
    void checkCancelled() const;

    AsOfStore &m_store;
    CallFilter m_filter;
    AsOfStore::Cancelled m_cancelled;
};

/// The protocol's names of the fields in which two images of a call differ, in its order.
QStringList differingFields(const CallRecord &then, const CallRecord &now);

} // namespace callboard
