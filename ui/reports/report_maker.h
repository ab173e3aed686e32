// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database/reader_pool.h"
#include "ui/reports/preview_loader.h"
#include "ui/reports/report_job.h"
#include "ui/reports/report_prompts.h"
#include "ui/session/exports/export_request.h"
#include "ui/session/services.h"

#include <QWidget>

class QFrame;
class QLabel;
class QPushButton;
class QSettings;
class QSplitter;

namespace callboard {

class ReportList;
class ReportOptions;
class ReportPreviewPanel;
class ReportSubject;
class ReportTarget;
struct ViewScope;

/// Chooses a report and how it is written, shows its beginning, and hands it to the queue of exports. GUI thread; the
/// store and the disk are asked on readers' threads.
class ReportMaker : public QWidget
{
    Q_OBJECT
public:
    explicit ReportMaker(const Services &services, QWidget *parent = nullptr);

    void setActive(bool active);
    void saveState(QSettings &settings) const;
    void restoreState(QSettings &settings);
    void focusFilter();
    void showExport(const ExportRequest &order);
    void setPrompts(const ReportPrompts &prompts) { m_prompts = prompts; }
    /// What would be made now.
    ReportJob job() const;
    bool isPlain() const; ///< nothing is restricted besides period and campaigns, and nothing asked of the past
    QString folder() const;
    ViewScope scope() const; ///< see Page::scope()

Q_SIGNALS:
    void scopeChanged();
    /// "Make a schedule of this report" was clicked.
    void scheduleRequested(const callboard::ReportJob &job);

private:
    void makeWidgets();
    QFrame *makeChoices();
    QFrame *makeOptions();
    QWidget *makeResults();
    void layOut();
    void connectAll();
    bool isTableChosen() const;
    void showReport();
    void showSubject();
    void askPreview();
    void takePreview(const ReportPreview &preview);
    void exportRequested();
    void printRequested();
    void print(const ReportJob &job);
    void askToReveal(const ReportJob &job, const std::function<void(const ReportJob &)> &then);
    void checkTarget(const ReportJob &job);
    void takeCheck(const ReportJob &job, const FileCheck &check);
    void enqueue(const ReportJob &job);
    void fillList();
    void bindTexts();

    Services m_services;
    ReportPrompts m_prompts;
    ExportRequest m_order; ///< the last one; only its table and that table's filter matter later
    ReportJob m_asked; ///< whose beginning was asked for last
    PreviewLoader m_loader;
    ReadTicket m_checkQuery, m_printQuery;
    bool m_isActive = false;

    ReportList *m_list;
    ReportSubject *m_subject;
    ReportOptions *m_options;
    ReportTarget *m_target;
    ReportPreviewPanel *m_preview;
    QSplitter *m_splitter;
    QLabel *m_listTitle, *m_optionsTitle, *m_shownNote;
    QPushButton *m_export, *m_print, *m_schedule;
};

} // namespace callboard
