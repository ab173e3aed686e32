// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/campaigns/campaigns_matrix.h"

#include "text/format.h"
#include "ui/common/tables/figure_table_view.h"
#include "ui/common/theme/bind_text.h"
#include "ui/common/theme/plain_text.h"
#include "ui/common/theme/theme.h"
#include "ui/session/exports/export_requests.h"
#include "ui/session/figures/live_figures.h"
#include "ui/session/view_state.h"

#include <QButtonGroup>
#include <QDateTime>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int CodeWidth = 14 * Theme::Unit, WidestCode = 20 * Theme::Unit;
constexpr int NameWidth = 28 * Theme::Unit;
constexpr int WideEnough = 1500; ///< px: from here on both tables have room beside each other
constexpr int Gap = 2 * Theme::Unit;
constexpr int RowHeight = 6 * Theme::Unit, HeadRoom = 35 * Theme::Unit; ///< px of a table: a row, everything else

CampaignTables::Show showOf(const QButtonGroup &group)
{
    return static_cast<CampaignTables::Show>(group.checkedId());
}

} // namespace

CampaignsMatrix::CampaignsMatrix(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_attempts(new FigurePanel(services.theme))
    , m_contacts(new FigurePanel(services.theme))
    , m_splitter(new QSplitter(Qt::Horizontal))
    , m_show(new QButtonGroup(this))
    , m_by(new QButtonGroup(this))
    , m_stack(new QToolButton)
    , m_open(new QPushButton)
    , m_hint(new PlainLabel)
    , m_error(new PlainLabel)
{
    layOut();
    connectTable(m_attempts->view(), m_contacts->view());
    connectTable(m_contacts->view(), m_attempts->view());
    connect(&m_clock, &RefreshClock::due, this, &CampaignsMatrix::ask);
    connect(&services.feed, &LiveFigures::figuresChanged, &m_clock, &RefreshClock::noteChange);
    connect(&services.view, &ViewState::changed, &m_clock, &RefreshClock::askNow);
    connect(&services.theme, &Theme::changed, this, &CampaignsMatrix::redraw);
    connect(m_show, &QButtonGroup::idClicked, this, &CampaignsMatrix::redraw);
    connect(m_by, &QButtonGroup::idClicked, this, &CampaignsMatrix::redraw);
    connect(m_stack, &QToolButton::clicked, this, [this](bool stacked) {
        m_isStackedByUser = stacked;
        setStacked(stacked);
    });
    connect(m_open, &QPushButton::clicked, this,
            [this] { openCampaign(attemptsView().figures().keyOf(attemptsView().currentIndex().row())); });
    bindTexts();
}

FigureTableView &CampaignsMatrix::attemptsView() const
{
    return m_attempts->view();
}

FigureTableView &CampaignsMatrix::contactsView() const
{
    return m_contacts->view();
}

QToolButton *CampaignsMatrix::addSegment(QButtonGroup *group, int id, const QString &name)
{
    auto *button = new QToolButton;
    button->setObjectName(name);
    button->setProperty("styleClass", u"segment"_s);
    button->setCheckable(true);
    button->setChecked(id == 0);
    button->setFocusPolicy(Qt::StrongFocus);
    group->addButton(button, id);
    return button;
}

void CampaignsMatrix::layOut()
{
    m_hint->setProperty("styleClass", u"caption"_s);
    m_error->setProperty("styleClass", u"bad"_s);
    m_error->setWordWrap(true);
    m_error->hide();
    m_stack->setObjectName(u"stackMatrix"_s);
    m_stack->setCheckable(true);
    m_stack->setProperty("styleClass", u"boxed"_s);
    m_stack->setFocusPolicy(Qt::StrongFocus);
    m_open->setObjectName(u"openCampaign"_s);
    auto *bar = new QHBoxLayout;
    bar->setSpacing(Theme::Unit);
    bar->addWidget(addSegment(m_show, static_cast<int>(CampaignTables::Show::Count), u"showCounts"_s));
    bar->addWidget(addSegment(m_show, static_cast<int>(CampaignTables::Show::Share), u"showShares"_s));
    bar->addSpacing(Gap);
    bar->addWidget(m_hint, 1);
    bar->addWidget(m_stack);
    bar->addWidget(m_open);
    m_hint->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_contacts->addControl(addSegment(m_by, static_cast<int>(CampaignTables::ContactsBy::Last), u"byLast"_s));
    m_contacts->addControl(addSegment(m_by, static_cast<int>(CampaignTables::ContactsBy::Best), u"byBest"_s));
    for (FigurePanel *panel : {m_attempts, m_contacts}) {
        connect(panel, &FigurePanel::exportRequested, this, [this, panel] { exportPanel(panel); });
        panel->view().setTallHeader(true);
        panel->view().setRowTitles(true, NameWidth);
        panel->view().setColumnWidths(CodeWidth);
        m_splitter->addWidget(panel);
    }
    m_attempts->view().setObjectName(u"attemptsMatrix"_s);
    m_contacts->view().setObjectName(u"contactsMatrix"_s);
    m_splitter->setHandleWidth(Gap);
    m_splitter->setChildrenCollapsible(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Gap);
    layout->addLayout(bar);
    layout->addWidget(m_error);
    layout->addWidget(m_splitter, 1);
}

/// Both tables show the same campaigns and codes: what is scrolled, sorted or current in one is so in the other.
void CampaignsMatrix::connectTable(FigureTableView &view, FigureTableView &other)
{
    connect(&view, &FigureTableView::callsRequested, this, &CampaignsMatrix::callsRequested);
    connect(&view, &FigureTableView::rowRequested, this, &CampaignsMatrix::openCampaign);
    connect(view.verticalScrollBar(), &QScrollBar::valueChanged, other.verticalScrollBar(), &QScrollBar::setValue);
    connect(view.horizontalScrollBar(), &QScrollBar::valueChanged, other.horizontalScrollBar(), &QScrollBar::setValue);
    connect(&view, &FigureTableView::sortedByUser, this, [&view, &other] {
        other.horizontalHeader()->setSortIndicator(-1, Qt::DescendingOrder);
        other.figures().followOrder(view.figures().order());
    });
    connect(view.selectionModel(), &QItemSelectionModel::currentChanged, this, &CampaignsMatrix::updateOpenButton);
}

void CampaignsMatrix::setActive(bool active)
{
    m_clock.setActive(active);
    if (active)
        return;
    m_query.cancel();
    m_clock.askNow(); // whatever was under way: asked for anew when the page is shown again
}

void CampaignsMatrix::ask()
{
    const TimeRange range =
        m_services.view.period().resolve(QDateTime::currentMSecsSinceEpoch(), m_services.format.zone());
    const QStringList scope = m_services.view.taskIds();
    m_query.cancel();
    m_query = m_services.readers.ask<TaskMatrix>(
        this,
        [range, scope, rules = m_services.feed.rules()](Connection &connection) {
            return loadTaskMatrix(connection, range, scope, rules);
        },
        [this, scope, range](const TaskMatrix &matrix) {
            m_scope = scope;
            m_range = range;
            take(matrix);
        },
        [this](const QString &why) { fail(why); });
}

void CampaignsMatrix::take(const TaskMatrix &matrix)
{
    m_isLoaded = true;
    m_matrix = matrix;
    m_error->hide();
    redraw();
    arrange();
    m_clock.answered();
}

void CampaignsMatrix::fail(const QString &why)
{
    m_error->setText(tr("The campaigns could not be read: %1").arg(why));
    m_error->show();
    m_clock.answered();
}

void CampaignsMatrix::redraw()
{
    if (!m_isLoaded)
        return;
    const CampaignContext context{m_services.theme, m_services.format, m_services.feed.rules(),
                                  [this](const QString &taskId) { return m_services.feed.taskName(taskId); }};
    const auto by = static_cast<CampaignTables::ContactsBy>(m_by->checkedId());
    attemptsView().setTable(CampaignTables::attempts(m_matrix, m_scope, showOf(*m_show), context));
    contactsView().setTable(CampaignTables::contacts(m_matrix, m_scope, by, showOf(*m_show), context));
    for (FigureTableView *view : {&attemptsView(), &contactsView()})
        view->setColumnWidths(attemptsView().widthForWords(CodeWidth, WidestCode));
    if (contactsView().horizontalHeader()->sortIndicatorSection() < 0)
        contactsView().figures().followOrder(attemptsView().figures().order());
    else
        attemptsView().figures().followOrder(contactsView().figures().order());
    updateOpenButton();
}

void CampaignsMatrix::openCampaign(const QString &key)
{
    if (key != CampaignTables::totalKey())
        Q_EMIT campaignRequested(key);
}

void CampaignsMatrix::exportPanel(const FigurePanel *panel)
{
    CallFilter calls;
    calls.range = m_range;
    calls.taskIds = m_scope;
    Q_EMIT exportRequested(exportRequestOf(*panel, u"results"_s, calls));
}

void CampaignsMatrix::updateOpenButton()
{
    const int row = attemptsView().currentIndex().row();
    const QString key = attemptsView().figures().keyOf(row);
    const bool isCampaign = row >= 0 && key != CampaignTables::totalKey();
    m_open->setEnabled(isCampaign);
    m_open->setText(isCampaign ? tr("Open %1").arg(m_services.feed.taskName(key)) : tr("Open the campaign"));
}

void CampaignsMatrix::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

/// Above each other more codes are seen at a time; beside each other only where not all campaigns fit that way.
void CampaignsMatrix::arrange()
{
    if (m_isStackedByUser)
        return;
    const int needed = 2 * (HeadRoom + attemptsView().figures().rowCount() * RowHeight);
    setStacked(width() < WideEnough || needed <= height());
}

void CampaignsMatrix::setStacked(bool stacked)
{
    m_stack->setChecked(stacked);
    m_splitter->setOrientation(stacked ? Qt::Vertical : Qt::Horizontal);
}

void CampaignsMatrix::saveState(QSettings &settings) const
{
    settings.setValue("campaigns/show"_L1, m_show->checkedId());
    settings.setValue("campaigns/contactsBy"_L1, m_by->checkedId());
    if (m_isStackedByUser)
        settings.setValue("campaigns/stacked"_L1, *m_isStackedByUser);
    attemptsView().saveSorting(settings, u"campaigns/sort"_s);
}

void CampaignsMatrix::restoreState(QSettings &settings)
{
    for (const auto &[group, key] :
         {std::pair(m_show, "campaigns/show"_L1), std::pair(m_by, "campaigns/contactsBy"_L1)}) {
        if (QAbstractButton *button = group->button(settings.value(key, 0).toInt()))
            button->setChecked(true);
    }
    if (settings.contains("campaigns/stacked"_L1)) {
        m_isStackedByUser = settings.value("campaigns/stacked"_L1).toBool();
        setStacked(*m_isStackedByUser);
    }
    attemptsView().restoreSorting(settings, u"campaigns/sort"_s);
}

void CampaignsMatrix::focusTable()
{
    attemptsView().setFocus(Qt::ShortcutFocusReason);
    if (!attemptsView().currentIndex().isValid())
        attemptsView().setCurrentIndex(
            attemptsView().figures().index(std::min(1, attemptsView().figures().rowCount() - 1), 0));
}

void CampaignsMatrix::bindTexts()
{
    bindText(m_show->button(0), [] { return tr("Counts"); });
    bindText(m_show->button(1), [] { return tr("Shares"); });
    bindTip(m_show->button(0), [] { return tr("How many calls and contacts"); });
    bindTip(m_show->button(1), [] { return tr("Share of the campaign's attempts or contacts"); });
    bindText(m_by->button(0), [] { return tr("Last result"); });
    bindText(m_by->button(1), [] { return tr("Best result"); });
    bindTip(m_by->button(0), [] { return tr("Each contact stands under the result of its last call in the period"); });
    bindTip(m_by->button(1), [] {
        return tr("Each contact stands under the result of its last connected call in the period, or of "
                  "its last call where none was connected");
    });
    bindText(m_stack, [] { return tr("One above the other"); });
    bindTip(m_stack, [] { return tr("Attempts above contacts instead of beside them"); });
    bindText(m_hint, [] { return tr("Click a figure for its calls, a name for the campaign."); });
    bindLanguage(this, [this] {
        m_attempts->setTitle(tr("Attempts by result"));
        m_contacts->setTitle(tr("Contacts by result"));
        updateOpenButton();
    });
    onLanguageChange(this, [this] { redraw(); });
}

} // namespace callboard
