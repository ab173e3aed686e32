// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/campaigns/campaign_tables.h"
#include "ui/session/exports/export_request.h"
#include "ui/session/refresh_clock.h"
#include "ui/session/services.h"

#include "store/database/reader_pool.h"

#include <QWidget>

class QButtonGroup;
class QLabel;
class QPushButton;
class QSettings;
class QSplitter;
class QToolButton;

namespace callboard {

class FigurePanel;
class FigureTableView;

/// All campaigns x result codes, attempts beside contacts, of the period and campaigns chosen in the frame. GUI thread.
class CampaignsMatrix : public QWidget
{
    Q_OBJECT
public:
    explicit CampaignsMatrix(const Services &services, QWidget *parent = nullptr);

    void setActive(bool active);
    const TaskMatrix &matrix() const { return m_matrix; }
    FigureTableView &attemptsView() const;
    FigureTableView &contactsView() const;
    void saveState(QSettings &settings) const;
    void restoreState(QSettings &settings);
    void focusTable();

Q_SIGNALS:
    void callsRequested(const callboard::CallFilter &filter);
    void exportRequested(const callboard::ExportRequest &order);
    void campaignRequested(const QString &taskId);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void layOut();
    QToolButton *addSegment(QButtonGroup *group, int id, const QString &name);
    void connectTable(FigureTableView &view, FigureTableView &other);
    void ask();
    void take(const TaskMatrix &matrix);
    void fail(const QString &why);
    void redraw();
    void openCampaign(const QString &key);
    void arrange();
    void setStacked(bool stacked);
    void updateOpenButton();
    void exportPanel(const FigurePanel *panel);
    void bindTexts();

    Services m_services;
    RefreshClock m_clock;
    ReadTicket m_query;
    TaskMatrix m_matrix;
    QStringList m_scope;
    TimeRange m_range; ///< of the last answer, like the scope
    FigurePanel *m_attempts;
    FigurePanel *m_contacts;
    QSplitter *m_splitter;
    QButtonGroup *m_show; ///< CampaignTables::Show
    QButtonGroup *m_by; ///< CampaignTables::ContactsBy
    QToolButton *m_stack;
    QPushButton *m_open;
    QLabel *m_hint, *m_error;
    std::optional<bool> m_isStackedByUser; ///< nothing: by the width of the page
    bool m_isLoaded = false;
};

} // namespace callboard
