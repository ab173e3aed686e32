// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/reports/report_prompts.h"
#include "ui/session/page.h"
#include "ui/session/services.h"

class QTabWidget;

namespace callboard {

class ReportMaker;
class ReportSchedules;

/// The Reports page: files made now, and those that are made again and again. GUI thread.
class ReportsPage : public Page
{
    Q_OBJECT
public:
    explicit ReportsPage(const Services &services, QWidget *parent = nullptr);

    QString title() const override;
    void setActive(bool active) override;
    void saveState(QSettings &settings) const override;
    void restoreState(QSettings &settings) override;
    void focusFilter() override;
    ViewScope scope() const override;
    void showExport(const ExportRequest &order) override;

    void setPrompts(const ReportPrompts &prompts);
    ReportMaker &maker() const { return *m_maker; }

private:
    void updateActivity();

    QTabWidget *m_tabs;
    ReportMaker *m_maker;
    ReportSchedules *m_schedules;
    bool m_isActive = false;
};

} // namespace callboard
