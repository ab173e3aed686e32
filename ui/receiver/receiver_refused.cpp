// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/receiver/receiver_refused.h"

#include "record/call/masking.h"
#include "store/database/store_problem_text.h"
#include "store/write/store_writer.h"
#include "ui/common/tables/table_copier.h"
#include "ui/common/theme/plain_text.h"
#include "ui/common/theme/screen_text.h"
#include "ui/common/theme/theme.h"
#include "ui/session/logs/log_exports.h"
#include "ui/session/view_state.h"

#include <QEvent>
#include <QHeaderView>
#include <QJsonDocument>
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
}

ReceiverRefused::ReceiverRefused(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
{
    makeWidgets();
    layOut();
    connectAll();
    retranslate();
}

void ReceiverRefused::makeWidgets()
{
    m_model = new RejectedTableModel(m_services.format, this);
    m_table = new QTableView;
    m_table->setObjectName(u"refusedTable"_s);
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QTableView::SelectRows);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(6 * Unit);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setStretchLastSection(true);
    const int widths[] = {40 * Unit, 56 * Unit, 25 * Unit, 21 * Unit};
    for (int column = 0; column < static_cast<int>(std::size(widths)); ++column)
        m_table->setColumnWidth(column, widths[column]);
    new TableCopier(*m_table);
    m_body = new QPlainTextEdit;
    m_body->setObjectName(u"refusedBody"_s);
    m_body->setReadOnly(true);
    m_body->setTabChangesFocus(true);
    m_status = new PlainLabel;
    m_status->setObjectName(u"refusedStatus"_s);
    m_status->setProperty("styleClass", u"caption"_s);
    m_status->setWordWrap(true);
    m_status->hide();
    m_none = new PlainLabel;
    m_none->setProperty("styleClass", u"caption"_s);
    m_none->setWordWrap(true);
    m_error = new PlainLabel;
    m_error->setObjectName(u"refusedError"_s);
    m_error->setWordWrap(true);
    m_covered = new PlainLabel;
    m_covered->setObjectName(u"refusedCovered"_s);
    m_covered->setProperty("styleClass", u"caption"_s);
    m_covered->setWordWrap(true);
    m_covered->hide();
    m_replaySelected = new QPushButton;
    m_replaySelected->setObjectName(u"replaySelected"_s);
    m_replayAll = new QPushButton;
    m_replayAll->setObjectName(u"replayAll"_s);
    m_export = new QPushButton;
    m_export->setObjectName(u"exportRefused"_s);
}

void ReceiverRefused::layOut()
{
    auto *top = new QHBoxLayout;
    top->addStretch(1);
    top->addWidget(m_replaySelected);
    top->addWidget(m_replayAll);
    top->addWidget(m_export);
    auto *message = new QWidget;
    auto *messageLayout = new QVBoxLayout(message);
    messageLayout->setContentsMargins({});
    messageLayout->addLayout(top);
    messageLayout->addWidget(m_status);
    messageLayout->addWidget(m_error);
    messageLayout->addWidget(m_body, 1);
    messageLayout->addWidget(m_covered);
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

void ReceiverRefused::connectAll()
{
    connect(m_model, &RejectedTableModel::moreRequested, this, &ReceiverRefused::loadMore);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &ReceiverRefused::showState);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ReceiverRefused::showSelected);
    connect(m_replaySelected, &QPushButton::clicked, this, [this] { replay(selectedIds()); });
    connect(m_replayAll, &QPushButton::clicked, this, [this] { replay({}); });
    connect(m_export, &QPushButton::clicked, this, [this] {
        Q_EMIT exportRequested({{}, {}, std::make_shared<const TableExport>(refusedMessages())});
    });
    connect(&m_services.view, &ViewState::privacyChanged, this, [this] { showMessage(m_shown); });
}

