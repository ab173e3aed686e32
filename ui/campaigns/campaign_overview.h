// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/campaigns/campaign_tables.h"
#include "ui/session/exports/export_request.h"
#include "ui/session/services.h"

#include <QWidget>

namespace callboard {

class ChartPanel;
class FigurePanel;

/// Funnel, results, key figures and the disagreement of code and answer: what one question says about a campaign.
class CampaignOverview : public QWidget
{
    Q_OBJECT
public:
    explicit CampaignOverview(const Services &services, QWidget *parent = nullptr);
    /// Shows the figures; texts are made anew each time.
    void setFigures(const CampaignFigures &figures, const QString &taskId, const CampaignContext &context);

Q_SIGNALS:
    void callsRequested(const callboard::CallFilter &filter);
    void exportRequested(const callboard::ExportRequest &order);

private:
    void connectExports();
    CampaignFigures m_figures;
    QString m_taskId;
    ChartPanel *m_funnel, *m_results;
    FigurePanel *m_keyFigures, *m_disagreement;
};

} // namespace callboard
