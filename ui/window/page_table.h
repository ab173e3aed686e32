// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <span>

class QWidget;

namespace callboard {

class Page;
struct Services;

/// One page of the rail. New pages are added to the table at their place; numbers of the keys follow.
struct PageEntry
{
    QLatin1StringView id; ///< kept in the settings: never rename
    QLatin1StringView icon; ///< of resources/icons
    Page *(*make)(const Services &services);
};
std::span<const PageEntry> pageTable();

/// The page that shows the calls behind a figure.
inline constexpr QLatin1StringView CallsPageId{"calls"};
/// The page of raised alerts and their rules.
inline constexpr QLatin1StringView AlertsPageId{"alerts"};
/// The page where files are made.
inline constexpr QLatin1StringView ReportsPageId{"reports"};
/// The page of the receiver, its refused messages and failures.
inline constexpr QLatin1StringView ReceiverPageId{"receiver"};
/// The page that shows one campaign.
inline constexpr QLatin1StringView CampaignsPageId{"campaigns"};

} // namespace callboard