void ReceiverRefused::retranslate()
{
    m_table->setAccessibleName(tr("Refused messages, newest first"));
    m_body->setAccessibleName(tr("Body of the refused message"));
    m_body->setPlaceholderText(tr("Select a message to see its body."));
    m_covered->setText(tr("Not JSON: all numbers are masked, and so are the customer row and whatever follows the name "
                          "of a personal column. Other words can't be distinguished and are shown."));
    m_replaySelected->setText(tr("Replay selected"));
    setTip(m_replaySelected, tr("Process the selected messages again, for instance after an update that accepts them"));
    m_replayAll->setText(tr("Replay all"));
    m_export->setText(tr("Export…"));
    m_export->setAccessibleName(tr("Export the refused messages to a file"));
    m_none->setText(
        tr("No refused messages. Messages that can't be read are kept here with the reason, and can be replayed."));
    showMessage(m_shown);
    showState();
}

void ReceiverRefused::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ReceiverRefused::refresh()
{
    m_pageQuery.cancel();
    m_pageQuery = m_services.readers.ask<QList<RejectedMessage>>(
        this, [](Connection &connection) { return loadRejectedPage(connection, 0, RejectedTableModel::PageRows); },
        [this](const QList<RejectedMessage> &page) { m_model->putNewest(page); },
        [this](const QString &why) { say(why); });
}

void ReceiverRefused::loadMore()
{
    const auto question = [last = m_model->lastId()](Connection &connection) {
        return loadRejectedPage(connection, last, RejectedTableModel::PageRows);
    };
    m_pageQuery = m_services.readers.ask<QList<RejectedMessage>>(
        this, question, [this](const QList<RejectedMessage> &page) { m_model->append(page); },
        [this](const QString &why) { say(why); });
}

QList<qint64> ReceiverRefused::selectedIds() const
{
    QList<qint64> ids;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        ids.append(m_model->at(index.row())->id);
    return ids;
}

void ReceiverRefused::showState()
{
    const bool any = m_model->rowCount() > 0;
    m_replayAll->setEnabled(any && !m_replaying);
    m_replaySelected->setEnabled(m_table->selectionModel()->hasSelection() && !m_replaying);
    m_none->setVisible(!any);
}

void ReceiverRefused::showSelected()
{
    showState();
    const RejectedMessage *chosen = m_model->at(m_table->currentIndex().row());
    if (!chosen || !m_table->selectionModel()->hasSelection())
        return;
    m_bodyQuery.cancel();
    m_bodyQuery = m_services.readers.ask<RejectedMessage>(
        this, [id = chosen->id](Connection &connection) { return loadRejected(connection, id); },
        [this](const RejectedMessage &message) { showMessage(message); }, [this](const QString &why) { say(why); });
}

void ReceiverRefused::showMessage(const RejectedMessage &message)
{
    m_shown = message;
    m_error->setVisible(message.id != 0);
    m_error->setText(rejectedSentence(message));
    const bool covered = m_services.view.privacy() == Privacy::Masked;
    m_covered->setVisible(covered && message.id != 0 && QJsonDocument::fromJson(message.body).isNull());
    m_body->setPlainText(screenText(covered ? maskBody(message.body, m_services.view.personalColumns())
                                            : QString::fromUtf8(message.body)));
}

void ReceiverRefused::replay(const QList<qint64> &ids)
{
    m_replaying = true;
    say(tr("Replaying…"));
    showState();
    m_services.writer.replay(ids, this, [this](const ReplayResult &result) { takeReplay(result); });
}

void ReceiverRefused::say(const QString &text)
{
    m_status->setText(text);
    m_status->setVisible(!text.isEmpty());
}

void ReceiverRefused::takeReplay(const ReplayResult &result)
{
    m_replaying = false;
    const Format &format = m_services.format;
    say(result.problem.isNone() ? tr("Replayed: %1 accepted, %2 refused again and kept.")
                                      .arg(format.count(result.accepted), format.count(result.refusedAgain))
                                : storeProblemText(result.problem));
    showState();
    refresh();
}

} // namespace callboard
