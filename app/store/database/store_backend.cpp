// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database/store_backend.h"

#include "store/database/store_error.h"
#include "store/sqlite/sqlite_backend.h"

#include <algorithm>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

/// A database system: the scheme of its URLs, how the rest of one is read, and its backend.
struct System
{
    QLatin1StringView scheme;
    StoreProblem (*readLocation)(const QString &text, QString *location);
    std::unique_ptr<StoreBackend> (*make)(const QString &location);
};

template <class Backend>
std::unique_ptr<StoreBackend> make(const QString &location)
{
    return std::make_unique<Backend>(location);
}

constexpr System Systems[] = {{"sqlite"_L1, SqliteBackend::readLocation, make<SqliteBackend>}};

QString prefixOf(const System &system)
{
    return QString(system.scheme) + u':';
}

/// Of a text without a scheme: the first.
const System &systemOf(const QString &text)
{
    const auto found = std::find_if(std::begin(Systems), std::end(Systems),
                                    [&text](const System &system) { return text.startsWith(prefixOf(system)); });
    return found == std::end(Systems) ? Systems[0] : *found;
}

} // namespace

StoreProblem StoreBackend::readUrl(const QString &text, StoreUrl *url)
{
    const System &system = systemOf(text);
    const QString prefix = prefixOf(system);
    if (!text.startsWith(prefix) && text.contains("://"_L1))
        return {StoreErrorCode::UrlOfNoStore, {text}};
    QString location = text.startsWith(prefix) ? text.mid(prefix.size()) : text;
    const StoreProblem problem = system.readLocation(text, &location);
    *url = StoreUrl(system.scheme, location);
    return problem;
}

std::unique_ptr<StoreBackend> StoreBackend::of(const StoreUrl &url)
{
    return systemOf(url.toString()).make(url.place());
}

void requireStore(const StoreUrl &url)
{
    const StoreInspection found = StoreBackend::of(url)->inspect();
    if (!found.problem.isNone())
        throw StoreError(found.problem);
}

} // namespace callboard
