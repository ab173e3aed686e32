// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/receiver/receiver_refused.h"

#include "record/call/masking.h"
#include "store/database/store_problem_text.h"
#include "store/write/store_writer.h"
#include "ui/common/forms/controls.h"
#include "ui/common/tables/list_view.h"
#include "ui/common/theme/screen_text.h"
#include "ui/common/theme/theme.h"
#include "ui/session/logs/log_exports.h"
#include "ui/session/view_state.h"

#include <QJsonDocument>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
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
    bindLanguage(this, [this] {
        showMessage(m_shown);
        showState();
    });
}

void ReceiverRefused::makeWidgets()
{
    m_model = makeRejectedList(m_services.format, this);
    m_table = new ListView(u"refusedTable"_s, *m_model);
    m_table->setSelectionMode(QTableView::ExtendedSelection);
    bindName(m_table, [] { return tr("Refused messages, newest first"); });
    m_body = makeNamed<QPlainTextEdit>(u"refusedBody"_s);
    m_body->setReadOnly(true);
    m_body->setTabChangesFocus(true);
    bindName(m_body, [] { return tr("Body of the refused message"); });
    bindPlaceholder(m_body, [] { return tr("Select a message to see its body."); });
    m_status = makeCaption(u"refusedStatus"_s);
    m_status->hide();
    m_none = makeCaption({}, [] {
        return tr(
            "No refused messages. Messages that can't be read are kept here with the reason, and can be replayed.");
    });
    m_error = makeStatus(u"refusedError"_s);
    m_covered = makeCaption(u"refusedCovered"_s, [] {
        return tr("Not JSON: all numbers are masked, and so are the customer row and whatever follows the name "
                  "of a personal column. Other words can't be distinguished and are shown.");
    });
    m_covered->hide();
    m_replaySelected = makeButton(u"replaySelected"_s, [] { return tr("Replay selected"); });
    bindTip(m_replaySelected,
            [] { return tr("Process the selected messages again, for instance after an update that accepts them"); });
    m_replayAll = makeButton(u"replayAll"_s, [] { return tr("Replay all"); });
    m_export = makeButton(
        u"exportRefused"_s, [] { return tr("Export…"); }, [] { return tr("Export the refused messages to a file"); });
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
    QSplitter *splitter = makeSplitter(Qt::Horizontal, {m_table, message}, {180 * Unit, 105 * Unit});
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 2 * Unit, 0, 0);
    layout->addWidget(m_none);
    layout->addWidget(splitter, 1);
}

void ReceiverRefused::connectAll()
{
    connect(m_model, &ListModelBase::moreRequested, this, &ReceiverRefused::loadMore);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &ReceiverRefused::showState);
    connect(m_table, &ListView::chosenChanged, this, &ReceiverRefused::showSelected);
    connect(m_replaySelected, &QPushButton::clicked, this, [this] { replay(selectedIds()); });
    connect(m_replayAll, &QPushButton::clicked, this, [this] { replay({}); });
    connect(m_export, &QPushButton::clicked, this, [this] {
        Q_EMIT exportRequested({{}, {}, std::make_shared<const TableExport>(refusedMessages())});
    });
    connect(&m_services.view, &ViewState::privacyChanged, this, [this] { showMessage(m_shown); });
}

void ReceiverRefused::refresh()
{
    m_pageQuery.cancel();
    m_pageQuery = m_services.readers.ask<QList<RejectedMessage>>(
        this, [](Connection &connection) { return loadRejectedPage(connection, 0, RejectedPageRows); },
        [this](const QList<RejectedMessage> &page) { m_model->setFirstPage(page, RejectedPageRows); },
        [this](const QString &why) { say(why); });
}

void ReceiverRefused::loadMore()
{
    const auto question = [last = m_model->rows().isEmpty() ? 0 : m_model->rows().constLast().id](
                              Connection &connection) { return loadRejectedPage(connection, last, RejectedPageRows); };
    m_pageQuery = m_services.readers.ask<QList<RejectedMessage>>(
        this, question, [this](const QList<RejectedMessage> &page) { m_model->appendPage(page, RejectedPageRows); },
        [this](const QString &why) { say(why); });
}

QList<qint64> ReceiverRefused::selectedIds() const
{
    QList<qint64> ids;
    for (const int row : m_table->selectedRows())
        ids.append(m_model->at(row)->id);
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
    const RejectedMessage *chosen = m_model->at(m_table->currentRow());
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
