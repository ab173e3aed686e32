// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings_receiver.h"

#include "receiver/config/exposure.h"
#include "receiver/config/push_address.h"
#include "receiver/server/receiver.h"
#include "ui/common/forms/controls.h"
#include "ui/common/forms/field_form.h"
#include "ui/common/forms/file_field.h"
#include "ui/common/forms/warning_bar.h"
#include "ui/common/theme/label_style.h"
#include "ui/common/theme/plain_text.h"
#include "ui/common/theme/theme.h"
#include "ui/session/preferences.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int Unit = Theme::Unit;
constexpr qint64 KiB = 1024;
constexpr NumberBounds BodyKiB{4, 65'536}, Connections{1, 65'535};
constexpr qsizetype LeastTokenLength = 16, MostTokenLength = 200;

} // namespace

SettingsReceiver::SettingsReceiver(const Services &services, QWidget *parent)
    : SettingsSection(parent)
    , m_services(services)
    , m_form(new FieldForm)
{
    addNetwork();
    addSenders();
    addLimits();
    layOut();
    connectAll();
    fill(services.receiver.config());
}

void SettingsReceiver::addNetwork()
{
    const bool isGiven = m_services.preferences.isListenGiven();
    const auto given = [] { return tr("Set on the command line with --listen, which overrides this setting."); };
    const auto address = [] { return tr("127.0.0.1 means this computer only, 0.0.0.0 (IPv6: ::) every network."); };
    auto *box = new QComboBox;
    box->setEditable(true);
    box->addItems({u"127.0.0.1"_s, u"0.0.0.0"_s, u"::"_s});
    m_form->addHead([] { return tr("Network"); });
    m_address = m_form->add(u"receiverAddress"_s, box,
                            {.label = [] { return tr("Address"); },
                             .hint = isGiven ? TextFunction(given) : TextFunction(address),
                             .problem = [this] { return addressProblem(); },
                             .isEnabled = [isGiven] { return !isGiven; }});
    m_port = m_form->add(u"receiverPort"_s, new QLineEdit,
                         {.label = [] { return tr("Port"); },
                          .hint = isGiven ? TextFunction(given) : TextFunction(),
                          .problem = [this] { return portProblem(); },
                          .isEnabled = [isGiven] { return !isGiven; }});
    m_path = m_form->add(u"receiverPath"_s, new QLineEdit,
                         {.label = [] { return tr("Path"); },
                          .hint = [] { return tr("The part of the address after the port."); },
                          .problem = [this] { return pathProblem(); }});
}

void SettingsReceiver::addSenders()
{
    m_form->addHead([] { return tr("Who may push"); });
    m_tokenRow = m_form->add(u"receiverTokenRow"_s, makeTokenField(),
                             {.label = [] { return tr("Token"); },
                              .hint = [this] { return tokenHint(); },
                              .problem = [this] { return tokenProblem(); }});
    m_allow = m_form->add(
        u"receiverAllow"_s, new QPlainTextEdit,
        {.label = [] { return tr("Senders"); },
         .hint =
             [] {
                 return tr(
                     "Addresses or ranges such as 10.1.0.0/16, one per line. Empty: any address that can reach it.");
             },
         .problem =
             [this] {
                 QString problem;
                 senders(&problem);
                 return problem;
             }});
    m_allow->setTabChangesFocus(true);
    m_allow->setFixedHeight(24 * Unit);
    const auto isMissing = [](const FileField *file, const FileField *other) {
        return file->path().isEmpty() && !other->path().isEmpty();
    };
    m_cert = new FileField(FileField::Purpose::Open);
    m_key = new FileField(FileField::Purpose::Open);
    m_form->add(
        u"receiverCert"_s, m_cert,
        {.label = [] { return tr("Certificate"); },
         .hint = [] { return tr("PEM file with the chain, for HTTPS. Empty: plain HTTP."); },
         .problem = [=, this] { return isMissing(m_cert, m_key) ? tr("The key needs its certificate.") : QString(); }});
    m_form->add(
        u"receiverKey"_s, m_key,
        {.label = [] { return tr("Private key"); },
         .hint = [] { return tr("PEM file that belongs to the certificate."); },
         .problem = [=, this] { return isMissing(m_key, m_cert) ? tr("The certificate needs its key.") : QString(); }});
}

