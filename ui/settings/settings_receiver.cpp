// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings_receiver.h"

#include "receiver/config/exposure.h"
#include "receiver/server/receiver.h"
#include "ui/common/forms/field_form.h"
#include "ui/common/forms/file_field.h"
#include "ui/common/forms/warning_bar.h"
#include "ui/common/theme/label_style.h"
#include "ui/common/theme/plain_text.h"
#include "ui/common/theme/theme.h"
#include "ui/session/preferences.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int Unit = Theme::Unit;
constexpr qint64 KiB = 1024;
constexpr qint64 LeastBodyKiB = 4, MostBodyKiB = 65'536;
constexpr qint64 MostConnections = 65'535;
constexpr qsizetype LeastTokenLength = 16, MostTokenLength = 200;

/// Letters and digits that can't be taken for each other, about 143 bits.
QString randomToken()
{
    static const QString letters = u"ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789"_s;
    QString token;
    while (token.size() < 24)
        token += letters[QRandomGenerator::system()->bounded(static_cast<int>(letters.size()))];
    return token;
}

} // namespace

SettingsReceiver::SettingsReceiver(const Services &services, QWidget *parent)
    : SettingsSection(parent)
    , m_services(services)
    , m_form(new FieldForm)
{
    makeWidgets();
    layOut();
    connectAll();
    retranslate();
    fill(services.receiver.config());
}

void SettingsReceiver::makeWidgets()
{
    const auto makeEdit = [](const QString &name) {
        auto *edit = new QLineEdit;
        edit->setObjectName(name);
        return edit;
    };
    m_address = new QComboBox;
    m_address->setObjectName(u"receiverAddress"_s);
    m_address->setEditable(true);
    m_port = makeEdit(u"receiverPort"_s);
    m_path = makeEdit(u"receiverPath"_s);
    m_token = makeEdit(u"receiverToken"_s);
    m_body = makeEdit(u"receiverBody"_s);
    m_connections = makeEdit(u"receiverConnections"_s);
    m_allow = new QPlainTextEdit;
    m_allow->setObjectName(u"receiverAllow"_s);
    m_allow->setTabChangesFocus(true);
    m_allow->setFixedHeight(24 * Unit);
    m_cert = new FileField(FileField::Purpose::Open);
    m_cert->setObjectName(u"receiverCert"_s);
    m_key = new FileField(FileField::Purpose::Open);
    m_key->setObjectName(u"receiverKey"_s);
    m_health = new QCheckBox;
    m_health->setObjectName(u"receiverHealth"_s);
    m_apply = new QPushButton;
    m_apply->setObjectName(u"receiverApply"_s);
    m_apply->setProperty("styleClass", u"primary"_s);
    m_undo = new QPushButton;
    m_undo->setObjectName(u"receiverUndo"_s);
    m_open = new WarningBar(u"openSettings"_s);
    m_status = new PlainLabel;
    m_status->setObjectName(u"receiverStatus"_s);
    m_status->setWordWrap(true);
}

QWidget *SettingsReceiver::makeTokenField()
{
    auto *row = new QWidget;
    row->setObjectName(u"receiverTokenRow"_s);
    row->setFocusProxy(m_token);
    m_token->setEchoMode(QLineEdit::Password);
    m_showToken = new QPushButton;
    m_showToken->setObjectName(u"receiverShowToken"_s);
    m_showToken->setCheckable(true);
    m_newToken = new QPushButton;
    m_newToken->setObjectName(u"receiverNewToken"_s);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->setSpacing(Unit);
    layout->addWidget(m_token, 1);
    layout->addWidget(m_showToken);
    layout->addWidget(m_newToken);
    return row;
}

void SettingsReceiver::layOut()
{
    m_tokenRow = makeTokenField();
    m_listenHead = m_form->addHead();
    for (QWidget *control : std::initializer_list<QWidget *>{m_address, m_port, m_path})
        m_form->add(control);
    m_guardHead = m_form->addHead();
    for (QWidget *control : std::initializer_list<QWidget *>{m_tokenRow, m_allow, m_cert, m_key})
        m_form->add(control);
    m_limitHead = m_form->addHead();
    for (QWidget *control : std::initializer_list<QWidget *>{m_body, m_connections, m_health})
        m_form->add(control);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_status, 1);
    buttons->addWidget(m_undo);
    buttons->addWidget(m_apply);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(3 * Unit);
    layout->addWidget(m_form);
    layout->addWidget(m_open);
    layout->addLayout(buttons);
    layout->addStretch(1);
}

void SettingsReceiver::connectAll()
{
    for (QLineEdit *edit : {m_port, m_path, m_token, m_body, m_connections})
        connect(edit, &QLineEdit::textChanged, this, &SettingsReceiver::check);
    connect(m_address, &QComboBox::editTextChanged, this, &SettingsReceiver::check);
    connect(m_allow, &QPlainTextEdit::textChanged, this, &SettingsReceiver::check);
    for (FileField *field : {m_cert, m_key})
        connect(field, &FileField::changed, this, &SettingsReceiver::check);
    connect(m_health, &QCheckBox::toggled, this, &SettingsReceiver::check);
    connect(m_showToken, &QPushButton::toggled, this,
            [this](bool shown) { m_token->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password); });
    connect(m_newToken, &QPushButton::clicked, this, [this] { m_token->setText(randomToken()); });
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

