// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database/reader_pool.h"
#include "ui/campaigns/campaign_tables.h"
#include "ui/session/exports/export_request.h"
#include "ui/session/refresh_clock.h"
#include "ui/session/services.h"

#include <QWidget>

class QLabel;
class QSettings;
class QTabWidget;

namespace callboard {

class CampaignHeader;
class CampaignOverview;
class CampaignPivot;
class CampaignTab;

/// One campaign: its header, and tabs for overview, hours, tries, lines, customer columns and contacts. Only what is
/// visible asks the store. GUI thread.
class CampaignView : public QWidget
{
    Q_OBJECT
public:
    explicit CampaignView(const Services &services, QWidget *parent = nullptr);

    void setCampaign(const QString &taskId);
    QString taskId() const { return m_taskId; }
    void setActive(bool active);
    const CampaignFigures &figures() const { return m_figures; }
    int tabCount() const;
    void showTab(int index);
    void saveState(QSettings &settings) const;
    void restoreState(QSettings &settings);

Q_SIGNALS:
    void callsRequested(const callboard::CallFilter &filter);
    void exportRequested(const callboard::ExportRequest &order);
    void backRequested();
    void editRequested(const QString &taskId);

private:
    void makeTabs();
    void updateActivity();
    void ask();
    void redraw();
    void setError(const QString &why);
    void setSharedShown(bool shown);

    Services m_services;
    QString m_taskId;
    RefreshClock m_clock;
    ReadTicket m_query;
    CampaignFigures m_figures;
    CampaignHeader *m_header;
    QLabel *m_error;
    QTabWidget *m_tabs;
    CampaignOverview *m_overview;
    CampaignPivot *m_pivot = nullptr;
    QList<CampaignTab *> m_ownTabs; ///< those with questions of their own, after the first two
    bool m_isActive = false, m_isLoaded = false;
};

} // namespace callboard
