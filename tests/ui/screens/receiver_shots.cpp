// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/receiver_shots.h"

#include "screens/sample_pushes.h"
#include "screens/screen_options.h"

#include "receiver/server/receiver.h"
#include "ui/session/figures/live_figures.h"
#include "ui/session/page.h"
#include "ui/session/view_state.h"
#include "ui/window/application_session.h"
#include "ui/window/main_window.h"

#include <QDialog>
#include <QTabWidget>
#include <QTableView>
#include <QTableWidget>

#include <memory>
#include <utility>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

using Shot = Photographer::Shot;

constexpr quint64 MessageSeed = 0x51; ///< the messages are others than those of the history

/// Messages on their way into the figures of the page.
struct Arrivals
{
    SamplePushes *pushes = nullptr;
    CommitNotice committed;
    bool isRefreshed = false;
};

/// Sends the messages as soon as the receiver listens. True when all are stored, the window was notified, and the
/// figures were asked for again afterwards.
bool areShown(Arrivals &arrivals, ApplicationSession &session)
{
    const CommitNotice &committed = arrivals.committed;
    if (!arrivals.pushes->isSent() && !session.receiver().url().isEmpty())
        arrivals.pushes->send();
    if (!arrivals.pushes->isDone() || committed.accepted + committed.refused < arrivals.pushes->count()
        || session.feed().overview().watermark < committed.watermark())
        return false;
    if (!std::exchange(arrivals.isRefreshed, true))
        Q_EMIT session.view().changed(ViewState::Choice::Period);
    return true;
}

int rowsOf(const MainWindow *window, const QString &table)
{
    const auto *view = window->findChild<QTableView *>(table);
    return view ? view->model()->rowCount() : 0;
}

/// How fast this computer is differs from run to run: the row of answer times shows what is usual.
void showUsualAnswerTimes(const MainWindow *window)
{
    const auto *times = window->findChild<QTableWidget *>(u"receiverTimes"_s);
    const QStringList usual{u"≤ 2 ms"_s, u"≤ 5 ms"_s, u"≤ 5 ms"_s};
    for (int i = 0; i < usual.size(); ++i)
        times->item(0, i + 1)->setText(usual.at(i));
}

} // namespace

QList<Shot> receiverShots(const ScreenOptions &options, ApplicationSession &session)
{
    MainWindow *window = session.window();
    const auto arrivals = std::make_shared<Arrivals>();
    arrivals->pushes = new SamplePushes(session.receiver(), options.seed ^ MessageSeed, window);
    QObject::connect(&session.feed(), &LiveFigures::committed, arrivals->pushes,
                     [arrivals](const CommitNotice &notice) { arrivals->committed.append(notice); });
    const auto show = [window] {
        for (QDialog *dialog : window->findChildren<QDialog *>())
            dialog->close();
        window->showPage(window->pageIndex("receiver"_L1));
    };
    const auto isReady = [window, arrivals, &session] {
        if (!areShown(*arrivals, session) || rowsOf(window, u"pushTable"_s) < SamplePushes::Good
            || rowsOf(window, u"refusedTable"_s) < SamplePushes::Bad)
            return false;
        showUsualAnswerTimes(window);
        return true;
    };
    const auto showRefused = [window] {
        window->findChild<QTabWidget *>(u"messageTabs"_s)->setCurrentIndex(1);
        window->findChild<QTableView *>(u"refusedTable"_s)->selectRow(0);
    };
    const auto whole = [window]() -> QWidget * { return window; };
    return {{options.prefix + u"receiver"_s, show, isReady, whole},
            {options.prefix + u"receiver-refused"_s, showRefused, isReady, whole}};
}

} // namespace callboard
