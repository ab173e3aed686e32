// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/main_window.h"

#include "receiver/server/receiver.h"
#include "ui/alerts/alert_banner.h"
#include "ui/common/theme/bind_text.h"
#include "ui/common/theme/plain_text.h"
#include "ui/common/theme/theme.h"
#include "ui/session/alerts/alert_monitor.h"
#include "ui/session/appearance.h"
#include "ui/session/exports/export_queue.h"
#include "ui/session/figures/live_figures.h"
#include "ui/session/page.h"
#include "ui/session/preferences.h"
#include "ui/session/privacy_guard.h"
#include "ui/session/view_state.h"
#include "ui/settings/campaigns/task_editor.h"
#include "ui/wallboard/wallboard.h"
#include "ui/window/close_question.h"
#include "ui/window/help_dialog.h"
#include "ui/window/navigation_bar.h"
#include "ui/window/page_table.h"
#include "ui/window/receiver_badge.h"
#include "ui/window/status_bar.h"
#include "ui/window/store_warning.h"
#include "ui/window/top_bar.h"
#include "ui/window/window_fit.h"

#include <QApplication>
#include <QCloseEvent>
#include <QMessageBox>
#include <QPushButton>
#include <QScreen>
#include <QSettings>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize FirstSize{1440, 900};
constexpr QSize LeastSize{1024, 640};
/// What was set is on the disk within a second.
constexpr std::chrono::milliseconds SaveDelay{700};

} // namespace

MainWindow::MainWindow(const Services &services, Appearance &appearance, QSettings &settings, QWidget *parent)
    : QMainWindow(parent)
    , m_services(services)
    , m_settings(settings)
    , m_rail(new NavigationBar(services.theme))
    , m_topBar(new TopBar(m_services, appearance))
    , m_receiverBadge(new ReceiverBadge(m_services, this))
    , m_pages(new QStackedWidget)
    , m_status(new StatusBar(m_services))
    , m_closeQuestion(new CloseQuestion(m_services, this))
{
    m_saveSoon.setSingleShot(true);
    m_saveSoon.setInterval(SaveDelay);
    connect(&m_saveSoon, &QTimer::timeout, this, [this] { saveState(); });
    new PrivacyGuard(m_services, this);
    makePages();
    layOut();
    makeShortcuts();
    connect(m_rail, &NavigationBar::chosen, this, &MainWindow::showPage);
    connect(m_topBar, &TopBar::helpRequested, this, &MainWindow::showHelp);
    connect(m_topBar, &TopBar::revealRequested, this,
            [this] { PrivacyGuard::revealAll(m_services, m_services.feed.overview().calls, this); });
    connect(m_topBar, &TopBar::wallboardRequested, this, &MainWindow::toggleWallboard);
    connect(&m_topBar->banner(), &AlertBanner::callsRequested, this, &MainWindow::showCalls);
    connect(&m_topBar->banner(), &AlertBanner::alertsRequested, this, [this] { showPage(pageIndex(AlertsPageId)); });
    connect(m_status, &StatusBar::exportsRequested, this, [this] { showPage(pageIndex(ReportsPageId)); });
    connect(&m_services.alerts, &AlertMonitor::alertsChanged, this, &MainWindow::showBadges);
    connect(m_receiverBadge, &ReceiverBadge::changed, this, &MainWindow::showBadges);
    bindTitle(this, [this] { return m_services.preferences.isDemo() ? tr("Callboard (demo)") : tr("Callboard"); });
    bindLanguage(this, [this] {
        for (int i = 0; i < m_pageList.size(); ++i)
            m_rail->setTitle(i, m_pageList[i]->title());
        m_topBar->setTitle(currentPage()->title());
    });
    connect(m_closeQuestion, &CloseQuestion::keepReceivingChosen, this, &MainWindow::goOnHidden);
    connect(m_closeQuestion, &CloseQuestion::quitChosen, this, [this] {
        if (!asksAboutExports())
            leave();
    });
    restore();
    connect(&m_services.view, &ViewState::changed, this, &MainWindow::saveStateSoon);
}

MainWindow::~MainWindow() = default;

void MainWindow::makePages()
{
    for (const PageEntry &entry : pageTable()) {
        Page *made = entry.make(m_services);
        made->setObjectName(entry.id);
        m_pageList.append(made);
        m_pages->addWidget(made);
        m_rail->addEntry(entry.icon);
        connect(made, &Page::callsRequested, this, &MainWindow::showCalls);
        connect(made, &Page::campaignRequested, this, &MainWindow::showCampaign);
        connect(made, &Page::taskEditRequested, this, &MainWindow::editTask);
        connect(made, &Page::exportRequested, this, &MainWindow::showExport);
        connect(made, &Page::restoreRequested, this, &MainWindow::restoreRequested);
        connect(made, &Page::erasureRequested, this, &MainWindow::showErasure);
        connect(made, &Page::scopeChanged, this, &MainWindow::showScope);
        connect(made, &Page::stateChanged, this, &MainWindow::saveStateSoon);
    }
}

