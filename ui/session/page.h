// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/exports/export_request.h"
#include "ui/session/view_state.h"

#include <QWidget>

class QSettings;

namespace callboard {

/// A page of the window. Pages connect to their data themselves; the window only shows them.
class Page : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;
    virtual QString title() const = 0;
    /// Called when the page becomes visible or hidden: a hidden page does no work.
    virtual void setActive(bool active) { Q_UNUSED(active) }
    virtual void saveState(QSettings &settings) const { Q_UNUSED(settings) }
    virtual void restoreState(QSettings &settings) { Q_UNUSED(settings) }
    /// What the page shows in the place of the period and the campaigns that are chosen for all pages.
    virtual ViewScope scope() const { return {}; }
    /// Puts the keyboard into the page's filter (Ctrl+F).
    virtual void focusFilter() { }
    /// Makes exactly these calls the page's subject; the window asks the page "calls" after callsRequested().
    virtual void showFilter(const CallFilter &filter) { Q_UNUSED(filter) }
    /// Makes one campaign the page's subject; the window asks the page "campaigns" after campaignRequested().
    virtual void showCampaign(const QString &taskId) { Q_UNUSED(taskId) }
    /// Prepares an export; the window asks the page "reports" after exportRequested().
    virtual void showExport(const ExportRequest &order) { Q_UNUSED(order) }
    /// Prepares the erasure of a number; the window asks the page "settings" after erasureRequested().
    virtual void showErasure(const QString &number) { Q_UNUSED(number) }

Q_SIGNALS:
    /// A figure was clicked: show exactly the calls it counts.
    void callsRequested(const callboard::CallFilter &filter);
    /// A campaign was chosen: open its page.
    void campaignRequested(const QString &taskId);
    /// What people say about a task shall be changed.
    void taskEditRequested(const QString &taskId);
    /// "Export…" of a table or chart: prepare this on the page of reports.
    void exportRequested(const callboard::ExportRequest &order);
    /// A copy shall take the place of the store; somebody was asked.
    void restoreRequested(const QString &copy);
    /// A number shall be erased: shows where that is done.
    void erasureRequested(const QString &number);
    void scopeChanged();
    /// Something was made that must not get lost when the program ends badly: saveState() now, not at the end.
    void stateChanged();
};

} // namespace callboard
