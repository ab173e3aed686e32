// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/filter/call_filter.h"
#include "ui/session/services.h"

#include <QMainWindow>
#include <QTimer>

class QSettings;
class QStackedWidget;

namespace callboard {

class Appearance;
class CloseQuestion;
class Page;
class NavigationBar;
class ReceiverBadge;
class StatusBar;
struct ExportRequest;
class TopBar;
class Wallboard;

/// The frame: rail, top bar, pages, status. Pages connect to their data themselves. GUI thread.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    /// Everything named here must outlive the window. State is read from the settings, and written when it closes.
    MainWindow(const Services &services, Appearance &appearance, QSettings &settings, QWidget *parent = nullptr);
    ~MainWindow() override;

    void showPage(int index);
    /// Shows the wallboard on the screen that was chosen for it, else on the window's, or leaves it.
    void toggleWallboard();
    Wallboard *wallboard() const { return m_wallboard; } ///< null until it was shown
    Page *currentPage() const;
    Page *page(QLatin1StringView id) const;
    int pageIndex(QLatin1StringView id) const; ///< -1: there is none
    void saveState(); ///< into the settings
    /// While set, closing the window only hides it: it goes on in the tray.
    void setClosesToTray(bool closes) { m_closesToTray = closes; }
    /// Closes without any question: the program ends.
    void leave();
    /// Out of the tray, out of having no window, out of the task bar, in front of the others.
    void comeForward();
    using QMainWindow::saveState;

Q_SIGNALS:
    void restoreRequested(const QString &copy); ///< see Page::restoreRequested()

protected:
    void closeEvent(QCloseEvent *event) override;
    void moveEvent(QMoveEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    bool isReceiving() const;
    void goOnHidden();
    bool asksAboutReceiving();
    void saveStateSoon();
    void makePages();
    void layOut();
    void makeShortcuts();
    void restore();
    void showScope();
    void showCalls(const CallFilter &filter);
    void showBadges();
    void showCampaign(const QString &taskId);
    void showExport(const ExportRequest &order);
    void showErasure(const QString &number);
    bool asksAboutExports();
    void editTask(const QString &taskId);
    void showHelp();

    Services m_services;
    QSettings &m_settings;
    NavigationBar *m_rail;
    TopBar *m_topBar;
    ReceiverBadge *m_receiverBadge;
    QStackedWidget *m_pages;
    StatusBar *m_status;
    CloseQuestion *m_closeQuestion;
    QTimer m_saveSoon;
    QList<Page *> m_pageList;
    Wallboard *m_wallboard = nullptr;
    bool m_closesToTray = false, m_isAsking = false, m_isLeaving = false;
};

} // namespace callboard
