// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/network_dialog.h"

#include "receiver/config/push_address.h"
#include "receiver/server/receiver.h"
#include "ui/common/forms/controls.h"
#include "ui/common/theme/label_style.h"
#include "ui/common/theme/plain_text.h"
#include "ui/common/theme/theme.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace callboard {

using namespace Qt::StringLiterals;

NetworkDialog::NetworkDialog(const Services &services, const QStringList &machine, QWidget *parent)
    : QDialog(parent)
    , m_services(services)
    , m_address(makeNamed<QComboBox>(u"networkAddress"_s))
    , m_status(makeStatus(u"networkStatus"_s))
{
    setTitle(this, tr("Let other computers push"));
    setMinimumWidth(130 * Theme::Unit);
    auto *intro =
        new PlainLabel(tr("The receiver then listens on all addresses of this computer, and takes pushes only "
                          "with a token. Settings, Receiver, changes both."));
    intro->setWordWrap(true);
    m_address->setAccessibleName(tr("Address that is copied"));
    m_address->addItems(machine);
    auto *buttons = new QDialogButtonBox;
    m_apply = buttons->addButton(tr("Open and copy the address"), QDialogButtonBox::AcceptRole);
    m_apply->setObjectName(u"networkApply"_s);
    m_apply->setEnabled(!machine.isEmpty());
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    if (machine.isEmpty())
        setText(m_status, u"bad"_s, tr("This computer has no address in a network."));
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(3 * Theme::Unit);
    layout->addWidget(intro);
    layout->addWidget(new PlainLabel(tr("Address of this computer that the platform reaches:")));
    layout->addWidget(m_address);
    layout->addWidget(m_status);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &NetworkDialog::apply);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&services.control, &ReceiverControl::applied, this, &NetworkDialog::takeApplied);
    connect(&services.control, &ReceiverControl::refused, this, &NetworkDialog::takeRefusal);
}

ReceiverConfig NetworkDialog::proposal() const
{
    ReceiverConfig config = m_services.receiver.config();
    const bool isSix = QHostAddress(m_address->currentText()).protocol() == QAbstractSocket::IPv6Protocol;
    config.address = QHostAddress(isSix ? QHostAddress::AnyIPv6 : QHostAddress::AnyIPv4);
    if (config.token.isEmpty())
        config.token = randomToken().toLatin1();
    config.port = static_cast<quint16>(m_services.receiver.url().port(config.port));
    return config;
}

void NetworkDialog::apply()
{
    if (m_services.control.isBusy())
        return;
    m_isApplying = true;
    m_apply->setEnabled(false);
    m_services.control.apply(proposal());
}

void NetworkDialog::takeApplied()
{
    if (!std::exchange(m_isApplying, false))
        return;
    QUrl url = m_services.receiver.url();
    url.setHost(m_address->currentText());
    Q_EMIT opened(withToken(url, m_services.receiver.config().token));
    accept();
}

void NetworkDialog::takeRefusal(ReceiverControl::Fault, const QString &reason)
{
    if (!std::exchange(m_isApplying, false))
        return;
    m_apply->setEnabled(true);
    setText(m_status, u"bad"_s, reason);
}

} // namespace callboard
