// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/call_shots.h"

#include "ui/calls/calls_saved.h"
#include "ui/common/charts/chart_panel.h"
#include "ui/session/page.h"
#include "ui/window/application_session.h"
#include "ui/window/campaign_picker.h"
#include "ui/window/main_window.h"
#include "ui/window/page_table.h"
#include "ui/window/top_bar.h"

#include <QContextMenuEvent>
#include <QCoreApplication>
#include <QDateTime>
#include <QDialog>
#include <QMenu>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

using Shot = Photographer::Shot;

QTableView *callTable(const MainWindow *window)
{
    return window->page(CallsPageId)->findChild<QTableView *>(u"callTable"_s);
}

void tidy(MainWindow *window)
{
    for (QMenu *menu : window->findChildren<QMenu *>())
        menu->close();
    for (QDialog *dialog : window->findChildren<QDialog *>())
        dialog->close();
}

QWidget *visibleMenu(const MainWindow *window)
{
    for (QMenu *menu : window->findChildren<QMenu *>()) {
        if (menu->isVisible())
            return menu;
    }
    return nullptr;
}

QWidget *visibleDialog(const MainWindow *window)
{
    for (QDialog *dialog : window->findChildren<QDialog *>()) {
        if (dialog->isVisible())
            return dialog;
    }
    return nullptr;
}

/// The menu of a button, or what `open` brings up.
Shot menuShot(MainWindow *window, const QString &name, const std::function<void()> &open)
{
    return {name,
            [window, open] {
                tidy(window);
                open();
            },
            [window] { return visibleMenu(window) != nullptr; }, [window] { return visibleMenu(window); }};
}

void popUp(const QToolButton *button)
{
    Q_EMIT button->menu()->aboutToShow();
    button->menu()->popup(button->mapToGlobal(QPoint(0, button->height())));
}

Shot tabShot(MainWindow *window, const QString &name, int tab)
{
    return {name,
            [window, tab] {
                tidy(window);
                window->showPage(window->pageIndex(CallsPageId));
                if (QTableView *table = callTable(window))
                    table->setCurrentIndex(table->model()->index(1, 0));
                window->findChild<QTabWidget *>(u"detailTabs"_s)->setCurrentIndex(tab);
            },
            [window] { return callTable(window)->model()->rowCount() > 0; }, [window] { return window; }};
}

/// What a click on a figure may ask for: no control shows the line, the tries or the period.
void showFailedTries(MainWindow *window)
{
    CallFilter filter;
    filter.range = {0, QDateTime::currentMSecsSinceEpoch()};
    filter.taskIds = {u"1001"_s};
    filter.outbound = true;
    filter.answered = false;
    filter.excludedResults = {u"20"_s};
    filter.onlySettled = true;
    window->page(CallsPageId)->showFilter(filter);
    window->showPage(window->pageIndex(CallsPageId));
}

Shot savedShot(MainWindow *window, const QString &name, int fromEnd)
{
    return {name,
            [window, fromEnd] {
                tidy(window);
                auto *saved = window->findChild<CallsSaved *>();
                saved->put({u"春季回访 未接"_s, {}, {}, {}, {}, {}});
                saved->put({u"Talk of a minute or more"_s, {}, {}, {}, {}, {}});
                const auto actions = window->findChild<QToolButton *>(u"savedFilters"_s)->menu()->actions();
                actions.at(actions.size() - 1 - fromEnd)->trigger();
            },
            [window] { return visibleDialog(window) != nullptr; }, [window] { return visibleDialog(window); }};
}

} // namespace

QList<Shot> callShots(const QString &prefix, ApplicationSession &session)
{
    MainWindow *window = session.window();
    const auto named = [window](const QString &name) { return window->findChild<QToolButton *>(name); };
    QList<Shot> shots{tabShot(window, prefix + u"calls-detail"_s, 0), tabShot(window, prefix + u"calls-fields"_s, 1),
                      tabShot(window, prefix + u"calls-messages"_s, 2)};
    shots.append(menuShot(window, prefix + u"calls-menu"_s, [window] {
        QTableView *table = callTable(window);
        const QPoint at = table->visualRect(table->model()->index(2, 0)).center();
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, table->viewport()->mapToGlobal(at));
        QCoreApplication::sendEvent(table->viewport(), &event);
    }));
    shots.append(menuShot(window, prefix + u"calls-columns"_s, [named] { popUp(named(u"columnChooser"_s)); }));
    shots.append({prefix + u"calls-chips"_s,
                  [window] {
                      tidy(window);
                      showFailedTries(window);
                  },
                  [window] { return callTable(window)->model()->rowCount() > 0; }, [window] { return window; }});
    shots.append(savedShot(window, prefix + u"filter-save"_s, 1));
    shots.append(savedShot(window, prefix + u"filters"_s, 0));
    shots.append(menuShot(window, prefix + u"filters-menu"_s, [named] { popUp(named(u"savedFilters"_s)); }));
    return shots;
}

QList<Shot> menuShots(const QString &prefix, ApplicationSession &session)
{
    MainWindow *window = session.window();
    const auto *bar = window->findChild<TopBar *>();
    const auto buttons = bar->findChildren<QToolButton *>();
    const auto own = std::find_if(buttons.begin(), buttons.end(), [bar](const QToolButton *button) {
        return button->menu() && button->parentWidget() == bar && !qobject_cast<const CampaignPicker *>(button);
    });
    return {menuShot(window, prefix + u"menu"_s, [button = *own] { popUp(button); }),
            menuShot(window, prefix + u"menu-campaigns"_s, [bar] { popUp(bar->findChild<CampaignPicker *>()); }),
            menuShot(window, prefix + u"menu-chart"_s, [window] {
                window->showPage(0);
                popUp(window->page("live"_L1)->findChild<ChartPanel *>()->findChild<QToolButton *>());
            })};
}

} // namespace callboard