void SettingsReceiver::addLimits()
{
    m_form->addHead([] { return tr("Limits"); });
    m_body = m_form->add(u"receiverBody"_s, new QLineEdit,
                         {.label = [] { return tr("Largest push, KiB"); },
                          .hint = [] { return tr("From 4 to 65,536. A usual push has 2 KiB."); },
                          .bounds = BodyKiB});
    m_connections = m_form->add(u"receiverConnections"_s, new QLineEdit,
                                {.label = [] { return tr("Most connections"); },
                                 .hint = [] { return tr("From 1 to 65,535 at the same time."); },
                                 .bounds = Connections});
    m_health = m_form->add(u"receiverHealth"_s, new QCheckBox,
                           {.label = [] { return tr("Health"); },
                            .hint = [] { return tr("Otherwise /healthz and /metrics answer this computer only."); }});
    bindText(m_health, [] { return tr("answers any address"); });
}

QWidget *SettingsReceiver::makeTokenField()
{
    auto *row = new QWidget;
    m_token = makeNamed<QLineEdit>(u"receiverToken"_s);
    m_token->setEchoMode(QLineEdit::Password);
    row->setFocusProxy(m_token);
    m_showToken = makeButton(
        u"receiverShowToken"_s, [] { return tr("Show"); }, [] { return tr("Show the token"); });
    m_showToken->setCheckable(true);
    auto *fresh = makeButton(
        u"receiverNewToken"_s, [] { return tr("New"); }, [] { return tr("Generate a new token"); });
    connect(fresh, &QPushButton::clicked, this, [this] { m_token->setText(randomToken()); });
    QHBoxLayout *layout = makeRow({m_token, m_showToken, fresh}, 0);
    layout->setContentsMargins({});
    layout->setSpacing(Unit);
    row->setLayout(layout);
    return row;
}

void SettingsReceiver::layOut()
{
    m_apply = makeButton(u"receiverApply"_s, [] { return tr("Apply"); });
    m_apply->setProperty("styleClass", u"primary"_s);
    bindTip(m_apply, [] { return tr("Apply these settings after pending answers are sent"); });
    m_undo = makeButton(u"receiverUndo"_s, [] { return tr("Undo changes"); });
    m_open = new WarningBar(u"openSettings"_s);
    m_status = makeStatus(u"receiverStatus"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(3 * Unit);
    layout->addWidget(m_form);
    layout->addWidget(m_open);
    layout->addLayout(makeRow({m_status, m_undo, m_apply}, 0));
    layout->addStretch(1);
}

void SettingsReceiver::connectAll()
{
    connect(m_form, &FieldForm::changed, this, &SettingsReceiver::showState);
    bindLanguage(this, [this] { showState(); });
    connect(m_showToken, &QPushButton::toggled, this,
            [this](bool shown) { m_token->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password); });
    connect(m_apply, &QPushButton::clicked, this, &SettingsReceiver::apply);
    connect(m_undo, &QPushButton::clicked, this, [this] {
        fill(m_services.receiver.config());
        say(u"caption"_s, {});
    });
    connect(&m_services.control, &ReceiverControl::starting, this, [this] {
        showState();
        say(u"caption"_s, tr("Reading the token. Settings can be changed afterwards."));
    });
    connect(&m_services.control, &ReceiverControl::started, this, [this] {
        fill(m_services.receiver.config());
        say(u"caption"_s, {});
    });
    connect(&m_services.control, &ReceiverControl::applied, this, [this] {
        fill(m_services.receiver.config());
        say(u"good"_s, tr("Saved. The receiver listens on %1.").arg(m_services.receiver.url().toString()));
    });
    connect(&m_services.control, &ReceiverControl::refused, this, &SettingsReceiver::takeRefusal);
}

QString SettingsReceiver::title() const
{
    return tr("Receiver");
}

QString SettingsReceiver::tokenHint() const
{
    const QString where = m_services.preferences.tokenPlace() == Preferences::TokenPlace::File
        ? tr("Stored in %1, which only you can read, because no keyring is available.")
              .arg(m_services.preferences.tokenFile())
        : tr("Stored in the desktop's keyring, or in a file that only you can read where there is none.");
    return tr("Pushes must contain it: add ?token=… to the address at the platform. Empty: no token is required.")
        + u' ' + where;
}

void SettingsReceiver::setActive(bool active)
{
    if (!active)
        m_showToken->setChecked(false);
    else if (!m_undo->isEnabled())
        fill(m_services.receiver.config());
}

void SettingsReceiver::fill(const ReceiverConfig &config)
{
    m_form->fill([&] {
        m_address->setEditText(config.address.toString());
        m_port->setText(QString::number(config.port));
        m_path->setText(config.path);
        m_token->setText(QString::fromUtf8(config.token));
        QStringList allow;
        for (const Subnet &subnet : config.allow)
            allow.append(subnet.toString());
        m_allow->setPlainText(allow.join(u'\n'));
        m_cert->setPath(config.tlsCertFile);
        m_key->setPath(config.tlsKeyFile);
        m_body->setText(QString::number(config.maxBodyBytes / KiB));
        m_connections->setText(QString::number(config.maxConnections));
        m_health->setChecked(config.openHealth);
    });
}

