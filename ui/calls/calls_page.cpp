// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calls/calls_page.h"

#include "record/filter/filter_persons.h"
#include "store/write/store_writer.h"
#include "ui/calls/call_list_loader.h"
#include "ui/calls/calls_detail.h"
#include "ui/calls/calls_filter_bar.h"
#include "ui/calls/calls_header.h"
#include "ui/calls/calls_saved.h"
#include "ui/calls/calls_table_view.h"
#include "ui/common/theme/bind_text.h"
#include "ui/common/theme/plain_text.h"
#include "ui/common/theme/theme.h"
#include "ui/session/figures/kept_note.h"
#include "ui/session/figures/live_figures.h"
#include "ui/session/privacy_guard.h"
#include "ui/session/view_state.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int Unit = Theme::Unit;
constexpr int NoticeMs = 6000;
constexpr int DetailPauseMs = 1000;
const QString SplitterKey = u"calls/splitter"_s;
const QString SavedKey = u"calls/savedFilters"_s, CurrentKey = u"calls/filter"_s;

QByteArray compact(const SavedFilters &filters)
{
    return QJsonDocument(filters.toJson()).toJson(QJsonDocument::Compact);
}

SavedFilters filtersIn(const QSettings &settings, const QString &key)
{
    return SavedFilters::fromJson(QJsonDocument::fromJson(settings.value(key).toByteArray()).array());
}

CallDetail readDetail(Connection &connection, qint64 id)
{
    CallDetail detail;
    detail.call = loadCall(connection, id);
    if (detail.call.id == 0)
        return detail;
    detail.raw = loadRawMessages(connection, detail.call);
    detail.tries = loadTries(connection, detail.call);
    detail.allTries = countTries(connection, detail.call);
    return detail;
}

} // namespace

CallsPage::CallsPage(const Services &services, QWidget *parent)
    : Page(parent)
    , m_services(services)
    , m_source(services.readers)
{
    makeWidgets();
    layOut();
    connectFilter();
    connectTable();
    connectServices();
    bindTexts();
    m_loader->setQuestion([this] { return filter(); });
    m_loader->setRowsInView([this] { return m_table->rowsInView(); });
    takeRules();
    m_loader->setActive(false);
    m_loader->reload(true);
}

CallsPage::~CallsPage()
{
    m_source.cancelLists();
}

void CallsPage::makeWidgets()
{
    const auto taskName = [feed = &m_services.feed](const QString &id) { return feed->taskName(id); };
    m_model = new CallTableModel(m_services.format, m_services.theme, this);
    m_model->setTaskNames(taskName);
    m_model->setPrivacy(m_services.view.privacy(), m_services.view.personalColumns());
    m_loader = new CallListLoader(*m_model, m_source, this);
    m_bar = new CallsFilterBar(m_services.format, m_services.theme);
    m_chips = new CallsChips(m_services.format, taskName);
    m_chips->setPersonalColumns(m_services.view.personalColumns());
    m_saved = new CallsSaved;
    m_table = new CallsTableView(*m_model);
    m_detail = new CallsDetail(m_services.format, m_services.theme, taskName);
    m_detail->setPrivacy(m_services.view.privacy(), m_services.view.personalColumns());
    m_splitter = new QSplitter(Qt::Horizontal);
    m_count = new PlainLabel;
    m_count->setObjectName(u"callCount"_s);
    m_count->setProperty("styleClass", u"title"_s);
    m_notice = new PlainLabel;
    m_notice->setObjectName(u"callNotice"_s);
    m_notice->setProperty("styleClass", u"caption"_s);
    m_kept = new KeptNote(m_services);
    m_newCalls = new QPushButton;
    m_newCalls->setObjectName(u"newCalls"_s);
    m_newCalls->hide();
    m_elsewhere = new QPushButton;
    m_elsewhere->setObjectName(u"elsewhere"_s);
    m_elsewhere->hide();
    m_export = new QPushButton;
    m_export->setObjectName(u"exportCalls"_s);
    m_columns = new QToolButton;
    m_columns->setObjectName(u"columnChooser"_s);
    m_columns->setProperty("styleClass", u"boxed"_s);
    m_columns->setPopupMode(QToolButton::InstantPopup);
    m_columns->setFocusPolicy(Qt::StrongFocus);
    m_columns->setMenu(new QMenu(m_columns));
    m_detailTimer.setSingleShot(true);
    m_detailTimer.setInterval(DetailPauseMs);
    m_noticeTimer.setSingleShot(true);
    m_noticeTimer.setInterval(NoticeMs);
}

QLayout *CallsPage::makeToolRow()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(2 * Unit);
    row->addWidget(m_count);
    row->addWidget(m_newCalls);
    row->addWidget(m_elsewhere);
    row->addSpacing(2 * Unit);
    row->addWidget(m_bar->switches());
    row->addWidget(m_notice, 1);
    row->addWidget(m_saved);
    row->addWidget(m_columns);
    row->addWidget(m_export);
    return row;
}

