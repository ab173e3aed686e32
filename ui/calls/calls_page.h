// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database/reader_pool.h"
#include "ui/calls/call_source.h"
#include "ui/calls/calls_facts.h"
#include "ui/session/calls_chips.h"
#include "ui/session/page.h"
#include "ui/session/services.h"

#include <QTimer>

class QLabel;
class QPushButton;
class QSplitter;
class QToolButton;

namespace callboard {

class CallListLoader;
class CallTableModel;
class CallsDetail;
class CallsFilterBar;
class CallsSaved;
class CallsTableView;
class KeptNote;
struct SavedFilter;

/// The Calls page: filter, table, detail. GUI thread; all questions go through the readers.
class CallsPage : public Page
{
    Q_OBJECT
public:
    explicit CallsPage(const Services &services, QWidget *parent = nullptr);
    ~CallsPage() override;

    QString title() const override;
    void setActive(bool active) override;
    void saveState(QSettings &settings) const override;
    void restoreState(QSettings &settings) override;
    ViewScope scope() const override;
    void focusFilter() override;

    /// Shows exactly these calls, whatever the frame's period and campaigns are; what differs from them becomes a chip.
    void showFilter(const CallFilter &filter) override;
    /// What the page shows now.
    CallFilter filter() const;

private:
    void makeWidgets();
    QLayout *makeToolRow();
    void layOut();
    void connectFilter();
    void connectTable();
    void connectServices();
    void bindTexts();
    CallFilter frameFilter() const;
    CallFilter unfiltered() const;
    void reset();
    void takeFrameChange(ViewState::Choice choice);
    void takeRules();
    void takeChange();
    SavedFilter current(const QString &name) const;
    void showInFrame(const SavedFilter &saved);
    void saveFilter(const QString &name);
    void showSaved(const SavedFilter &saved);
    void askElsewhere();
    void showElsewhere();
    void showAllTime();
    void showCount();
    void showNewCalls(qint64 count);
    void chooseRow(int row);
    void loadDetail(qint64 id);
    void takeDetail(const CallDetail &detail);
    void reveal();

    Services m_services;
    StoreCallSource m_source;
    CallTableModel *m_model;
    CallListLoader *m_loader;
    CallsFilterBar *m_bar;
    CallsChips *m_chips;
    CallsSaved *m_saved;
    CallsTableView *m_table;
    CallsDetail *m_detail;
    QSplitter *m_splitter;
    QLabel *m_count, *m_notice;
    KeptNote *m_kept;
    QPushButton *m_newCalls, *m_elsewhere, *m_export;
    QToolButton *m_columns;
    QTimer m_detailTimer, m_noticeTimer;
    ReadTicket m_detailQuery, m_totalQuery, m_elsewhereQuery;
    qint64 m_total = -1; ///< calls of the period and campaigns that are shown; -1 not known
    qint64 m_everywhere = -1; ///< calls of any time that a search finds; -1: nothing is searched for, or not known
};

} // namespace callboard
