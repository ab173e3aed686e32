// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/reports_page.h"

#include "ui/common/theme/bind_text.h"
#include "ui/reports/report_maker.h"
#include "ui/reports/report_schedules.h"

#include <QSettings>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace callboard {

using namespace Qt::StringLiterals;

ReportsPage::ReportsPage(const Services &services, QWidget *parent)
    : Page(parent)
    , m_tabs(new QTabWidget)
    , m_maker(new ReportMaker(services))
    , m_schedules(new ReportSchedules(services))
{
    m_tabs->setObjectName(u"reportTabs"_s);
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setDrawBase(false);
    m_tabs->addTab(m_maker, QString());
    m_tabs->addTab(m_schedules, QString());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_tabs);
    connect(m_tabs, &QTabWidget::currentChanged, this, &ReportsPage::updateActivity);
    connect(m_maker, &ReportMaker::scopeChanged, this, &ReportsPage::scopeChanged);
    connect(m_maker, &ReportMaker::scheduleRequested, this, [this](const ReportJob &job) {
        m_tabs->setCurrentWidget(m_schedules);
        m_schedules->makeFrom(job, m_maker->folder());
    });
    connect(m_schedules, &ReportSchedules::exportRequested, this, &ReportsPage::exportRequested);
    bindName(m_tabs->tabBar(), [] { return tr("Parts of the reports"); });
    bindLanguage(this, [this] {
        m_tabs->setTabText(0, tr("Make a file"));
        m_tabs->setTabText(1, tr("Schedules"));
    });
}

QString ReportsPage::title() const
{
    return tr("Reports");
}

void ReportsPage::setActive(bool active)
{
    m_isActive = active;
    updateActivity();
}

void ReportsPage::updateActivity()
{
    m_maker->setActive(m_isActive && m_tabs->currentWidget() == m_maker);
    m_schedules->setActive(m_isActive && m_tabs->currentWidget() == m_schedules);
    Q_EMIT scopeChanged();
}

ViewScope ReportsPage::scope() const
{
    return m_tabs->currentWidget() == m_maker ? m_maker->scope() : ViewScope();
}

void ReportsPage::focusFilter()
{
    m_tabs->setCurrentWidget(m_maker);
    m_maker->focusFilter();
}

void ReportsPage::showExport(const ExportRequest &order)
{
    m_tabs->setCurrentWidget(m_maker);
    m_maker->showExport(order);
}

void ReportsPage::setPrompts(const ReportPrompts &prompts)
{
    m_maker->setPrompts(prompts);
    m_schedules->setPrompts(prompts);
}

void ReportsPage::saveState(QSettings &settings) const
{
    settings.setValue("reports/tab"_L1, m_tabs->currentIndex());
    m_maker->saveState(settings);
    m_schedules->saveState(settings);
}

void ReportsPage::restoreState(QSettings &settings)
{
    m_maker->restoreState(settings);
    m_schedules->restoreState(settings);
    m_tabs->setCurrentIndex(settings.value("reports/tab"_L1, 0).toInt());
}

} // namespace callboard