void CallsPage::layOut()
{
    auto *left = new QFrame;
    left->setProperty("styleClass", u"panel"_s);
    auto *leftLayout = new QVBoxLayout(left);
    leftLayout->setContentsMargins(1, 1, 1, 1);
    leftLayout->addWidget(m_table);
    auto *right = new QFrame;
    right->setProperty("styleClass", u"panel"_s);
    auto *rightLayout = new QVBoxLayout(right);
    rightLayout->setContentsMargins({});
    rightLayout->addWidget(m_detail);
    m_splitter->addWidget(left);
    m_splitter->addWidget(right);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(2 * Unit);
    m_splitter->setSizes({170 * Unit, 110 * Unit});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(2 * Unit);
    layout->addWidget(m_bar);
    layout->addWidget(m_bar->resultChips());
    layout->addWidget(m_chips);
    layout->addLayout(makeToolRow());
    layout->addWidget(m_kept);
    layout->addWidget(m_splitter, 1);
}

void CallsPage::connectFilter()
{
    connect(m_bar, &CallsFilterBar::filterChanged, this, &CallsPage::takeChange);
    connect(m_chips, &CallsChips::partsChanged, this, &CallsPage::takeChange);
    connect(m_bar, &CallsFilterBar::resetRequested, this, &CallsPage::reset);
    connect(m_saved, &CallsSaved::saveRequested, this, &CallsPage::saveFilter);
    connect(m_saved, &CallsSaved::chosen, this, &CallsPage::showSaved);
    connect(m_table, &CallsTableView::restrictionRequested, this,
            [this](const CallsTableView::Restriction &restriction) {
                CallFilter narrowed = filter();
                restriction(narrowed);
                showFilter(narrowed);
            });
}

void CallsPage::connectTable()
{
    connect(m_table, &CallsTableView::readingChanged, this, [this](bool reading) { m_loader->setFollowing(!reading); });
    connect(&m_table->header(), &CallsHeader::orderChanged, m_loader, &CallListLoader::setOrder);
    connect(&m_table->header(), &CallsHeader::orderChanged, this, &CallsPage::stateChanged);
    connect(m_table, &CallsTableView::erasureRequested, this, &CallsPage::erasureRequested);
    connect(m_table, &CallsTableView::scrolled, m_loader, &CallListLoader::noteScroll);
    connect(m_table, &CallsTableView::callChosen, this, &CallsPage::chooseRow);
    connect(m_table, &CallsTableView::notice, this, [this](const QString &text) {
        m_notice->setText(text);
        m_noticeTimer.start();
    });
    connect(&m_noticeTimer, &QTimer::timeout, m_notice, &QLabel::clear);
    connect(m_loader, &CallListLoader::listChanged, this, &CallsPage::showCount);
    connect(m_loader, &CallListLoader::newCalls, this, &CallsPage::showNewCalls);
    connect(m_loader, &CallListLoader::failed, m_notice, &QLabel::setText);
    connect(m_newCalls, &QPushButton::clicked, m_table, &CallsTableView::goToTop);
    connect(m_elsewhere, &QPushButton::clicked, this, &CallsPage::showAllTime);
    connect(m_export, &QPushButton::clicked, this, [this] { Q_EMIT exportRequested({u"calls"_s, filter(), nullptr}); });
    connect(m_columns->menu(), &QMenu::aboutToShow, this, [this] {
        m_columns->menu()->clear();
        m_table->fillColumnMenu(*m_columns->menu());
    });
    connect(m_detail, &CallsDetail::revealRequested, this, &CallsPage::reveal);
    connect(m_detail, &CallsDetail::tryChosen, this, &CallsPage::loadDetail);
    connect(m_detail, &CallsDetail::exportRequested, this, &CallsPage::exportRequested);
    connect(&m_detailTimer, &QTimer::timeout, this, [this] {
        if (m_detail->callId() != 0)
            loadDetail(m_detail->callId());
    });
}

void CallsPage::connectServices()
{
    connect(m_saved, &CallsSaved::filtersChanged, this, &CallsPage::stateChanged);
    connect(&m_services.view, &ViewState::numberErased, m_saved, &CallsSaved::removePerson);
    connect(&m_services.view, &ViewState::changed, this, &CallsPage::takeFrameChange);
    connect(&m_services.feed, &LiveFigures::figuresChanged, this, &CallsPage::takeRules);
    connect(&m_services.view, &ViewState::privacyChanged, this, [this] {
        m_chips->setPersonalColumns(m_services.view.personalColumns());
        m_model->setPrivacy(m_services.view.privacy(), m_services.view.personalColumns());
        m_detail->setPrivacy(m_services.view.privacy(), m_services.view.personalColumns());
    });
    connect(&m_services.feed, &LiveFigures::committed, this, [this] {
        m_loader->noteCommit();
        if (isVisible() && m_detail->callId() != 0 && !m_detailTimer.isActive())
            m_detailTimer.start();
    });
}

