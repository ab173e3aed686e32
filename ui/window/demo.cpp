// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/demo.h"

#include "simulator/history/seed_history.h"
#include "simulator/simulator.h"
#include "store/database/store_problem_text.h"
#include "ui/window/store_work_dialog.h"

#include <QDateTime>
#include <QLoggingCategory>
#include <QUrl>

namespace callboard {

namespace {

Q_LOGGING_CATEGORY(lcDemo, "callboard.demo", QtInfoMsg)

constexpr int Campaigns = 6;
constexpr qint64 HistoryCalls = 24'000;
constexpr int HistoryDays = 14;
constexpr qint64 MessagesPerCall = 2;
constexpr double CallsPerSecond = 0.5; ///< about as busy as the history's mornings
constexpr quint64 RowsBefore = 100'000; ///< of a campaign's list: more than the history dialled

HistoryOptions history(const StoreWork::Watch &watch)
{
    HistoryOptions options{
        .calls = HistoryCalls, .days = HistoryDays, .tasks = Campaigns, .now = QDateTime::currentMSecsSinceEpoch()};
    options.progress = [watch](qint64 messages) { watch.progress(messages, HistoryCalls * MessagesPerCall); };
    options.cancelled = watch.cancelled;
    return options;
}

SimulatorConfig pushes(const QUrl &url)
{
    SimulatorConfig config;
    config.url = url;
    config.connections = 4;
    config.source.calls = 0;
    config.source.rate = CallsPerSecond;
    config.source.disorder = 0.3;
    config.source.duplicates = 0.02;
    config.source.lost = 0.01;
    config.source.generator.tasks = Campaigns;
    config.source.generator.callSeed = static_cast<quint64>(QDateTime::currentMSecsSinceEpoch());
    config.source.generator.rowsBefore = RowsBefore;
    return config;
}

} // namespace

Demo::Demo(StoreUrl store, QObject *parent)
    : QObject(parent)
    , m_store(std::move(store))
{
    connect(&m_work, &StoreWork::done, this, &Demo::prepared);
    connect(&m_work, &StoreWork::cancelled, this, &Demo::prepared);
    connect(&m_work, &StoreWork::failed, this, [this](const StoreProblem &problem) {
        qCWarning(lcDemo).noquote() << storeProblemText(problem);
        Q_EMIT prepared();
    });
    connect(this, &Demo::prepared, this, [this] {
        if (m_dialog)
            m_dialog->showFollowing(tr("The window opens…"));
    });
}

Demo::~Demo() = default;

void Demo::prepare()
{
    m_dialog = std::make_unique<StoreWorkDialog>(
        tr("Callboard: demo"), tr("Two weeks of calls are made up, in a temporary store. Nobody is called."), m_work);
    m_dialog->show();
    m_work.start([store = m_store](const StoreWork::Watch &watch) { seedHistory(store, history(watch)); });
}

void Demo::closeDialog()
{
    m_dialog.reset();
}

void Demo::push(const QUrl &url)
{
    m_simulator = std::make_unique<Simulator>(pushes(url));
    m_simulator->start();
}

} // namespace callboard
