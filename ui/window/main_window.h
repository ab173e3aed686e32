// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/call_filter.h"
#include "ui/window/services.h"

#include <QMainWindow>

class QSettings;
class QStackedWidget;

namespace callboard {

class Appearance;
class Page;
class Rail;
class StatusStrip;
class TopBar;

/// The frame: rail, top bar, pages, status. Pages connect to their data themselves. GUI thread.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    /// Everything named here must outlive the window. State is read from the settings, and written when it closes.
    MainWindow(const Services &services, Appearance &appearance, QSettings &settings, QWidget *parent = nullptr);
    ~MainWindow() override;

    void showPage(int index);
    Page *currentPage() const;
    Page *page(QLatin1StringView id) const;
    void saveState(); ///< into the settings
    using QMainWindow::saveState;

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void makePages();
    void layOut();
    void makeShortcuts();
    void restore();
    void showCalls(const CallFilter &filter);
    void showHelp();
    void retranslate();

    Services m_services;
    QSettings &m_settings;
    Rail *m_rail;
    TopBar *m_topBar;
    QStackedWidget *m_pages;
    StatusStrip *m_status;
    QList<Page *> m_pageList;
};

} // namespace callboard
