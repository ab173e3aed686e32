// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/exports/export_request.h"

#include <QWidget>

namespace callboard {

/// One part of the Settings page.
class SettingsSection : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;
    virtual QString title() const = 0;
    /// Called when the section becomes visible or hidden: a hidden one does no work.
    virtual void setActive(bool active) { Q_UNUSED(active) }
    /// Puts the keyboard into the section's filter, where it has one.
    virtual void focusFilter() { }

Q_SIGNALS:
    /// See Page::exportRequested().
    void exportRequested(const callboard::ExportRequest &order);
    /// See Page::restoreRequested().
    void restoreRequested(const QString &copy);
};

} // namespace callboard
