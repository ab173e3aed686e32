// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/privacy_guard.h"

#include "store/write/store_writer.h"
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

void PrivacyGuard::revealNow(const Services &services)
{
    services.writer.audit(u"reveal"_s, u"numbers shown in the window"_s);
    services.view.setPrivacy(Privacy::Revealed);
}

void PrivacyGuard::reveal(const Services &services, QWidget *parent)
{
    const RevealPolicy policy = services.preferences.privacy().reveal;
    if (policy == RevealPolicy::Freely)
        return revealNow(services);
    auto *box = makeMessageBox(QMessageBox::Question, tr("Reveal numbers"), QString(), QMessageBox::Cancel, parent);
    if (policy == RevealPolicy::Never) {
        box->setText(tr("The settings do not allow revealing phone numbers and customer data."));
        return box->open();
    }
    box->setText(tr("Show phone numbers and customer data in full, on all pages? This is noted in the audit log."));
    QPushButton *yes = box->addButton(tr("Reveal"), QMessageBox::AcceptRole);
    yes->setObjectName(u"revealYes"_s);
    connect(box, &QMessageBox::buttonClicked, parent, [services, yes](const QAbstractButton *clicked) {
        if (clicked == yes)
            revealNow(services);
    });
    box->open();
}

} // namespace callboard
