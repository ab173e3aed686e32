// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/services.h"

#include <QObject>
#include <QTimer>

#include <functional>

class QWidget;

namespace callboard {

/// Keeps to what the preferences say about personal data: which columns are covered, who may reveal, and when revealed
/// numbers are covered again. Reveals are noted in the audit log, with who, which and how many. GUI thread; one per
/// window.
class PrivacyGuard : public QObject
{
    Q_OBJECT
public:
    explicit PrivacyGuard(const Services &services, QObject *parent = nullptr);

    /// Somebody wants to see all numbers of all calls, which are so many: asks in a dialog over `parent`, or leaves it,
    /// as the policy says.
    static void revealAll(const Services &services, qint64 calls, QWidget *parent);
    /// Somebody wants to see one call's: `show` is called at once, after a question, or not at all, as the policy says.
    static void revealCall(const Services &services, const QString &callUuid, QWidget *parent,
                           const std::function<void()> &show);
    static bool mayReveal(const Services &services);

private:
    static void ask(const QString &question, const Services &services, QWidget *parent,
                    const std::function<void()> &reveal);
    void follow();
    void startTimer();

    Services m_services;
    QTimer m_cover;
};

} // namespace callboard
