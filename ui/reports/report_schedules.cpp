// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/report_schedules.h"

#include "report/schedule/schedule_runner.h"
#include "schedule/schedule_times.h"
#include "store/settings/schedule_table.h"
#include "store/write/store_writer.h"
#include "text/format.h"
#include "ui/common/forms/controls.h"
#include "ui/common/tables/list_view.h"
#include "ui/common/theme/label_style.h"
#include "ui/common/theme/theme.h"
#include "ui/reports/report_job.h"
#include "ui/reports/schedule_dialog.h"
#include "ui/session/exports/export_requests.h"
#include "ui/session/figures/live_figures.h"
#include "ui/session/logs/log_exports.h"
#include "ui/session/view_state.h"

#include <QDateTime>
#include <QFileInfo>
#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSplitter>
#include <QVBoxLayout>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int Unit = Theme::Unit;
constexpr int PauseMs = 200;
constexpr int MostRuns = 300;

/// What of a report at hand makes no sense again and again.
QString notTakenOver(const ReportRequest &request)
{
    CallFilter rest = request.filter;
    CallFilter lasting = reusableFilter(rest);
    rest.range = {};
    rest.taskIds.clear();
    lasting.choices = rest.choices;
    return rest == lasting && request.asOf == 0
        ? QString()
        : ReportSchedules::tr("A schedule has its own period. A single call or contact, ranges of time and a past "
                              "moment are not taken from this report.");
}

} // namespace

ReportSchedules::ReportSchedules(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_prompts(ReportPrompts::withDialogs())
    , m_model(makeScheduleList(
          services.theme, services.format, [this] { return words(); }, this))
    , m_runs(makeRunList(services.theme, services.format, this))
    , m_table(new ListView(u"scheduleTable"_s, *m_model))
    , m_runTable(new ListView(u"runTable"_s, *m_runs))
    , m_splitter(makeSplitter(Qt::Vertical, {makeList(), makeHistory()}, {70 * Unit, 80 * Unit}))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 2 * Unit, 0, 0);
    layout->addWidget(m_splitter);
    m_pause.setSingleShot(true);
    m_pause.setInterval(PauseMs);
    connectAll();
    connectRunner();
    showChoices();
}

QFrame *ReportSchedules::makeList()
{
    m_state = makeLabel(u"caption"_s);
    m_state->setObjectName(u"scheduleState"_s);
    m_none = makeCaption({}, [] {
        return tr("No schedules yet. A schedule makes a report regularly, such as yesterday's calls every "
                  "morning, while this program or callboardctl serve runs.");
    });
    bindName(m_table, [] { return tr("Schedules of reports"); });
    m_new = makeButton(
        u"newSchedule"_s, [] { return tr("New…"); }, [] { return tr("New schedule"); });
    m_edit = makeButton(u"editSchedule"_s, [] { return tr("Edit…"); });
    m_remove = makeButton(u"removeSchedule"_s, [] { return tr("Delete"); });
    m_runNow = makeButton(u"runSchedule"_s, [] { return tr("Run now"); });
    m_cancel = makeButton(
        u"cancelRun"_s, [] { return tr("Cancel"); }, [] { return tr("Cancel the run"); });
    auto *exported = makeButton(
        u"exportSchedules"_s, [] { return tr("Export…"); },
        [] { return tr("Export the list of schedules to a file"); });
    connect(exported, &QPushButton::clicked, this,
            [this] { Q_EMIT exportRequested(exportRequestOf(*m_table, {}, {})); });
    QLabel *title = makeTitle([] { return tr("Schedules"); });
    return makePanel(makeRow({title, m_state, m_cancel, m_runNow, m_new, m_edit, m_remove, exported}, 1),
                     {m_none, m_table});
}

