// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/campaigns/campaign_hours.h"

#include "text/format.h"
#include "ui/common/tables/figure_table_view.h"
#include "ui/common/theme/bind_text.h"
#include "ui/common/theme/theme.h"
#include "ui/session/exports/export_requests.h"
#include "ui/session/figures/live_figures.h"

#include <QButtonGroup>
#include <QDateTime>
#include <QHeaderView>
#include <QToolButton>
#include <QVBoxLayout>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int Gap = 2 * Theme::Unit;
constexpr int LeastDays = 28;

} // namespace

CampaignHours::CampaignHours(const Services &services, QWidget *parent)
    : CampaignTab(services, parent)
    , m_panel(new FigurePanel(services.theme))
    , m_show(new QButtonGroup(this))
{
    m_panel->view().setObjectName(u"weekHours"_s);
    m_panel->view().setRowTitles(true, 18 * Theme::Unit);
    m_panel->view().setColumnWidths(0, true);
    m_panel->view().setSortingEnabled(false); // the days of a week have their order
    m_panel->view().verticalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_panel->view().verticalHeader()->setMaximumSectionSize(12 * Theme::Unit);
    for (const auto show : {CampaignTables::Show::Share, CampaignTables::Show::Count}) {
        auto *button = new QToolButton;
        button->setProperty("styleClass", u"segment"_s);
        button->setCheckable(true);
        const bool isShare = show == CampaignTables::Show::Share;
        button->setChecked(isShare);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setObjectName(isShare ? u"showRates"_s : u"showAttempts"_s);
        bindText(button, [isShare] { return isShare ? tr("Connect rate") : tr("Attempts"); });
        m_show->addButton(button, static_cast<int>(show));
        m_panel->addControl(button);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, Gap, 0, 0);
    layout->addWidget(m_panel);
    connect(m_show, &QButtonGroup::idClicked, this, &CampaignHours::refresh);
    connect(&m_panel->view(), &FigureTableView::callsRequested, this, &CampaignHours::callsRequested);
    connect(m_panel, &FigurePanel::exportRequested, this, [this] {
        Q_EMIT exportRequested(exportRequestOf(*m_panel, u"hours"_s, CampaignTables::callsOf(m_figures, taskId())));
    });
    bindLanguage(this, [this] { m_panel->setTitle(tr("Connect rate by weekday and hour")); });
}

TimeRange CampaignHours::range() const
{
    const TimeRange period = scope().range;
    const qint64 end = std::min(period.to, services().feed.nowMs());
    const QTimeZone zone = services().format.zone();
    const QDate first = QDateTime::fromMSecsSinceEpoch(end, zone).date().addDays(-LeastDays);
    return {std::min(period.from, first.startOfDay(zone).toMSecsSinceEpoch()), period.to};
}

void CampaignHours::ask()
{
    askStore<CampaignFigures>(
        [range = range(), asked = scope(), zone = services().format.zone()](Connection &connection) {
            return loadCampaign(connection, range, asked.taskIds.constFirst(), zone, asked.rules);
        },
        [this](const CampaignFigures &figures) {
            m_figures = figures;
            refresh();
        });
}

void CampaignHours::refresh()
{
    const Format &format = services().format;
    const auto show = static_cast<CampaignTables::Show>(m_show->checkedId());
    m_panel->view().setTable(CampaignTables::weekHours(m_figures, taskId(), show, context()));
    m_panel->setNote((show == CampaignTables::Show::Share
                          ? tr("Connect rate in per cent, by the hour of hang-up; pale below %1 attempts.")
                                .arg(format.count(CampaignTables::FewestForHeat))
                          : tr("Attempts, by the hour of hang-up."))
                     + u' '
                     + tr("Since %1: %2 attempts. Time zone: %3.")
                           .arg(format.dateTime(m_figures.range.from).left(10), format.count(m_figures.tally.attempts),
                                QString::fromLatin1(format.zone().id())));
}

} // namespace callboard
