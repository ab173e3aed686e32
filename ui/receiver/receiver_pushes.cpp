// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/receiver/receiver_pushes.h"

#include "ui/common/forms/controls.h"
#include "ui/common/tables/list_view.h"
#include "ui/common/theme/screen_text.h"
#include "ui/common/theme/theme.h"
#include "ui/session/exports/export_requests.h"
#include "ui/session/figures/live_figures.h"
#include "ui/session/view_state.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int Unit = Theme::Unit;
constexpr int PauseMs = 500;
} // namespace

ReceiverPushes::ReceiverPushes(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_model(makePushList(
          services.format, [&view = services.view] { return view.privacy(); }, this))
    , m_table(new ListView(u"pushTable"_s, *m_model))
    , m_body(makeNamed<QPlainTextEdit>(u"pushBody"_s))
    , m_none(makeCaption({}, [] { return tr("No messages yet. The latest ones are shown here."); }))
{
    layOut();
    m_pause.setSingleShot(true);
    m_pause.setInterval(PauseMs);
    connect(&m_pause, &QTimer::timeout, this, &ReceiverPushes::refresh);
    connect(&services.feed, &LiveFigures::committed, this, [this] {
        if (isVisible() && !m_pause.isActive())
            m_pause.start();
    });
    connect(m_table, &ListView::chosenChanged, this, &ReceiverPushes::showBody);
    connect(&services.view, &ViewState::privacyChanged, this, [this] {
        m_model->refresh();
        showBody();
    });
}

void ReceiverPushes::layOut()
{
    m_body->setReadOnly(true);
    m_body->setTabChangesFocus(true);
    bindName(m_body, [] { return tr("Body of the message"); });
    bindPlaceholder(m_body, [] { return tr("Select a message to see its body."); });
    bindName(m_table, [] { return tr("The last messages, newest first"); });
    auto *exported = makeButton(
        u"exportPushes"_s, [] { return tr("Export…"); }, [] { return tr("Export the last messages to a file"); });
    connect(exported, &QPushButton::clicked, this,
            [this] { Q_EMIT exportRequested(exportRequestOf(*m_table, {}, {}, m_services.view.privacy())); });
    auto *message = new QWidget;
    auto *messageLayout = new QVBoxLayout(message);
    messageLayout->setContentsMargins({});
    messageLayout->addWidget(exported, 0, Qt::AlignRight);
    messageLayout->addWidget(m_body, 1);
    QSplitter *splitter = makeSplitter(Qt::Horizontal, {m_table, message}, {180 * Unit, 105 * Unit});
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 2 * Unit, 0, 0);
    layout->addWidget(m_none);
    layout->addWidget(splitter, 1);
}

void ReceiverPushes::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void ReceiverPushes::refresh()
{
    if (!isVisible())
        return;
    if (m_query.isActive())
        return m_pause.start(); // the answer under way may lack the newest
    m_query = m_services.readers.ask<QList<ReadMessage>>(
        this, [](Connection &connection) { return readLatestMessages(connection); },
        [this](const QList<ReadMessage> &messages) {
            m_model->setRows(messages);
            m_none->setVisible(messages.isEmpty());
        },
        [this](const QString &why) {
            m_none->setText(why);
            m_none->show();
        });
}

void ReceiverPushes::showBody()
{
    const QList<int> chosen = m_table->selectedRows();
    const ReadMessage *message = chosen.isEmpty() ? nullptr : m_model->at(chosen.constFirst());
    if (!message)
        return m_body->clear();
    const QByteArray &body = message->message.entry.body;
    const bool covered = m_services.view.privacy() == Privacy::Masked;
    m_body->setPlainText(
        screenText(covered ? maskBody(body, m_services.view.personalColumns()) : QString::fromUtf8(body)));
}

} // namespace callboard
