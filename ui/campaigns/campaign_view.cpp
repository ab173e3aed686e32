// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/campaigns/campaign_view.h"

#include "text/format.h"
#include "ui/campaigns/campaign_groups.h"
#include "ui/campaigns/campaign_header.h"
#include "ui/campaigns/campaign_hours.h"
#include "ui/campaigns/campaign_overview.h"
#include "ui/campaigns/campaign_tries.h"
#include "ui/common/theme/bind_text.h"
#include "ui/common/theme/plain_text.h"
#include "ui/common/theme/theme.h"
#include "ui/session/figures/live_figures.h"
#include "ui/session/view_state.h"

#include <QDateTime>
#include <QLabel>
#include <QSettings>
#include <QShortcut>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int SharedTabs = 1; ///< the overview, which lives on the page's own question

} // namespace

CampaignView::CampaignView(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_header(new CampaignHeader(services))
    , m_error(new PlainLabel)
    , m_tabs(new QTabWidget)
    , m_overview(new CampaignOverview(services))
{
    makeTabs();
    m_error->setProperty("styleClass", u"bad"_s);
    m_error->setWordWrap(true);
    m_error->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * Theme::Unit);
    layout->addWidget(m_header);
    layout->addWidget(m_error);
    layout->addWidget(m_tabs, 1);
    auto *escape = new QShortcut(QKeySequence(Qt::Key_Escape), this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &CampaignView::backRequested);
    connect(m_header, &CampaignHeader::backRequested, this, &CampaignView::backRequested);
    connect(m_header, &CampaignHeader::editRequested, this, [this] { Q_EMIT editRequested(m_taskId); });
    connect(m_header, &CampaignHeader::callsRequested, this, &CampaignView::callsRequested);
    connect(&m_clock, &RefreshClock::due, this, &CampaignView::ask);
    connect(&services.feed, &LiveFigures::figuresChanged, &m_clock, &RefreshClock::noteChange);
    connect(&services.view, &ViewState::changed, &m_clock, &RefreshClock::askNow);
    connect(&services.theme, &Theme::changed, this, &CampaignView::redraw);
    bindName(m_tabs->tabBar(), [] { return tr("Parts of the campaign"); });
    bindLanguage(this, [this] {
        const QStringList titles{tr("Overview"),         tr("Hours"),   tr("Tries"), tr("Lines"),
                                 tr("Customer columns"), tr("Contacts")};
        for (int i = 0; i < m_tabs->count(); ++i)
            m_tabs->setTabText(i, titles.at(i));
    });
    onLanguageChange(this, [this] { redraw(); });
}

void CampaignView::makeTabs()
{
    m_tabs->setObjectName(u"campaignTabs"_s);
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setDrawBase(false);
    m_pivot = new CampaignPivot(m_services);
    m_ownTabs = {new CampaignHours(m_services), new CampaignTries(m_services), new CampaignLines(m_services), m_pivot,
                 new CampaignJourneys(m_services)};
    m_tabs->addTab(m_overview, QString());
    for (CampaignTab *tab : std::as_const(m_ownTabs)) {
        m_tabs->addTab(tab, QString());
        connect(tab, &CampaignTab::callsRequested, this, &CampaignView::callsRequested);
        connect(tab, &CampaignTab::exportRequested, this, &CampaignView::exportRequested);
        connect(tab, &CampaignTab::failed, this, &CampaignView::setError);
    }
    connect(m_overview, &CampaignOverview::callsRequested, this, &CampaignView::callsRequested);
    connect(m_overview, &CampaignOverview::exportRequested, this, &CampaignView::exportRequested);
    connect(m_tabs, &QTabWidget::currentChanged, this, &CampaignView::updateActivity);
}

void CampaignView::setCampaign(const QString &taskId)
{
    m_taskId = taskId;
    m_isLoaded = false;
    setSharedShown(false); // not another campaign's figures under this one's name
    m_header->setCampaign(taskId);
    for (CampaignTab *tab : std::as_const(m_ownTabs))
        tab->setCampaign(taskId);
    m_clock.askNow();
}

void CampaignView::setActive(bool active)
{
    if (active == m_isActive)
        return;
    m_isActive = active;
    m_clock.setActive(active);
    if (!active) {
        m_query.cancel();
        m_clock.askNow(); // whatever was under way: asked for anew when the page is shown again
    }
    updateActivity();
}

void CampaignView::updateActivity()
{
    for (int i = 0; i < m_ownTabs.size(); ++i)
        m_ownTabs.at(i)->setActive(m_isActive && m_tabs->currentIndex() == i + SharedTabs);
    redraw(); // the overview, where it was hidden until now
}

void CampaignView::ask()
{
    const TimeRange range =
        m_services.view.period().resolve(QDateTime::currentMSecsSinceEpoch(), m_services.format.zone());
    m_query.cancel();
    m_query = m_services.readers.ask<CampaignFigures>(
        this,
        [range, taskId = m_taskId, zone = m_services.format.zone(), rules = m_services.feed.rules()](
            Connection &connection) { return loadCampaign(connection, range, taskId, zone, rules); },
        [this](const CampaignFigures &figures) {
            m_figures = figures;
            m_isLoaded = true;
            setSharedShown(true);
            m_header->setFigures(figures);
            redraw();
            m_clock.answered();
            setError({});
        },
        [this](const QString &why) {
            m_clock.answered();
            setError(why);
        });
}

void CampaignView::redraw()
{
    if (!m_isLoaded)
        return;
    const CampaignContext context{m_services.theme, m_services.format, m_services.feed.rules(),
                                  [this](const QString &taskId) { return m_services.feed.taskName(taskId); }};
    if (m_tabs->currentWidget() == m_overview)
        m_overview->setFigures(m_figures, m_taskId, context);
}

void CampaignView::setError(const QString &why)
{
    m_error->setText(why.isEmpty() ? QString() : tr("The campaign could not be read: %1").arg(why));
    m_error->setVisible(!why.isEmpty());
}

void CampaignView::setSharedShown(bool shown)
{
    const auto parts = m_overview->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly);
    for (QWidget *part : parts)
        part->setVisible(shown);
}

int CampaignView::tabCount() const
{
    return m_tabs->count();
}

void CampaignView::showTab(int index)
{
    m_tabs->setCurrentIndex(index);
}

void CampaignView::saveState(QSettings &settings) const
{
    settings.setValue("campaigns/tab"_L1, m_tabs->currentIndex());
    settings.setValue("campaigns/pivot"_L1, m_pivot->column());
}

void CampaignView::restoreState(QSettings &settings)
{
    m_tabs->setCurrentIndex(settings.value("campaigns/tab"_L1, 0).toInt());
    m_pivot->chooseColumn(settings.value("campaigns/pivot"_L1).toString());
}

} // namespace callboard