void MainWindow::layOut()
{
    auto *content = new QVBoxLayout;
    content->setSpacing(0);
    content->addWidget(new StoreWarning(m_services));
    content->addWidget(m_topBar);
    m_pages->setContentsMargins(3 * Theme::Unit, 0, 3 * Theme::Unit, Theme::Unit);
    content->addWidget(m_pages, 1);
    content->addWidget(m_status);
    auto *centre = new QWidget;
    auto *layout = new QHBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_rail);
    layout->addLayout(content, 1);
    setCentralWidget(centre);
    setMinimumSize(LeastSize.boundedTo(screen()->availableSize()));
}

void MainWindow::makeShortcuts()
{
    for (int i = 0; i < m_pageList.size(); ++i) {
        auto *key = new QShortcut(QKeySequence(u"Ctrl+%1"_s.arg(i + 1)), this);
        connect(key, &QShortcut::activated, this, [this, i] { showPage(i); });
    }
    auto *find = new QShortcut(QKeySequence(QKeySequence::Find), this);
    connect(find, &QShortcut::activated, this, [this] { currentPage()->focusFilter(); });
    auto *help = new QShortcut(QKeySequence(Qt::Key_F1), this);
    connect(help, &QShortcut::activated, this, &MainWindow::showHelp);
    auto *wall = new QShortcut(QKeySequence(Qt::Key_F11), this);
    connect(wall, &QShortcut::activated, this, &MainWindow::toggleWallboard);
}

Page *MainWindow::currentPage() const
{
    return m_pageList.value(m_pages->currentIndex());
}

Page *MainWindow::page(QLatin1StringView id) const
{
    for (Page *candidate : m_pageList) {
        if (candidate->objectName() == id)
            return candidate;
    }
    return nullptr;
}

int MainWindow::pageIndex(QLatin1StringView id) const
{
    return static_cast<int>(m_pageList.indexOf(page(id)));
}

void MainWindow::showPage(int index)
{
    Page *before = currentPage();
    m_pages->setCurrentIndex(index);
    m_rail->setCurrent(index);
    if (before != currentPage())
        before->setActive(false);
    m_topBar->setTitle(currentPage()->title());
    showScope();
    m_receiverBadge->setSeen(currentPage() == page(ReceiverPageId));
    currentPage()->setActive(true);
    currentPage()->setFocus();
    saveStateSoon();
}

void MainWindow::showScope()
{
    m_services.view.setScope(currentPage()->scope());
}

void MainWindow::showCalls(const CallFilter &filter)
{
    Page *calls = page(CallsPageId);
    showPage(static_cast<int>(m_pageList.indexOf(calls)));
    calls->showFilter(filter);
}

void MainWindow::showBadges()
{
    m_rail->setBadge(pageIndex(ReceiverPageId), static_cast<int>(m_receiverBadge->count()));
    m_rail->setBadge(pageIndex(AlertsPageId), static_cast<int>(m_services.alerts.waiting().size()));
}

void MainWindow::toggleWallboard()
{
    if (m_wallboard == nullptr)
        m_wallboard = new Wallboard(m_services, this);
    if (m_wallboard->isVisible())
        return m_wallboard->hide();
    const QList<QScreen *> screens = QGuiApplication::screens();
    const auto chosen = std::find_if(screens.begin(), screens.end(), [this](const QScreen *each) {
        return each->name() == m_services.preferences.wallboard().screen;
    });
    m_wallboard->setGeometry((chosen == screens.end() ? screen() : *chosen)->geometry());
    m_wallboard->showFullScreen();
    m_wallboard->activateWindow();
    m_wallboard->setFocus();
}

void MainWindow::comeForward()
{
    QGuiApplication::setQuitOnLastWindowClosed(true);
    setWindowState(windowState() & ~Qt::WindowMinimized);
    if (!isVisible())
        showPage(m_pages->currentIndex());
    show();
    raise();
    activateWindow();
}

void MainWindow::showCampaign(const QString &taskId)
{
    Page *campaigns = page(CampaignsPageId);
    campaigns->showCampaign(taskId);
    showPage(static_cast<int>(m_pageList.indexOf(campaigns)));
}

void MainWindow::showExport(const ExportRequest &order)
{
    page(ReportsPageId)->showExport(order);
    showPage(pageIndex(ReportsPageId));
}

