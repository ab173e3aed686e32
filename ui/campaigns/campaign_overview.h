// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/campaigns/campaign_tables.h"
#include "ui/session/exports/export_request.h"
#include "ui/session/services.h"

#include <QWidget>

class QButtonGroup;

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

protected:
    void changeEvent(QEvent *event) override;

private:
    void connectExports();
    void retranslate();
    CampaignFigures m_figures;
    QString m_taskId;
    ChartPanel *m_funnel, *m_results;
    FigurePanel *m_keyFigures, *m_disagreement;
};

/// The connect rate by hour of the day and weekday.
class CampaignHours : public QWidget
{
    Q_OBJECT
public:
    explicit CampaignHours(const Services &services, QWidget *parent = nullptr);
    void setFigures(const CampaignFigures &figures, const QString &taskId, const CampaignContext &context);

Q_SIGNALS:
    void callsRequested(const callboard::CallFilter &filter);
    void exportRequested(const callboard::ExportRequest &order);
    void changed(); ///< another figure was chosen: setFigures() again

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    CallFilter m_calls; ///< that the figures are about
    FigurePanel *m_panel;
    QButtonGroup *m_show;
};

} // namespace callboard
