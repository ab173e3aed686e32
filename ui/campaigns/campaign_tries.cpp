// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/campaigns/campaign_tries.h"

#include "text/format.h"
#include "ui/common/charts/chart_actions.h"
#include "ui/common/charts/chart_panel.h"
#include "ui/common/tables/figure_table_view.h"
#include "ui/common/theme/bind_text.h"
#include "ui/common/theme/plain_text.h"
#include "ui/common/theme/theme.h"
#include "ui/session/exports/export_requests.h"
#include "ui/session/figures/live_figures.h"

#include <QButtonGroup>
#include <QHeaderView>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int Gap = 2 * Theme::Unit;
constexpr int CodeWidth = 14 * Theme::Unit, WidestCode = 20 * Theme::Unit;

} // namespace

CampaignTries::CampaignTries(const Services &services, QWidget *parent)
    : CampaignTab(services, parent)
    , m_chart(new ChartPanel(services.theme, services.format))
    , m_yields(new FigurePanel(services.theme))
    , m_transitions(new FigurePanel(services.theme))
    , m_show(new QButtonGroup(this))
    , m_lost(new QToolButton)
{
    m_chart->setLegendVisible(false);
    m_yields->view().setObjectName(u"yields"_s);
    m_transitions->view().setObjectName(u"transitions"_s);
    m_transitions->view().setTallHeader(true);
    m_transitions->view().setRowTitles(true, 38 * Theme::Unit);
    m_transitions->view().setColumnWidths(CodeWidth);
    m_lost->setObjectName(u"estimatedLost"_s);
    m_lost->setFocusPolicy(Qt::StrongFocus);
    m_yields->addControl(m_lost);
    for (const auto show : {CampaignTables::Show::Count, CampaignTables::Show::Share}) {
        auto *button = new QToolButton;
        button->setProperty("styleClass", u"segment"_s);
        button->setCheckable(true);
        button->setChecked(show == CampaignTables::Show::Count);
        button->setFocusPolicy(Qt::StrongFocus);
        m_show->addButton(button, static_cast<int>(show));
        m_transitions->addControl(button);
    }
    auto *left = new QSplitter(Qt::Vertical);
    left->addWidget(m_chart);
    left->addWidget(m_yields);
    auto *columns = new QSplitter(Qt::Horizontal);
    columns->addWidget(left);
    columns->addWidget(m_transitions);
    columns->setSizes({400, 700});
    for (QSplitter *splitter : {left, columns}) {
        splitter->setHandleWidth(Gap);
        splitter->setChildrenCollapsible(false);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, Gap, 0, 0);
    layout->addWidget(columns);
    connectParts();
    bindTexts();
}

void CampaignTries::connectParts()
{
    connect(m_chart, &ChartPanel::clicked, this,
            [this](int first) { Q_EMIT callsRequested(CampaignTables::callsOfYield(m_retries, m_calls, first)); });
    connect(m_chart, &ChartPanel::exportRequested, this,
            [this] { Q_EMIT exportRequested(exportRequestOf(*m_chart, u"retries"_s, m_calls)); });
    for (FigurePanel *panel : {m_yields, m_transitions}) {
        connect(&panel->view(), &FigureTableView::callsRequested, this, &CampaignTries::callsRequested);
        connect(panel, &FigurePanel::exportRequested, this,
                [this, panel] { Q_EMIT exportRequested(exportRequestOf(*panel, u"retries"_s, m_calls)); });
    }
    connect(m_show, &QButtonGroup::idClicked, this, &CampaignTries::refresh);
    connect(m_lost, &QToolButton::clicked, this, [this] {
        CallFilter filter = m_calls;
        filter.drill.afterGap = true;
        filter.drill.pick = ContactPick::OncePerContact;
        Q_EMIT callsRequested(filter);
    });
}

void CampaignTries::ask()
{
    const Scope asked = scope();
    askStore<RetryFigures>(
        [asked](Connection &connection) { return loadRetries(connection, asked.range, asked.taskIds); },
        [this, calls = calls()](const RetryFigures &retries) {
            m_retries = retries;
            m_calls = calls;
            refresh();
        });
}

void CampaignTries::refresh()
{
    const CampaignContext with = context();
    m_chart->setCaption(with.taskName(taskId()) + u" · "_s
                        + periodText(with.format, m_calls.range.from, m_calls.range.to, services().feed.nowMs()));
    m_chart->setData(CampaignTables::yieldChart(m_retries, with));
    m_yields->view().setTable(CampaignTables::yields(m_retries, m_calls, with));
    m_yields->view().horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_transitions->view().setTable(
        CampaignTables::transitions(m_retries, m_calls, static_cast<CampaignTables::Show>(m_show->checkedId()), with));
    m_transitions->view().setColumnWidths(m_transitions->view().widthForWords(CodeWidth, WidestCode));
    showLost();
}

void CampaignTries::showLost()
{
    const auto lost = m_retries.isWhole ? std::optional(m_retries.gapContacts) : std::nullopt;
    m_lost->setText(tr("Estimated lost: %1").arg(services().format.number(lost)));
}

void CampaignTries::bindTexts()
{
    bindText(m_show->button(static_cast<int>(CampaignTables::Show::Count)), [] { return tr("Counts"); });
    bindText(m_show->button(static_cast<int>(CampaignTables::Show::Share)), [] { return tr("Shares"); });
    bindTip(m_lost, [] {
        return tr("Contacts whose try n and n + 2 were seen, but not n + 1. Click for the calls after the gap.");
    });
    bindLanguage(this, [this] {
        m_chart->setTitle(tr("Yield of each try"));
        m_yields->setTitle(tr("Tries"));
        m_transitions->setTitle(tr("From one try to the next"));
        m_transitions->setNote(
            tr("Rows: the result of a call; columns: the result of the same contact's next call in the period."));
        showLost();
    });
}

} // namespace callboard
