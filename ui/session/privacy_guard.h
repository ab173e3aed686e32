// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/services.h"

#include <QObject>
#include <QTimer>

class QWidget;

namespace callboard {

/// Keeps to what the preferences say about personal data: which columns are covered, who may reveal, and when revealed
/// numbers are covered again. Reveals are noted in the audit log. GUI thread; one per window.
class PrivacyGuard : public QObject
{
    Q_OBJECT
public:
    explicit PrivacyGuard(const Services &services, QObject *parent = nullptr);

    /// Somebody asked to see numbers: does it, asks first in a dialog over `parent`, or leaves it, as the policy says.
    static void reveal(const Services &services, QWidget *parent);
    static bool mayReveal(const Services &services);

private:
    static void revealNow(const Services &services);
    void follow();
    void startTimer();

    Services m_services;
    QTimer m_cover;
};

} // namespace callboard
