// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/welcome.h"

#include "receiver/server/receiver.h"
#include "ui/common/theme/bind_text.h"
#include "ui/common/theme/plain_text.h"
#include "ui/common/theme/theme.h"
#include "ui/session/push_address_field.h"

#include <QCoreApplication>
#include <QFile>
#include <QLabel>
#include <QProcess>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int CardWidth = 160 * Theme::Unit;
/// The specification's example, which the test push sends unchanged: its task and the minute of its hang-up.
constexpr qint64 ExampleMinute = bucketStart(1'527'737'784'829, MinuteMs);
constexpr auto ExampleTask = "0"_L1;

QByteArray examplePush()
{
    QFile file(u":/example_push.json"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QLabel *wrapping(const QString &styleClass)
{
    auto *label = new PlainLabel;
    label->setProperty("styleClass", styleClass);
    label->setWordWrap(true);
    return label;
}

} // namespace

Welcome::Welcome(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_heading(wrapping(u"heading"_s))
    , m_intro(wrapping({}))
    , m_urlCaption(wrapping(u"title"_s))
    , m_outcome(wrapping({}))
    , m_meaning(wrapping(u"caption"_s))
    , m_url(new PushAddressField(services))
    , m_test(new QPushButton)
    , m_demo(new QPushButton)
{
    auto *card = new QFrame;
    card->setProperty("styleClass", u"panel"_s);
    card->setMaximumWidth(CardWidth);
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(8 * Theme::Unit, 8 * Theme::Unit, 8 * Theme::Unit, 8 * Theme::Unit);
    layout->setSpacing(3 * Theme::Unit);
    layout->addWidget(m_heading);
    layout->addWidget(m_intro);
    layout->addSpacing(2 * Theme::Unit);
    layout->addWidget(m_urlCaption);
    layout->addWidget(m_url);
    layout->addLayout(makeButtons());
    layout->addWidget(m_outcome);
    layout->addSpacing(2 * Theme::Unit);
    layout->addWidget(m_meaning);
    auto *outer = new QVBoxLayout(this);
    outer->addStretch(2);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(card, 8);
    row->addStretch(1);
    outer->addLayout(row);
    outer->addStretch(3);
    connect(&services.receiver, &Receiver::listening, this, &Welcome::showUrl);
    connect(&services.receiver, &Receiver::failed, this, [this](const QString &why) { say(why, u"bad"_s); });
    connect(m_url, &PushAddressField::copied, this, [this](const QString &text) {
        say(text + u' ' + tr("Enter it at the platform as the address for call records."), u"good"_s);
    });
    connect(m_test, &QPushButton::clicked, this, &Welcome::sendTestPush);
    connect(m_demo, &QPushButton::clicked, this, &Welcome::startDemo);
    connect(&m_push, &TestPush::answered, this, &Welcome::takeAnswer);
    bindTexts();
    showUrl();
}

QLayout *Welcome::makeButtons()
{
    m_test->setProperty("styleClass", u"primary"_s);
    auto *row = new QHBoxLayout;
    row->addWidget(m_test);
    row->addWidget(m_demo);
    row->addStretch(1);
    return row;
}

void Welcome::showUrl()
{
    m_test->setEnabled(!m_services.receiver.url().isEmpty());
}

void Welcome::sendTestPush()
{
    m_sent = true;
    m_test->setEnabled(false);
    say(tr("Sending…"), {});
    m_push.send(m_services.receiver.url(), m_services.receiver.config().token, examplePush());
}

void Welcome::takeAnswer(int status, const QString &error)
{
    m_test->setEnabled(true);
    if (status == 200)
        return say(tr("The receiver answered \"success\": the specification's example call is stored. It is from 31 "
                      "May 2018, so "
                      "you find it under Calls with a period that holds that day."),
                   u"good"_s);
    say(status == 0
            ? tr("No answer from the receiver: %1").arg(error)
            : tr("The receiver answered with status %1. Nothing was stored as a call; see Receiver for the reason.")
                  .arg(status),
        u"bad"_s);
}

void Welcome::startDemo()
{
    const bool started = QProcess::startDetached(QCoreApplication::applicationFilePath(), {u"--demo"_s});
    say(started ? tr("A second window opens with simulated campaigns. This store is not changed.")
                : tr("The demo could not be started. Run \"callboard --demo\" from a terminal to see why."),
        started ? u"good"_s : u"bad"_s);
}

void Welcome::say(const QString &text, const QString &styleClass)
{
    m_outcome->setProperty("styleClass", styleClass);
    m_outcome->style()->unpolish(m_outcome);
    m_outcome->style()->polish(m_outcome);
    m_outcome->setText(text);
}

bool Welcome::holdsRealCall(const CommitNotice &notice)
{
    for (const CommitDelta &delta : notice.commits) {
        for (auto it = delta.cells.cbegin(); it != delta.cells.cend(); ++it) {
            if (it.key().bucket != ExampleMinute || it.key().taskId != ExampleTask)
                return true;
        }
    }
    return false;
}

void Welcome::bindTexts()
{
    bindText(m_heading, [] { return tr("Waiting for the first call record"); });
    bindText(m_intro, [] {
        return tr("Enter this address at your dialling platform. When it pushes the first call, this page "
                  "changes to the live board.");
    });
    bindText(m_urlCaption, [] { return tr("Address for call records (receiveCallRecord)"); });
    bindText(m_test, [] { return tr("Send a test push"); });
    bindTip(m_test, [] { return tr("Sends the specification's own example to this address over HTTP"); });
    bindText(m_demo, [] { return tr("Show a demo"); });
    bindTip(m_demo, [] { return tr("Opens a second window with simulated campaigns and a temporary store"); });
    bindText(m_meaning, [] {
        return tr("The platform pushes a call when it is over, so a call appears here right after its hang-up.");
    });
    onLanguageChange(this, [this] {
        m_outcome->clear();
        showUrl();
    });
}

} // namespace callboard