void MainWindow::showErasure(const QString &number)
{
    const int settings = pageIndex("settings"_L1);
    showPage(settings);
    m_pageList.at(settings)->showErasure(number);
}

/// True while files are being written: then a question stands over the window, and its answer closes it.
bool MainWindow::asksAboutExports()
{
    if (m_services.exports.pending() == 0)
        return false;
    if (std::exchange(m_isAsking, true))
        return true;
    comeForward();
    auto *box = makeMessageBox(QMessageBox::Question, tr("Quit"),
                               tr("Files are still being written. Quit anyway? These exports are cancelled. Older "
                                  "files of the same names are not changed."),
                               QMessageBox::Cancel, this);
    box->setObjectName(u"quitQuestion"_s);
    QPushButton *quit = box->addButton(tr("Quit"), QMessageBox::AcceptRole);
    quit->setObjectName(u"quitYes"_s);
    connect(box, &QMessageBox::finished, this, [this, box, quit] {
        m_isAsking = false;
        if (box->clickedButton() != quit)
            return;
        m_services.exports.cancelAll();
        leave();
    });
    box->open();
    return true;
}

void MainWindow::editTask(const QString &taskId)
{
    TaskInfo task = m_services.feed.tasks().value(taskId);
    task.taskId = taskId; // also of one about which nobody has said anything yet
    auto *editor = new TaskEditor(m_services, task, this);
    editor->setAttribute(Qt::WA_DeleteOnClose);
    editor->open();
}

void MainWindow::showHelp()
{
    auto *dialog = new HelpDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::restore()
{
    fitFirst(*this, FirstSize);
    if (restoreGeometry(m_settings.value("window/geometry"_L1).toByteArray()))
        fitRestored(*this);
    const auto kind = static_cast<PeriodKind>(m_settings.value("view/period"_L1, 0).toInt());
    if (kind < PeriodKind::Custom)
        m_services.view.setPeriod(Period{kind, {}});
    m_services.view.setTaskIds(m_settings.value("view/campaigns"_L1).toStringList());
    m_receiverBadge->restoreState(m_settings);
    for (Page *each : std::as_const(m_pageList))
        each->restoreState(m_settings);
    const Page *last = page(QLatin1StringView(m_settings.value("window/page"_L1).toByteArray()));
    showPage(qMax(0, static_cast<int>(m_pageList.indexOf(last))));
}

void MainWindow::saveState()
{
    m_settings.setValue("window/geometry"_L1, saveGeometry());
    m_settings.setValue("window/page"_L1, currentPage()->objectName());
    // A custom period belongs to the day it was asked on: the next start shows the present again.
    const PeriodKind kind = m_services.view.period().kind;
    m_settings.setValue("view/period"_L1, static_cast<int>(kind == PeriodKind::Custom ? PeriodKind::Today : kind));
    m_settings.setValue("view/campaigns"_L1, m_services.view.taskIds());
    m_receiverBadge->saveState(m_settings);
    for (const Page *each : std::as_const(m_pageList))
        each->saveState(m_settings);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    saveState();
    if (m_isLeaving)
        return QMainWindow::closeEvent(event);
    if (m_closesToTray)
        goOnHidden();
    else if (!asksAboutReceiving() && !asksAboutExports())
        return QMainWindow::closeEvent(event);
    event->ignore();
}

/// Nobody looks: the pages do no work. What closes while there is no window, a wallboard for example, does not end the
/// program.
void MainWindow::goOnHidden()
{
    QGuiApplication::setQuitOnLastWindowClosed(false);
    currentPage()->setActive(false);
    m_receiverBadge->setSeen(false);
    hide();
}

bool MainWindow::isReceiving() const
{
    return !m_services.receiver.url().isEmpty() && !m_services.preferences.isDemo();
}

/// True where the window is not to be closed now: a question stands over it, or it goes on without being shown.
bool MainWindow::asksAboutReceiving()
{
    if (!isReceiving())
        return false;
    const ClosePolicy policy = m_services.preferences.closePolicy();
    if (policy == ClosePolicy::Quit || qApp->isSavingSession())
        return false;
    if (policy == ClosePolicy::Ask)
        m_closeQuestion->ask();
    else
        goOnHidden();
    return true;
}

void MainWindow::leave()
{
    QGuiApplication::setQuitOnLastWindowClosed(true);
    m_isLeaving = true;
    close();
}

/// Not only when the window is closed: the program may be killed, the power may fail.
void MainWindow::saveStateSoon()
{
    if (isVisible() && !m_saveSoon.isActive())
        m_saveSoon.start();
}

void MainWindow::moveEvent(QMoveEvent *event)
{
    QMainWindow::moveEvent(event);
    saveStateSoon();
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    saveStateSoon();
}

} // namespace callboard