QFrame *ReportSchedules::makeHistory()
{
    bindName(m_runTable, [] { return tr("Run history, newest first"); });
    m_openFile = makeButton(u"openRunFile"_s, [] { return tr("Open file"); });
    m_openFolder = makeButton(u"openRunFolder"_s, [] { return tr("Open folder"); });
    auto *exported = makeButton(
        u"exportRuns"_s, [] { return tr("Export…"); }, [] { return tr("Export the complete run history to a file"); });
    connect(exported, &QPushButton::clicked, this, [this] {
        Q_EMIT exportRequested({{}, {}, std::make_shared<const TableExport>(scheduledRuns(m_services.format))});
    });
    QLabel *title = makeTitle([] { return tr("Run history"); });
    return makePanel(makeRow({title, m_openFile, m_openFolder, exported}, 0), {m_runTable});
}

void ReportSchedules::connectAll()
{
    connect(&m_pause, &QTimer::timeout, this, &ReportSchedules::load);
    connect(m_table, &ListView::chosenChanged, this, &ReportSchedules::showChoices);
    connect(m_runTable, &ListView::chosenChanged, this, &ReportSchedules::showChoices);
    connect(m_table, &ListView::rowActivated, m_edit, &QPushButton::click);
    connect(m_runTable, &ListView::rowActivated, m_openFile, &QPushButton::click);
    connect(m_model, &ListModelBase::checkRequested, this, &ReportSchedules::switchSchedule);
    connect(m_new, &QPushButton::clicked, this, [this] { edit({}); });
    connect(m_edit, &QPushButton::clicked, this, [this] {
        if (const ReportSchedule *schedule = chosen())
            edit(*schedule);
    });
    connect(m_remove, &QPushButton::clicked, this, &ReportSchedules::remove);
    connect(m_runNow, &QPushButton::clicked, this, &ReportSchedules::runNow);
    connect(m_openFile, &QPushButton::clicked, this, [this] { m_prompts.open(chosenRun()->file); });
    connect(m_openFolder, &QPushButton::clicked, this, [this] { m_prompts.open(QFileInfo(chosenRun()->file).path()); });
}

void ReportSchedules::connectRunner()
{
    ScheduleRunner &runner = m_services.schedules;
    const auto readSoon = [this] {
        if (m_isActive && !m_pause.isActive())
            m_pause.start();
    };
    connect(&m_services.writer, &StoreWriter::schedulesChanged, this, readSoon);
    connect(&m_services.writer, &StoreWriter::runsChanged, this, readSoon);
    connect(&runner, &ScheduleRunner::runStarted, this, [this] { showCurrent(0, 0); });
    connect(&runner, &ScheduleRunner::runProgressed, this, &ReportSchedules::showCurrent);
    connect(&runner, &ScheduleRunner::runEnded, this, [this] {
        say(u"caption"_s, {});
        showChoices();
    });
    connect(&runner, &ScheduleRunner::troubled, this, [this](const QString &why) { say(u"bad"_s, why); });
    connect(m_cancel, &QPushButton::clicked, &runner, &ScheduleRunner::cancelRun);
}

/// Campaigns have the names that people gave them; what is covered in the window stays so in the list.
FilterWordsContext ReportSchedules::words() const
{
    FilterWordsContext context;
    context.zone = m_services.format.zone();
    context.personalColumns = m_services.view.personalColumns();
    context.taskName = [&feed = m_services.feed](const QString &taskId) { return feed.taskName(taskId); };
    return context;
}

void ReportSchedules::setActive(bool active)
{
    m_isActive = active;
    if (active)
        load();
}

void ReportSchedules::load()
{
    m_query.cancel();
    m_query = m_services.readers.ask<Loaded>(
        this,
        [](Connection &connection) {
            return Loaded{loadSchedules(connection), loadRuns(connection, MostRuns)};
        },
        [this](const Loaded &loaded) { take(loaded); }, [this](const QString &why) { say(u"bad"_s, why); });
}

