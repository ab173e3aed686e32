// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/receiver/receiver_pushes.h"

#include "ui/common/tables/table_copier.h"
#include "ui/common/theme/plain_text.h"
#include "ui/common/theme/screen_text.h"
#include "ui/common/theme/theme.h"
#include "ui/receiver/push_table_model.h"
#include "ui/session/exports/export_requests.h"
#include "ui/session/figures/live_figures.h"
#include "ui/session/view_state.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int Unit = Theme::Unit;
constexpr int PauseMs = 500;
constexpr int Widths[] = {38 * Unit, 22 * Unit, 22 * Unit, 28 * Unit, 15 * Unit, 20 * Unit};

QTableView *makeTable(QAbstractItemModel *model)
{
    auto *table = new QTableView;
    table->setObjectName(u"pushTable"_s);
    table->setModel(model);
    table->setSelectionBehavior(QTableView::SelectRows);
    table->setSelectionMode(QTableView::SingleSelection);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(6 * Unit);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setStretchLastSection(true);
    for (int column = 0; column < static_cast<int>(std::size(Widths)); ++column)
        table->setColumnWidth(column, Widths[column]);
    new TableCopier(*table);
    return table;
}

} // namespace

ReceiverPushes::ReceiverPushes(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_model(new PushTableModel(services.format, this))
    , m_table(makeTable(m_model))
    , m_body(new QPlainTextEdit)
    , m_none(new PlainLabel)
    , m_export(new QPushButton)
{
    layOut();
    m_model->setPrivacy(services.view.privacy());
    m_pause.setSingleShot(true);
    m_pause.setInterval(PauseMs);
    connect(&m_pause, &QTimer::timeout, this, &ReceiverPushes::refresh);
    connect(&services.feed, &LiveFigures::committed, this, [this] {
        if (isVisible() && !m_pause.isActive())
            m_pause.start();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ReceiverPushes::showBody);
    connect(m_export, &QPushButton::clicked, this,
            [this] { Q_EMIT exportRequested(exportRequestOf(*m_table, {}, {}, m_services.view.privacy())); });
    connect(&services.view, &ViewState::privacyChanged, this, [this] {
        m_model->setPrivacy(m_services.view.privacy());
        showBody();
    });
    retranslate();
}

void ReceiverPushes::layOut()
{
    m_body->setObjectName(u"pushBody"_s);
    m_body->setReadOnly(true);
    m_body->setTabChangesFocus(true);
    m_none->setProperty("styleClass", u"caption"_s);
    m_none->setWordWrap(true);
    m_export->setObjectName(u"exportPushes"_s);
    auto *message = new QWidget;
    auto *messageLayout = new QVBoxLayout(message);
    messageLayout->setContentsMargins({});
    messageLayout->addWidget(m_export, 0, Qt::AlignRight);
    messageLayout->addWidget(m_body, 1);
    auto *splitter = new QSplitter(Qt::Horizontal);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(2 * Unit);
    splitter->addWidget(m_table);
    splitter->addWidget(message);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setSizes({180 * Unit, 105 * Unit});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 2 * Unit, 0, 0);
    layout->addWidget(m_none);
    layout->addWidget(splitter, 1);
}

void ReceiverPushes::retranslate()
{
    m_table->setAccessibleName(tr("The last messages, newest first"));
    m_body->setAccessibleName(tr("Body of the message"));
    m_body->setPlaceholderText(tr("Select a message to see its body."));
    m_export->setText(tr("Export…"));
    m_export->setAccessibleName(tr("Export the last messages to a file"));
    m_none->setText(tr("No messages yet. The latest ones are shown here."));
    m_none->setVisible(m_model->rowCount() == 0);
    m_table->viewport()->update();
}

void ReceiverPushes::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
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
            m_model->setLatest(messages);
            m_none->setVisible(messages.isEmpty());
        },
        [this](const QString &why) {
            m_none->setText(why);
            m_none->show();
        });
}

void ReceiverPushes::showBody()
{
    const QModelIndexList chosen = m_table->selectionModel()->selectedRows();
    const ReadMessage *message = chosen.isEmpty() ? nullptr : m_model->at(chosen.constFirst().row());
    if (!message)
        return m_body->clear();
    const QByteArray &body = message->message.entry.body;
    const bool covered = m_services.view.privacy() == Privacy::Masked;
    m_body->setPlainText(
        screenText(covered ? maskBody(body, m_services.view.personalColumns()) : QString::fromUtf8(body)));
}

} // namespace callboard
