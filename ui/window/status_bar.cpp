// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/status_bar.h"

#include "receiver/server/receiver.h"
#include "record/call/clocks.h"
#include "store/database/store_problem_text.h"
#include "store/write/store_writer.h"
#include "text/format.h"
#include "ui/common/theme/bind_text.h"
#include "ui/common/theme/label_style.h"
#include "ui/common/theme/plain_text.h"
#include "ui/common/theme/theme.h"
#include "ui/reports/export_words.h"
#include "ui/session/exports/export_queue.h"
#include "ui/session/figures/live_figures.h"
#include "ui/session/services.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int RefreshMs = 1000;

constexpr qsizetype MostSigns = 72;

QString elided(const QString &text)
{
    return text.size() > MostSigns ? text.left(MostSigns - 1).trimmed() + u'…' : text;
}

} // namespace

StatusBar::StatusBar(const Services &services, QWidget *parent)
    : QFrame(parent)
    , m_services(services)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(3 * Theme::Unit, Theme::Unit, 3 * Theme::Unit, Theme::Unit);
    layout->setSpacing(5 * Theme::Unit);
    m_light = addLabel(u"light"_s);
    m_address = addLabel(u"address"_s);
    layout->addStretch(1);
    m_exports = new QToolButton;
    m_exports->setObjectName(u"runningExports"_s);
    m_exports->setProperty("styleClass", u"status"_s);
    m_exports->setFocusPolicy(Qt::StrongFocus);
    layout->addWidget(m_exports);
    m_lastPush = addLabel(u"lastPush"_s);
    m_rate = addLabel(u"rate"_s);
    m_awaiting = addLabel(u"awaiting"_s);
    m_stored = addLabel(u"stored"_s);
    m_disk = addLabel(u"disk"_s);
    m_address->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_light->setFont(m_services.theme.font(TypeStep::Small));
    m_timer.setInterval(RefreshMs);
    m_timer.start();
    connect(&m_timer, &QTimer::timeout, this, &StatusBar::refresh);
    connect(&services.feed, &LiveFigures::overviewChanged, this, &StatusBar::refresh);
    connect(&services.receiver, &Receiver::listening, this, [this] { setReceiverTrouble({}); });
    connect(&services.receiver, &Receiver::failed, this, &StatusBar::setReceiverTrouble);
    connect(m_exports, &QToolButton::clicked, this, &StatusBar::exportsRequested);
    connect(&services.exports, &ExportQueue::listChanged, this, &StatusBar::showExports);
    connect(&services.exports, &ExportQueue::progressed, this, &StatusBar::showExports);
    refresh();
    onLanguageChange(this, [this] {
        for (QLabel *label : {m_lastPush, m_rate, m_awaiting, m_stored, m_disk})
            label->setMinimumWidth(0);
        refresh();
    });
}

QLabel *StatusBar::addLabel(const QString &name)
{
    auto *label = new PlainLabel(this);
    label->setObjectName(name);
    label->setProperty("styleClass", QByteArray("caption"));
    layout()->addWidget(label);
    return label;
}

void StatusBar::setReceiverTrouble(const QString &trouble)
{
    m_receiverTrouble = trouble;
    refresh();
}

StatusBar::Health StatusBar::health() const
{
    const StoreProblem problem = m_services.writer.problem();
    if (!m_receiverTrouble.isEmpty())
        return {tr("Not receiving: %1").arg(m_receiverTrouble), "bad"};
    if (!problem.isNone())
        return {elided(storeProblemSummary(problem)), "bad"}; // the bar over the page has the rest
    if (m_services.receiver.url().isEmpty())
        return {tr("Receiver is starting"), "warning"};
    return {tr("Receiving"), "good"};
}

void StatusBar::refresh()
{
    const Format &format = m_services.format;
    const LiveFigures &feed = m_services.feed;
    const Health now = health();
    m_light->setText(u"● "_s + now.words);
    setStyleClass(m_light, QString::fromLatin1(now.styleClass));
    m_address->setText(m_services.receiver.url().toString());
    m_address->setAccessibleName(tr("Address for the platform"));
    const qint64 age = ageOf(feed.lastPushAt(), feed.nowMs());
    m_lastPush->setText(feed.lastPushAt() == 0 ? tr("no push yet") : tr("last push %1").arg(format.ago(age)));
    m_rate->setText(tr("%1 pushes/min").arg(format.count(qRound64(feed.pushesPerMinute()))));
    m_awaiting->setText(tr("%1 awaiting outcome").arg(format.count(feed.overview().awaiting)));
    m_stored->setText(tr("%1 calls stored").arg(format.count(feed.overview().calls)));
    const qint64 disk = m_services.writer.ingestState().freeDiskBytes;
    showExports();
    m_disk->setText(disk < 0 ? QString() : tr("%1 disk free").arg(format.bytes(disk)));
    holdStill();
}

/// A figure that gains a digit takes its room at once and keeps it: what stands beside it does not jump every second.
void StatusBar::holdStill()
{
    for (QLabel *label : {m_lastPush, m_rate, m_awaiting, m_stored, m_disk})
        label->setMinimumWidth(std::max(label->minimumWidth(), label->sizeHint().width()));
}

void StatusBar::showExports()
{
    const QString words = queueSentence(m_services.exports, m_services.format);
    m_exports->setVisible(!words.isEmpty());
    if (m_exports->text() == words)
        return;
    m_exports->setText(words);
    setTip(m_exports, tr("Show the exports"));
}

} // namespace callboard