QList<Subnet> SettingsReceiver::senders(QString *problem) const
{
    QList<Subnet> subnets;
    static const QRegularExpression dividers(u"[\\s,;，；]+"_s);
    const QStringList texts = m_allow->toPlainText().split(dividers, Qt::SkipEmptyParts);
    for (const QString &text : texts) {
        const auto subnet = Subnet::parse(text);
        if (subnet)
            subnets.append(*subnet);
        else if (problem->isEmpty())
            *problem = tr("\"%1\" is not an address or a range.").arg(text);
    }
    return subnets;
}

QString SettingsReceiver::addressProblem() const
{
    const bool isAddress = !QHostAddress(m_address->currentText().trimmed()).isNull();
    return isAddress ? QString() : tr("This is not an IP address such as 127.0.0.1.");
}

QString SettingsReceiver::portProblem() const
{
    const bool isOfNow = m_port->text().trimmed() == QString::number(m_services.receiver.config().port);
    return isOfNow || numberIn(m_port, {1, 65'535}) ? QString() : tr("A port is a number from 1 to 65,535.");
}

QString SettingsReceiver::pathProblem() const
{
    static const QRegularExpression path(u"^/[A-Za-z0-9._~/-]*$"_s);
    const bool isPath = path.match(m_path->text().trimmed()).hasMatch();
    return isPath ? QString() : tr("A path begins with / and contains only letters, digits and . _ ~ -");
}

QString SettingsReceiver::tokenProblem() const
{
    static const QRegularExpression token(u"^[A-Za-z0-9._~-]*$"_s);
    const QString text = m_token->text();
    if (!token.match(text).hasMatch())
        return tr("Only letters, digits and . _ ~ - because it is part of an address.");
    if (text.size() > MostTokenLength || (!text.isEmpty() && text.size() < LeastTokenLength))
        return tr("From %1 to %2 characters, so that it can't be guessed.").arg(LeastTokenLength).arg(MostTokenLength);
    return {};
}

ReceiverConfig SettingsReceiver::edited() const
{
    ReceiverConfig config = m_services.receiver.config();
    QString problem;
    config.address = QHostAddress(m_address->currentText().trimmed());
    config.port = static_cast<quint16>(numberIn(m_port, {0, 65'535}).value_or(config.port));
    config.path = m_path->text().trimmed();
    config.token = m_token->text().toUtf8();
    config.allow = senders(&problem);
    config.tlsCertFile = m_cert->path();
    config.tlsKeyFile = m_key->path();
    const qint64 bodyKiB = numberIn(m_body, BodyKiB).value_or(config.maxBodyBytes / KiB);
    if (bodyKiB != config.maxBodyBytes / KiB)
        config.maxBodyBytes = bodyKiB * KiB;
    config.maxConnections = static_cast<int>(numberIn(m_connections, Connections).value_or(1));
    config.openHealth = m_health->isChecked();
    return config;
}

void SettingsReceiver::showState()
{
    const bool isBusy = m_services.control.isBusy();
    const ReceiverConfig wanted = edited();
    m_open->setWarning(exposureWarnings(wanted).join(u' '));
    const bool isChanged = wanted != m_services.receiver.config();
    const bool isDemo = m_services.preferences.isDemo();
    m_form->setEnabled(!isBusy && !isDemo);
    m_apply->setEnabled(isChanged && !isBusy && !isDemo && !m_form->hasProblem());
    m_undo->setEnabled((isChanged || m_form->hasProblem()) && !isBusy);
    if (isDemo)
        say(u"caption"_s, tr("The demo receives its own simulated calls. Its receiver can't be changed."));
}

void SettingsReceiver::apply()
{
    say(u"caption"_s, tr("The receiver is applying the new settings…"));
    m_services.control.apply(edited());
    showState();
}

void SettingsReceiver::takeRefusal(ReceiverControl::Fault fault, const QString &reason)
{
    showState();
    if (fault == ReceiverControl::Fault::Tls)
        m_form->setProblem(m_cert, reason);
    else
        m_form->setProblem(fault == ReceiverControl::Fault::Keeping ? m_tokenRow : m_port, reason);
    say(u"bad"_s, m_services.receiver.url().isEmpty() ? tr("The receiver is closed.") : tr("Nothing was changed."));
}

void SettingsReceiver::say(const QString &styleClass, const QString &text)
{
    setText(m_status, styleClass, text);
}

} // namespace callboard
