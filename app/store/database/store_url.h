// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database/store_problem.h"

#include <QString>

#include <optional>
#include <utility>

namespace callboard {

/// Where a store lies: `sqlite:/path/file.db`. `postgresql://…` is recognised, and refused until it has a backend.
/// What a store of that place can do is asked of StoreBackend::of(). A value; any thread.
class StoreUrl
{
public:
    StoreUrl() = default;
    /// `location` as the backend of the scheme reads it.
    StoreUrl(QLatin1StringView scheme, QString location)
        : m_scheme(scheme)
        , m_location(std::move(location))
    { }
    /// Of a store that is a file of this computer, by its absolute path.
    static StoreUrl ofFile(const QString &path);
    /// Reads a URL; a bare path is taken as SQLite. On failure returns nothing, and why in *problem.
    static std::optional<StoreUrl> parse(const QString &text, StoreProblem *problem);

    QString toString() const;
    QLatin1StringView scheme() const { return m_scheme; }
    /// What people call it in messages, without secrets: the path of a file.
    const QString &place() const { return m_location; }
    /// The same for all names of one store, as long as it is there.
    QString identity() const;
    /// The file of a store that is one, not a link to it: whoever writes is found by it. Else empty. Only for what is
    /// about files: the backend itself, and dialogs in which they are chosen.
    QString localFile() const;

    bool operator==(const StoreUrl &) const = default;

private:
    QLatin1StringView m_scheme;
    QString m_location;
};

} // namespace callboard
