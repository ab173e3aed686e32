// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/campaigns/campaign_overview.h"

#include "text/format.h"
#include "ui/common/charts/chart_actions.h"
#include "ui/common/charts/chart_panel.h"
#include "ui/common/tables/figure_table_view.h"
#include "ui/common/theme/bind_text.h"
#include "ui/common/theme/theme.h"
#include "ui/session/exports/export_requests.h"

#include <QDateTime>
#include <QGridLayout>
#include <QHeaderView>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int Gap = 2 * Theme::Unit;
constexpr int TopHeight = 76 * Theme::Unit;

} // namespace

CampaignOverview::CampaignOverview(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_funnel(new ChartPanel(services.theme, services.format))
    , m_results(new ChartPanel(services.theme, services.format))
    , m_keyFigures(new FigurePanel(services.theme))
    , m_disagreement(new FigurePanel(services.theme))
{
    m_funnel->setLegendVisible(false);
    m_results->setLegendVisible(false);
    m_keyFigures->view().setObjectName(u"keyFigures"_s);
    m_disagreement->view().setObjectName(u"disagreement"_s);
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, Gap, 0, 0);
    layout->setSpacing(Gap);
    layout->addWidget(m_funnel, 0, 0);
    layout->addWidget(m_keyFigures, 0, 1);
    layout->addWidget(m_results, 1, 0);
    layout->addWidget(m_disagreement, 1, 1);
    for (int i = 0; i < 2; ++i)
        layout->setColumnStretch(i, 1);
    m_funnel->setMaximumHeight(TopHeight); // as tall as its rows ask for; more room goes to the results
    m_keyFigures->setMaximumHeight(TopHeight);
    layout->setRowStretch(0, 12);
    layout->setRowStretch(1, 10);
    connect(m_funnel, &ChartPanel::clicked, this,
            [this](int first) { Q_EMIT callsRequested(CampaignTables::callsOfFunnel(m_figures, m_taskId, first)); });
    connect(m_results, &ChartPanel::clicked, this, [this](int first, int last) {
        Q_EMIT callsRequested(CampaignTables::callsOfResults(m_figures, m_taskId, first, last));
    });
    for (FigurePanel *panel : {m_keyFigures, m_disagreement})
        connect(&panel->view(), &FigureTableView::callsRequested, this, &CampaignOverview::callsRequested);
    connectExports();
    bindLanguage(this, [this] {
        m_funnel->setTitle(tr("From attempt to success"));
        m_results->setTitle(tr("Outcomes by result"));
        m_keyFigures->setTitle(tr("Calls and contacts"));
        m_disagreement->setTitle(tr("Result and answer"));
    });
}

/// One campaign with all its figures is the dossier; the results have a report of their own.
void CampaignOverview::connectExports()
{
    const auto calls = [this] { return CampaignTables::callsOf(m_figures, m_taskId); };
    connect(m_funnel, &ChartPanel::exportRequested, this,
            [this, calls] { Q_EMIT exportRequested(exportRequestOf(*m_funnel, u"dossier"_s, calls())); });
    connect(m_results, &ChartPanel::exportRequested, this,
            [this, calls] { Q_EMIT exportRequested(exportRequestOf(*m_results, u"results"_s, calls())); });
    for (FigurePanel *panel : {m_keyFigures, m_disagreement})
        connect(panel, &FigurePanel::exportRequested, this,
                [this, calls, panel] { Q_EMIT exportRequested(exportRequestOf(*panel, u"dossier"_s, calls())); });
}

void CampaignOverview::setFigures(const CampaignFigures &figures, const QString &taskId, const CampaignContext &context)
{
    m_figures = figures;
    m_taskId = taskId;
    const TimeRange range = CampaignTables::callsOfFunnel(figures, taskId, 0).range;
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    for (ChartPanel *panel : {m_funnel, m_results})
        panel->setCaption(context.taskName(taskId) + u" · "_s + periodText(context.format, range.from, range.to, now));
    m_funnel->setData(CampaignTables::funnel(figures, context));
    m_results->setData(CampaignTables::results(figures, context));
    m_keyFigures->view().setTable(CampaignTables::keyFigures(figures, taskId, context));
    m_disagreement->view().setTable(CampaignTables::disagreement(figures, taskId, context));
    for (FigurePanel *panel : {m_keyFigures, m_disagreement})
        panel->view().horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    const qint64 odd = CampaignTables::disagreeing(figures, context);
    m_disagreement->setNote(
        odd == 0 ? tr("Code and time_answer agree about every call.")
                 : tr("%1 calls where code and time_answer disagree are marked.").arg(context.format.count(odd)));
}

} // namespace callboard