void ReportSchedules::take(const Loaded &loaded)
{
    QHash<qint64, ReportRun> last;
    for (const ReportRun &run : loaded.runs) {
        if (!last.contains(run.scheduleId))
            last.insert(run.scheduleId, run);
    }
    QList<ScheduleRow> rows;
    for (const ReportSchedule &schedule : loaded.schedules)
        rows.append({schedule, last.value(schedule.id)});
    m_model->setRows(rows);
    m_runs->setRows(loaded.runs);
    m_none->setVisible(loaded.schedules.isEmpty());
    showChoices();
}

const ReportSchedule *ReportSchedules::chosen() const
{
    const ScheduleRow *row = m_model->at(m_table->currentRow());
    return row ? &row->schedule : nullptr;
}

const ReportRun *ReportSchedules::chosenRun() const
{
    return m_runs->at(m_runTable->currentRow());
}

void ReportSchedules::makeFrom(const ReportJob &job, const QString &folder)
{
    ReportSchedule schedule;
    schedule.name = job.title();
    schedule.report = job.report;
    schedule.format = job.request.format;
    schedule.taskIds = job.request.filter.taskIds;
    schedule.filter = reusableFilter(job.request.filter);
    schedule.meaningsOfTheirTime = job.request.meaningsOf == MeaningsOf::TheirTime;
    schedule.columns = job.request.columns;
    schedule.revealed = job.isRevealed();
    schedule.folder = folder;
    edit(schedule, notTakenOver(job.request));
}

void ReportSchedules::edit(const ReportSchedule &schedule, const QString &note)
{
    auto *dialog = new ScheduleDialog(m_services, schedule, note, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void ReportSchedules::remove()
{
    const ReportSchedule *schedule = chosen();
    if (!schedule)
        return;
    const QString question = tr("Delete the schedule %1? Its files and its history are kept.").arg(schedule->name);
    m_prompts.confirm(this, question, [this, id = schedule->id](bool yes) {
        if (yes)
            m_services.writer.removeSchedule(id, this, [this](const QString &error) { say(u"bad"_s, error); });
    });
}

void ReportSchedules::runNow()
{
    if (const ReportSchedule *schedule = chosen())
        m_services.schedules.runNow(schedule->id);
}

void ReportSchedules::switchSchedule(int row, bool enabled)
{
    const ReportSchedule before = m_model->at(row)->schedule;
    ReportSchedule after = before;
    after.enabled = enabled;
    store(after, before);
}

void ReportSchedules::store(const ReportSchedule &schedule, const ReportSchedule &before)
{
    m_services.writer.saveSchedule(withActivationTime(schedule, before, QDateTime::currentMSecsSinceEpoch()), this,
                                   [this](qint64, const QString &error) { say(u"bad"_s, error); });
}

void ReportSchedules::say(const QString &styleClass, const QString &text)
{
    setText(m_state, styleClass, text);
}

void ReportSchedules::showCurrent(qint64 rows, qint64 total)
{
    const std::optional<ReportRun> &run = m_services.schedules.current();
    if (!run)
        return;
    const Format &format = m_services.format;
    say(u"caption"_s,
        total > 0 ? tr("Making %1: %2 of %3 rows").arg(run->scheduleName, format.count(rows), format.count(total))
                  : tr("Making %1…").arg(run->scheduleName));
    showChoices();
}

void ReportSchedules::showChoices()
{
    const bool any = chosen() != nullptr;
    for (QPushButton *each : {m_edit, m_remove, m_runNow})
        each->setEnabled(any);
    m_cancel->setVisible(m_services.schedules.current().has_value());
    const ReportRun *run = chosenRun();
    m_openFile->setEnabled(run && run->state == RunState::Done && !run->file.isEmpty());
    m_openFolder->setEnabled(run && !run->file.isEmpty());
}

void ReportSchedules::saveState(QSettings &settings) const
{
    settings.setValue("reports/schedules"_L1, m_splitter->saveState());
}

void ReportSchedules::restoreState(QSettings &settings)
{
    m_splitter->restoreState(settings.value("reports/schedules"_L1).toByteArray());
}

} // namespace callboard
