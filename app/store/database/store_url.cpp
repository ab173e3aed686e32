// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database/store_url.h"

#include "store/database/store_backend.h"

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr auto FileScheme = "sqlite"_L1;

} // namespace

StoreUrl StoreUrl::ofFile(const QString &path)
{
    return {FileScheme, path};
}

std::optional<StoreUrl> StoreUrl::parse(const QString &text, StoreProblem *problem)
{
    StoreUrl url;
    const bool isServer = text.startsWith("postgresql:"_L1) || text.startsWith("postgres:"_L1);
    const StoreProblem found =
        isServer ? StoreProblem{StoreErrorCode::PostgresUrl, {}} : StoreBackend::readUrl(text, &url);
    if (problem)
        *problem = found;
    return found.isNone() ? std::optional(url) : std::nullopt;
}

QString StoreUrl::toString() const
{
    return QString(m_scheme) + u':' + m_location;
}

QString StoreUrl::identity() const
{
    return StoreBackend::of(*this)->identity();
}

QString StoreUrl::localFile() const
{
    return m_scheme == FileScheme ? m_location : QString();
}

} // namespace callboard