void SettingsReceiver::retranslate()
{
    m_listenHead->setText(tr("Network"));
    m_guardHead->setText(tr("Who may push"));
    m_limitHead->setText(tr("Limits"));
    const QString given = m_services.preferences.isListenGiven()
        ? tr("Set on the command line with --listen, which overrides this setting.")
        : QString();
    m_form->setTexts(m_address, tr("Address"),
                     given.isEmpty() ? tr("127.0.0.1 means this computer only, 0.0.0.0 (IPv6: ::) every network.")
                                     : given);
    m_form->setTexts(m_port, tr("Port"), given);
    m_form->setTexts(m_path, tr("Path"), tr("The part of the address after the port."));
    m_form->setTexts(m_tokenRow, tr("Token"), tokenHint());
    m_token->setAccessibleName(tr("Token"));
    m_form->setTexts(
        m_allow, tr("Senders"),
        tr("Addresses or ranges such as 10.1.0.0/16, one per line. Empty: any address that can reach it."));
    m_form->setTexts(m_cert, tr("Certificate"), tr("PEM file with the chain, for HTTPS. Empty: plain HTTP."));
    m_form->setTexts(m_key, tr("Private key"), tr("PEM file that belongs to the certificate."));
    m_cert->edit()->setAccessibleName(tr("Certificate"));
    m_key->edit()->setAccessibleName(tr("Private key"));
    m_form->setTexts(m_body, tr("Largest push, KiB"), tr("From 4 to 65,536. A usual push has 2 KiB."));
    m_form->setTexts(m_connections, tr("Most connections"), tr("From 1 to 65,535 at the same time."));
    m_form->setTexts(m_health, tr("Health"), tr("Otherwise /healthz and /metrics answer this computer only."));
    m_health->setText(tr("answers any address"));
    m_showToken->setText(tr("Show"));
    m_showToken->setAccessibleName(tr("Show the token"));
    m_newToken->setText(tr("New"));
    m_newToken->setAccessibleName(tr("Generate a new token"));
    m_apply->setText(tr("Apply"));
    setTip(m_apply, tr("Apply these settings after pending answers are sent"));
    m_undo->setText(tr("Undo changes"));
    check();
}

void SettingsReceiver::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    SettingsSection::changeEvent(event);
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
    m_filling = true;
    if (m_address->count() == 0)
        m_address->addItems({u"127.0.0.1"_s, u"0.0.0.0"_s, u"::"_s});
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
    m_filling = false;
    m_form->setTexts(m_tokenRow, tr("Token"), tokenHint());
    check();
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

void SettingsReceiver::checkAddress()
{
    const bool isAddress = !QHostAddress(m_address->currentText().trimmed()).isNull();
    m_form->setProblem(m_address, isAddress ? QString() : tr("This is not an IP address such as 127.0.0.1."));
    const bool isFree = m_port->text().trimmed() == QString::number(m_services.receiver.config().port);
    const bool isPort = isFree || numberIn(m_port, 1, 65'535).has_value();
    m_form->setProblem(m_port, isPort ? QString() : tr("A port is a number from 1 to 65,535."));
    static const QRegularExpression path(u"^/[A-Za-z0-9._~/-]*$"_s);
    m_form->setProblem(m_path,
                       path.match(m_path->text().trimmed()).hasMatch()
                           ? QString()
                           : tr("A path begins with / and contains only letters, digits and . _ ~ -"));
}

void SettingsReceiver::checkFiles()
{
    static const QRegularExpression token(u"^[A-Za-z0-9._~-]*$"_s);
    const QString text = m_token->text();
    QString problem;
    if (!token.match(text).hasMatch())
        problem = tr("Only letters, digits and . _ ~ - because it is part of an address.");
    else if (text.size() > MostTokenLength || (!text.isEmpty() && text.size() < LeastTokenLength))
        problem =
            tr("From %1 to %2 characters, so that it can't be guessed.").arg(LeastTokenLength).arg(MostTokenLength);
    m_form->setProblem(m_tokenRow, problem);
    problem.clear();
    senders(&problem);
    m_form->setProblem(m_allow, problem);
    const bool half = m_cert->path().isEmpty() != m_key->path().isEmpty();
    m_form->setProblem(m_cert, half && m_cert->path().isEmpty() ? tr("The key needs its certificate.") : QString());
    m_form->setProblem(m_key, half && m_key->path().isEmpty() ? tr("The certificate needs its key.") : QString());
}

void SettingsReceiver::checkLimits()
{
    const bool isBody = numberIn(m_body, LeastBodyKiB, MostBodyKiB).has_value();
    m_form->setProblem(m_body, isBody ? QString() : tr("A whole number from 4 to 65,536."));
    const bool isCount = numberIn(m_connections, 1, MostConnections).has_value();
    m_form->setProblem(m_connections, isCount ? QString() : tr("A whole number from 1 to 65,535."));
}

void SettingsReceiver::check()
{
    if (m_filling)
        return;
    checkAddress();
    checkFiles();
    checkLimits();
    showState();
}

ReceiverConfig SettingsReceiver::edited() const
{
    ReceiverConfig config = m_services.receiver.config();
    QString problem;
    config.address = QHostAddress(m_address->currentText().trimmed());
    config.port = static_cast<quint16>(numberIn(m_port, 0, 65'535).value_or(config.port));
    config.path = m_path->text().trimmed();
    config.token = m_token->text().toUtf8();
    config.allow = senders(&problem);
    config.tlsCertFile = m_cert->path();
    config.tlsKeyFile = m_key->path();
    const qint64 bodyKiB = numberIn(m_body, LeastBodyKiB, MostBodyKiB).value_or(config.maxBodyBytes / KiB);
    if (bodyKiB != config.maxBodyBytes / KiB)
        config.maxBodyBytes = bodyKiB * KiB;
    config.maxConnections = static_cast<int>(numberIn(m_connections, 1, MostConnections).value_or(1));
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
    for (QWidget *fixed : std::initializer_list<QWidget *>{m_address, m_port})
        fixed->setEnabled(!m_services.preferences.isListenGiven());
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
