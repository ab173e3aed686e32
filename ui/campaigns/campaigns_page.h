// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/page.h"

class QStackedWidget;

namespace callboard {

class CampaignView;
class CampaignsMatrix;
struct Services;

/// The Campaigns page: all campaigns by result, and one campaign opened from there or from another page. GUI thread.
class CampaignsPage : public Page
{
    Q_OBJECT
public:
    explicit CampaignsPage(const Services &services, QWidget *parent = nullptr);

    QString title() const override { return tr("Campaigns"); }
    void setActive(bool active) override;
    void saveState(QSettings &settings) const override;
    void restoreState(QSettings &settings) override;
    void focusFilter() override;
    void showCampaign(const QString &taskId) override;

    void showAll();
    bool showsOne() const;
    CampaignsMatrix &matrix() const { return *m_matrix; }
    CampaignView &campaign() const { return *m_campaign; }

private:
    void updateActivity();
    QStackedWidget *m_stack;
    CampaignsMatrix *m_matrix;
    CampaignView *m_campaign;
    bool m_isActive = false;
};

} // namespace callboard