void CallsPage::bindTexts()
{
    bindName(m_table, [] { return tr("Calls"); });
    bindText(m_columns, [] { return tr("Columns") + u" ▾"_s; });
    bindName(m_columns, [] { return tr("Choose the columns of the table"); });
    bindText(m_export, [] { return tr("Export…"); });
    bindName(m_export, [] { return tr("Export these calls to a file"); });
    bindName(m_newCalls, [] { return tr("Go to the newest calls"); });
    bindTip(m_newCalls, [] {
        return tr("The list is paused while you read. Click, or press Escape in the table, to follow new calls again.");
    });
    bindLanguage(this, [this] {
        m_table->setEmptyText(tr("No call matches. Choose a longer period above, or reset the filter."));
        showCount();
    });
}

QString CallsPage::title() const
{
    return tr("Calls");
}

void CallsPage::setActive(bool active)
{
    m_loader->setActive(active);
}

void CallsPage::focusFilter()
{
    m_bar->focusFirst();
}

void CallsPage::saveState(QSettings &settings) const
{
    m_table->saveColumns(settings);
    settings.setValue(SplitterKey, m_splitter->saveState());
    settings.setValue(SavedKey, compact(m_saved->filters()));
    SavedFilters now; // a list of one
    SavedFilter last = current(u"now"_s);
    last.filter = withoutPersons(last.filter);
    now.put(last);
    settings.setValue(CurrentKey, compact(now));
}

void CallsPage::restoreState(QSettings &settings)
{
    if (settings.contains(u"calls/columns"_s))
        m_table->restoreColumns(settings);
    m_splitter->restoreState(settings.value(SplitterKey).toByteArray());
    m_saved->setFilters(filtersIn(settings, SavedKey));
    if (const SavedFilters last = filtersIn(settings, CurrentKey); !last.list().isEmpty())
        showInFrame(last.list().constFirst());
}

void CallsPage::showCount()
{
    const qint64 shown = m_model->index().count;
    const Format &format = m_services.format;
    const CallFilter now = m_loader->filter();
    CallFilter all = unfiltered();
    all.range = now.range; // a period that moves on has moved on meanwhile
    const bool restricted = now != all;
    showElsewhere();
    m_kept->setRange(now.range); // what can no longer be listed is said where it would be
    m_count->setText(restricted && m_total >= shown
                         ? tr("%1 of %2 calls").arg(format.count(shown), format.count(m_total))
                         : shown == 1 ? tr("1 call")
                                      : tr("%1 calls").arg(format.count(shown)));
    if (!restricted)
        return;
    const auto question = [all](Connection &connection) { return countCalls(connection, all); };
    m_totalQuery.cancel();
    m_totalQuery = m_services.readers.ask<qint64>(this, question, [this, shown](const qint64 &total) {
        m_total = total;
        if (total >= shown && shown == m_model->index().count)
            m_count->setText(tr("%1 of %2 calls").arg(m_services.format.count(shown), m_services.format.count(total)));
    });
}

void CallsPage::showNewCalls(qint64 count)
{
    m_newCalls->setVisible(count > 0);
    m_newCalls->setText(u"▲ "_s
                        + (count == 1 ? tr("1 new call") : tr("%1 new calls").arg(m_services.format.count(count))));
}

void CallsPage::chooseRow(int row)
{
    const CallRecord *call = m_model->callAt(row);
    if (call)
        loadDetail(call->id);
    else if (row < 0) {
        m_detailQuery.cancel();
        m_detail->clear();
    }
}

void CallsPage::loadDetail(qint64 id)
{
    m_detailQuery.cancel();
    m_detailQuery = m_services.readers.ask<CallDetail>(
        this, [id](Connection &connection) { return readDetail(connection, id); },
        [this](const CallDetail &detail) { takeDetail(detail); },
        [this](const QString &why) { m_notice->setText(why); });
}

void CallsPage::takeDetail(const CallDetail &detail)
{
    if (detail.call.id == 0)
        return m_detail->clear();
    m_detail->showDetail(detail);
    m_model->update(m_table->currentIndex().row(), detail.call);
}

/// Another call may be shown when the question is answered.
void CallsPage::reveal()
{
    PrivacyGuard::revealCall(m_services, m_detail->callUuid(), this, [this, id = m_detail->callId()] {
        if (id == m_detail->callId())
            m_detail->reveal();
    });
}

} // namespace callboard
