// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/privacy_guard.h"

#include "store/write/store_writer.h"
#include "text/format.h"
#include "ui/common/theme/plain_text.h"
#include "ui/session/preferences.h"
#include "ui/session/view_state.h"

#include <QMessageBox>
#include <QPushButton>

namespace callboard {

using namespace Qt::StringLiterals;

PrivacyGuard::PrivacyGuard(const Services &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
{
    m_cover.setSingleShot(true);
    connect(&m_cover, &QTimer::timeout, this, [this] { m_services.view.setPrivacy(Privacy::Masked); });
    connect(&services.preferences, &Preferences::privacyChanged, this, &PrivacyGuard::follow);
    connect(&services.view, &ViewState::privacyChanged, this, &PrivacyGuard::startTimer);
    follow();
}

void PrivacyGuard::follow()
{
    const PrivacyPreferences privacy = m_services.preferences.privacy();
    m_services.view.setPersonalColumns(privacy.personalColumns);
    if (privacy.reveal == RevealPolicy::Never)
        m_services.view.setPrivacy(Privacy::Masked);
    m_cover.stop();
    startTimer();
}

void PrivacyGuard::startTimer()
{
    const int minutes = m_services.preferences.privacy().coverAfterMinutes;
    if (m_services.view.privacy() == Privacy::Masked || minutes == 0)
        m_cover.stop();
    else if (!m_cover.isActive())
        m_cover.start(std::chrono::minutes(minutes));
}

bool PrivacyGuard::mayReveal(const Services &services)
{
    return services.preferences.privacy().reveal != RevealPolicy::Never;
}

void PrivacyGuard::ask(const QString &question, const Services &services, QWidget *parent,
                       const std::function<void()> &reveal)
{
    auto *box = makeMessageBox(QMessageBox::Question, tr("Reveal numbers"), QString(), QMessageBox::Cancel, parent);
    if (!mayReveal(services)) {
        box->setText(tr("The settings do not allow revealing phone numbers and customer data."));
        return box->open();
    }
    box->setText(question);
    QPushButton *yes = box->addButton(tr("Reveal"), QMessageBox::AcceptRole);
    yes->setObjectName(u"revealYes"_s);
    connect(box, &QMessageBox::buttonClicked, parent, [reveal, yes](const QAbstractButton *clicked) {
        if (clicked == yes)
            reveal();
    });
    box->open();
}

void PrivacyGuard::revealAll(const Services &services, qint64 calls, QWidget *parent)
{
    const auto reveal = [services, calls] {
        services.writer.audit(u"reveal"_s, u"all numbers, of %1 calls"_s.arg(calls));
        services.view.setPrivacy(Privacy::Revealed);
    };
    ask(tr("Show phone numbers and customer data of all %1 calls in full, on all pages? This is noted in the audit "
           "log.")
            .arg(services.format.count(calls)),
        services, parent, reveal);
}

void PrivacyGuard::revealCall(const Services &services, const QString &callUuid, QWidget *parent,
                              const std::function<void()> &show)
{
    const auto reveal = [services, callUuid, show] {
        services.writer.audit(u"reveal"_s, u"one call, %1"_s.arg(callUuid));
        show();
    };
    if (services.preferences.privacy().reveal == RevealPolicy::Freely)
        return reveal();
    ask(tr("Show phone numbers and customer data of this call in full, for a minute? This is noted in the audit log."),
        services, parent, reveal);
}

} // namespace callboard
