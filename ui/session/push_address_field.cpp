// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/push_address_field.h"

#include "receiver/config/push_address.h"
#include "receiver/config/subnet.h"
#include "receiver/server/receiver.h"
#include "ui/common/forms/controls.h"
#include "ui/common/theme/theme.h"
#include "ui/session/network_dialog.h"
#include "ui/session/preferences.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace callboard {

using namespace Qt::StringLiterals;

PushAddressField::PushAddressField(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_others(makeNamed<QComboBox>(u"receiverUrls"_s))
    , m_url(makeNamed<QLineEdit>(u"receiverUrl"_s))
    , m_copy(makeButton(
          u"copyUrl"_s, [] { return tr("Copy"); }, [] { return tr("Copy the address"); }))
    , m_copyToken(makeButton(
          u"copyUrlToken"_s, [] { return tr("Copy with token"); },
          [] { return tr("Copy the address with its token"); }))
    , m_open(makeButton(u"letNetworkReach"_s, [] { return tr("Let other computers push…"); }))
    , m_local(makeCaption(u"onlyThisComputer"_s, [] {
        return tr(
            "Only this computer reaches that address. A platform on another one needs an address of the network.");
    }))
{
    layOut();
    connect(m_copy, &QPushButton::clicked, this, [this] { copy(shown().toString(), tr("Address copied.")); });
    connect(m_copyToken, &QPushButton::clicked, this, [this] {
        copy(withToken(shown(), m_services.receiver.config().token), tr("Address copied with its token."));
    });
    connect(m_open, &QPushButton::clicked, this, &PushAddressField::openDialog);
    connect(m_others, &QComboBox::currentTextChanged, m_url, &QLineEdit::setText);
    connect(&services.receiver, &Receiver::listening, this, &PushAddressField::askMachine);
    connect(&services.receiver, &Receiver::failed, this, &PushAddressField::showState);
    bindLanguage(this, [this] { showState(); });
    askMachine();
}

void PushAddressField::layOut()
{
    m_url->setReadOnly(true);
    bindName(m_url, [] { return tr("Address for the platform"); });
    bindName(m_others, [] { return tr("Addresses of this computer"); });
    bindTip(m_copyToken,
            [] { return tr("The platform has to send the token with every push; without it, it is answered 401."); });
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Theme::Unit);
    layout->addLayout(makeRow({m_url, m_others, m_copy, m_copyToken}, 0));
    layout->addLayout(makeRow({m_local, m_open}, 0));
}

void PushAddressField::askMachine()
{
    showState();
    m_machineQuery = m_services.readers.ask<QStringList>(
        this, [](Connection &) { return machineAddresses(); },
        [this](const QStringList &machine) { setMachine(machine); });
}

void PushAddressField::setMachine(const QStringList &machine)
{
    m_machine = machine;
    showState();
}

QUrl PushAddressField::shown() const
{
    return m_services.receiver.url().isEmpty() ? QUrl() : QUrl(m_url->text());
}

void PushAddressField::showState()
{
    const ReceiverConfig &config = m_services.receiver.config();
    const QUrl url = m_services.receiver.url();
    const bool isListening = !url.isEmpty();
    QStringList all;
    for (const QUrl &each : addressesFor(url, m_machine))
        all.append(each.toString());
    if (all != m_all) { // a choice stays
        m_all = all;
        m_others->clear();
        m_others->addItems(all);
    }
    m_url->setText(isListening ? m_others->currentText() : tr("not listening"));
    m_others->setVisible(isListening && all.size() > 1);
    m_url->setVisible(!m_others->isVisibleTo(this));
    m_copy->setEnabled(isListening);
    m_copyToken->setVisible(isListening && !config.token.isEmpty());
    const bool isLocal = isListening && plainAddress(config.address).isLoopback();
    const bool mayOpen = !m_services.preferences.isDemo() && !m_services.preferences.isListenGiven();
    m_local->setVisible(isLocal);
    m_open->setVisible(isLocal && mayOpen);
}

void PushAddressField::copy(const QString &address, const QString &said)
{
    QGuiApplication::clipboard()->setText(address);
    Q_EMIT copied(said);
}

void PushAddressField::openDialog()
{
    auto *dialog = new NetworkDialog(m_services, m_machine, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &NetworkDialog::opened, this,
            [this](const QString &address) { copy(address, tr("Other computers can push now. Address copied.")); });
    dialog->open();
}

} // namespace callboard
