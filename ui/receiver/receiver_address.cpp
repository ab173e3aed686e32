// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/receiver/receiver_address.h"

#include "receiver/config/exposure.h"
#include "receiver/server/receiver.h"
#include "text/format.h"
#include "ui/common/forms/controls.h"
#include "ui/common/forms/warning_bar.h"
#include "ui/common/theme/label_style.h"
#include "ui/common/theme/theme.h"
#include "ui/session/push_address_field.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace callboard {

using namespace Qt::StringLiterals;

ReceiverAddress::ReceiverAddress(const Services &services, QWidget *parent)
    : QFrame(parent)
    , m_services(services)
    , m_pusher(services.receiver)
    , m_guards(makeStatus(u"receiverGuards"_s))
    , m_outcome(makeStatus(u"testPushOutcome"_s))
    , m_url(new PushAddressField(services))
    , m_test(makeButton(u"testPush"_s, [] { return tr("Send a test push"); }))
    , m_open(new WarningBar(u"openAddress"_s))
{
    setProperty("styleClass", u"panel"_s);
    layOut();
    connect(m_url, &PushAddressField::copied, this, [this](const QString &text) { say(true, text); });
    connect(m_test, &QPushButton::clicked, this, [this] {
        m_test->setEnabled(false);
        m_pusher.send();
    });
    connect(&m_pusher, &TestPusher::answered, this, [this](bool good, const QString &text) {
        m_test->setEnabled(true);
        say(good, text);
    });
    connect(&services.receiver, &Receiver::listening, this, [this] {
        m_failure.clear();
        showState();
    });
    connect(&services.receiver, &Receiver::failed, this, [this](const QString &why) {
        m_failure = why;
        showState();
    });
    bindLanguage(this, [this] { showState(); });
}

void ReceiverAddress::layOut()
{
    bindTip(m_test, [] {
        return tr("Sends the specification's own example to this address over HTTP, as the platform would");
    });
    QHBoxLayout *row = makeRow({makeTitle([] { return tr("Address for the platform"); }), m_url, m_test}, 1);
    for (int i = 0; i < row->count(); ++i)
        row->itemAt(i)->setAlignment(i == 1 ? Qt::Alignment() : Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(2 * Theme::Unit);
    layout->addWidget(m_open);
    layout->addLayout(row);
    layout->addWidget(m_guards);
    layout->addWidget(m_outcome);
    m_outcome->hide();
}

void ReceiverAddress::showState()
{
    const bool listening = !m_services.receiver.url().isEmpty();
    m_test->setEnabled(listening);
    m_open->setWarning(exposureWarnings(m_services.receiver.config()).join(u' '));
    m_guards->setText(m_failure.isEmpty() ? guardText() : m_failure);
}

QString ReceiverAddress::guardText() const
{
    const ReceiverConfig &config = m_services.receiver.config();
    QStringList senders;
    for (const Subnet &subnet : config.allow)
        senders.append(subnet.toString());
    const QString token = config.token.isEmpty() ? tr("no token required") : tr("token required");
    const QString tls = config.tlsCertFile.isEmpty() ? tr("plain HTTP") : tr("TLS");
    const bool local = config.address.isLoopback();
    QString from = tr("senders: any address that can reach it");
    if (!senders.isEmpty())
        from = tr("senders: %1").arg(senders.join(u", "_s));
    else if (local)
        from = tr("senders: this computer only (loopback address)");
    const QString body = tr("bodies up to %1").arg(m_services.format.bytes(config.maxBodyBytes));
    return QStringList{token, tls, from, body}.join(u"  ·  "_s);
}

void ReceiverAddress::say(bool good, const QString &text)
{
    setText(m_outcome, good ? u"good"_s : u"bad"_s, text);
    m_outcome->show();
}

} // namespace callboard
