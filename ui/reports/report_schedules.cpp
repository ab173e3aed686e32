// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/report_schedules.h"

#include "report/schedule/schedule_runner.h"
#include "schedule/schedule_times.h"
#include "store/settings/schedule_table.h"
#include "store/write/store_writer.h"
#include "text/format.h"
#include "ui/common/theme/label_style.h"
#include "ui/common/theme/plain_text.h"
#include "ui/common/theme/theme.h"
#include "ui/reports/report_job.h"
#include "ui/reports/run_table_model.h"
#include "ui/reports/schedule_dialog.h"
#include "ui/reports/schedule_table_model.h"
#include "ui/session/exports/export_requests.h"
#include "ui/session/figures/live_figures.h"
#include "ui/session/logs/log_exports.h"
#include "ui/session/view_state.h"

#include <QDateTime>
#include <QEvent>
#include <QFileInfo>
#include <QFrame>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int Unit = Theme::Unit;
constexpr int PauseMs = 200;
constexpr int MostRuns = 300;

QPushButton *button(const QString &name)
{
    auto *made = new QPushButton;
    made->setObjectName(name);
    return made;
}

QTableView *makeTable(const QString &name, QAbstractItemModel *model, std::initializer_list<int> widths)
{
    auto *table = new QTableView;
    table->setObjectName(name);
    table->setModel(model);
    table->setSelectionBehavior(QTableView::SelectRows);
    table->setSelectionMode(QTableView::SingleSelection);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(6 * Unit);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setStretchLastSection(true);
    int column = 0;
    for (const int width : widths)
        table->setColumnWidth(column++, width * Unit);
    return table;
}

QLabel *label(const QString &styleClass)
{
    auto *made = new PlainLabel;
    setStyleClass(made, styleClass);
    return made;
}

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
    , m_model(new ScheduleTableModel(services.theme, services.format, this))
    , m_runs(new RunTableModel(services.theme, services.format, this))
    , m_table(makeTable(u"scheduleTable"_s, m_model, {12, 44, 42, 46, 38, 56, 36}))
    , m_runTable(makeTable(u"runTable"_s, m_runs, {40, 50, 24, 52, 20}))
    , m_title(label(u"title"_s))
    , m_state(label(u"caption"_s))
    , m_none(label(u"caption"_s))
    , m_historyTitle(label(u"title"_s))
    , m_new(button(u"newSchedule"_s))
    , m_edit(button(u"editSchedule"_s))
    , m_remove(button(u"removeSchedule"_s))
    , m_runNow(button(u"runSchedule"_s))
    , m_cancel(button(u"cancelRun"_s))
    , m_openFile(button(u"openRunFile"_s))
    , m_openFolder(button(u"openRunFolder"_s))
    , m_export(button(u"exportSchedules"_s))
    , m_exportRuns(button(u"exportRuns"_s))
    , m_splitter(new QSplitter(Qt::Vertical))
{
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(2 * Unit);
    m_splitter->addWidget(makeList());
    m_splitter->addWidget(makeHistory());
    m_splitter->setSizes({70 * Unit, 80 * Unit});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 2 * Unit, 0, 0);
    layout->addWidget(m_splitter);
    m_pause.setSingleShot(true);
    m_pause.setInterval(PauseMs);
    showWords();
    connectAll();
    connectRunner();
    retranslate();
    showChoices();
}

QFrame *ReportSchedules::makeList()
{
    m_state->setObjectName(u"scheduleState"_s);
    m_none->setWordWrap(true);
    auto *top = new QHBoxLayout;
    top->setSpacing(2 * Unit);
    top->addWidget(m_title);
    top->addWidget(m_state, 1);
    for (QPushButton *each : {m_cancel, m_runNow, m_new, m_edit, m_remove, m_export})
        top->addWidget(each);
    auto *panel = new QFrame;
    panel->setProperty("styleClass", u"panel"_s);
    auto *layout = new QVBoxLayout(panel);
    layout->addLayout(top);
    layout->addWidget(m_none);
    layout->addWidget(m_table, 1);
    return panel;
}

