// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/campaigns/campaign_tab.h"

class QButtonGroup;
class QToolButton;

namespace callboard {

class ChartPanel;
class FigurePanel;

/// What further tries bring: yield of every try, and the ways from one code to the next.
class CampaignTries : public CampaignTab
{
    Q_OBJECT
public:
    explicit CampaignTries(const Services &services, QWidget *parent = nullptr);

protected:
    void ask() override;
    void refresh() override;

private:
    void bindTexts();
    void connectParts();
    void showLost();
    CallFilter m_calls; ///< of the last answer
    RetryFigures m_retries;
    ChartPanel *m_chart;
    FigurePanel *m_yields, *m_transitions;
    QButtonGroup *m_show;
    QToolButton *m_lost;
};

} // namespace callboard