QFrame *ReportSchedules::makeHistory()
{
    auto *top = new QHBoxLayout;
    top->setSpacing(2 * Unit);
    top->addWidget(m_historyTitle, 1);
    top->addWidget(m_openFile);
    top->addWidget(m_openFolder);
    top->addWidget(m_exportRuns);
    auto *panel = new QFrame;
    panel->setProperty("styleClass", u"panel"_s);
    auto *layout = new QVBoxLayout(panel);
    layout->addLayout(top);
    layout->addWidget(m_runTable, 1);
    return panel;
}

void ReportSchedules::connectAll()
{
    connect(&m_pause, &QTimer::timeout, this, &ReportSchedules::load);
    connect(&m_services.theme, &Theme::changed, m_model, &ScheduleTableModel::retranslate);
    connect(&m_services.theme, &Theme::changed, m_runs, &RunTableModel::retranslate);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ReportSchedules::showChoices);
    connect(m_runTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ReportSchedules::showChoices);
    connect(m_table, &QTableView::activated, m_edit, &QPushButton::click);
    connect(m_runTable, &QTableView::activated, m_openFile, &QPushButton::click);
    connect(m_model, &ScheduleTableModel::enabledRequested, this, &ReportSchedules::switchSchedule);
    connect(m_new, &QPushButton::clicked, this, [this] { edit({}); });
    connect(m_edit, &QPushButton::clicked, this, [this] {
        if (const ReportSchedule *schedule = chosen())
            edit(*schedule);
    });
    connect(m_remove, &QPushButton::clicked, this, &ReportSchedules::remove);
    connect(m_runNow, &QPushButton::clicked, this, &ReportSchedules::runNow);
    connect(m_export, &QPushButton::clicked, this,
            [this] { Q_EMIT exportRequested(exportRequestOf(*m_table, {}, {})); });
    connect(m_exportRuns, &QPushButton::clicked, this, [this] {
        Q_EMIT exportRequested({{}, {}, std::make_shared<const TableExport>(scheduledRuns(m_services.format))});
    });
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
void ReportSchedules::showWords()
{
    FilterWordsContext context;
    context.zone = m_services.format.zone();
    context.personalColumns = m_services.view.personalColumns();
    context.taskName = [&feed = m_services.feed](const QString &taskId) { return feed.taskName(taskId); };
    m_model->setWords(context);
}

void ReportSchedules::setActive(bool active)
{
    m_isActive = active;
    if (!active)
        return;
    showWords();
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
    const qint64 id = chosen() ? chosen()->id : 0;
    m_model->setSchedules(loaded.schedules, last);
    m_runs->setRuns(loaded.runs);
    if (const int row = m_model->rowOf(id); row >= 0)
        m_table->setCurrentIndex(m_model->index(row, ScheduleTableModel::Name));
    m_none->setVisible(loaded.schedules.isEmpty());
    showChoices();
}

const ReportSchedule *ReportSchedules::chosen() const
{
    return m_model->at(m_table->currentIndex().row());
}

const ReportRun *ReportSchedules::chosenRun() const
{
    return m_runs->at(m_runTable->currentIndex().row());
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

void ReportSchedules::switchSchedule(qint64 id, bool enabled)
{
    const ReportSchedule *before = m_model->at(m_model->rowOf(id));
    if (!before)
        return;
    ReportSchedule after = *before;
    after.enabled = enabled;
    store(after, *before);
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

void ReportSchedules::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ReportSchedules::retranslate()
{
    m_title->setText(tr("Schedules"));
    m_historyTitle->setText(tr("Run history"));
    m_none->setText(tr("No schedules yet. A schedule makes a report regularly, such as yesterday's calls every "
                       "morning, while this program or callboardctl serve runs."));
    m_table->setAccessibleName(tr("Schedules of reports"));
    m_runTable->setAccessibleName(tr("Run history, newest first"));
    m_new->setText(tr("New…"));
    m_new->setAccessibleName(tr("New schedule"));
    m_edit->setText(tr("Edit…"));
    m_remove->setText(tr("Delete"));
    m_runNow->setText(tr("Run now"));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setAccessibleName(tr("Cancel the run"));
    m_openFile->setText(tr("Open file"));
    m_openFolder->setText(tr("Open folder"));
    m_export->setText(tr("Export…"));
    m_export->setAccessibleName(tr("Export the list of schedules to a file"));
    m_exportRuns->setText(tr("Export…"));
    m_exportRuns->setAccessibleName(tr("Export the complete run history to a file"));
    m_model->retranslate();
    m_runs->retranslate();
}

} // namespace callboard
