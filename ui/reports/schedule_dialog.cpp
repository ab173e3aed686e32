// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/schedule_dialog.h"

#include "report/report.h"
#include "report/report_formats.h"
#include "schedule/report_file_name.h"
#include "store/write/store_writer.h"
#include "text/format.h"
#include "ui/common/forms/controls.h"
#include "ui/common/forms/field_form.h"
#include "ui/common/forms/file_field.h"
#include "ui/common/theme/label_style.h"
#include "ui/common/theme/plain_text.h"
#include "ui/common/theme/theme.h"
#include "ui/reports/checklist_dialog.h"
#include "ui/session/figures/live_figures.h"
#include "ui/session/logs/schedule_words.h"
#include "ui/session/privacy_guard.h"
#include "ui/session/view_state.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QDateTime>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTimeEdit>
#include <QVBoxLayout>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int Unit = Theme::Unit;
constexpr int DaysOfWeek = 7, MostDays = 31, MinuteSeconds = 60;

constexpr SchedulePeriod Periods[] = {SchedulePeriod::Yesterday, SchedulePeriod::LastSevenDays,
                                      SchedulePeriod::LastWeek, SchedulePeriod::LastMonth, SchedulePeriod::TodaySoFar};
constexpr ScheduleRhythm Rhythms[] = {ScheduleRhythm::Daily, ScheduleRhythm::Weekly, ScheduleRhythm::Monthly};

template <class Value>
Value chosenIn(const QComboBox *box)
{
    return static_cast<Value>(box->currentData().toInt());
}

} // namespace

ScheduleDialog::ScheduleDialog(const Services &services, const ReportSchedule &schedule, const QString &note,
                               QWidget *parent)
    : QDialog(parent)
    , m_services(services)
    , m_schedule(schedule)
    , m_form(new FieldForm)
{
    setTitle(this, schedule.id == 0 ? tr("New schedule") : tr("Schedule"));
    addSubject();
    addTimes();
    addFile();
    layOut(note);
    connect(m_report, &QComboBox::currentIndexChanged, this, &ScheduleDialog::fillFormats);
    connect(m_form, &FieldForm::changed, this, &ScheduleDialog::showState);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &ScheduleDialog::save);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_form->fill([this] { fill(); });
}

/// What is made, of which calls.
void ScheduleDialog::addSubject()
{
    using Place = ScheduleProblem::Field;
    m_name = m_form->add(u"scheduleName"_s, new QLineEdit,
                         {.label = [] { return tr("Name"); },
                          .hint = [] { return tr("A name, such as “Morning figures”."); },
                          .problem = problemOf(Place::Name)});
    m_report = m_form->add(u"scheduleReport"_s, new QComboBox,
                           {.label = [] { return tr("Report"); }, .problem = problemOf(Place::Report)});
    m_columns = m_form->add(
        u"scheduleColumns"_s, new QCheckBox(tr("only %1 chosen columns").arg(m_schedule.columns.size())),
        {.label = [] { return tr("Columns"); },
         .hint = [] { return tr("Not checked: all columns."); },
         .isVisible =
             [this] {
                 return !m_schedule.columns.isEmpty() && m_report->currentData().toString() == m_schedule.report;
             }});
    m_form->add(u"scheduleCampaigns"_s, makeCampaigns(),
                {.label = [] { return tr("Campaigns"); }, .problem = [this] { return refusal(); }});
    m_filter = m_form->add(
        u"scheduleFilter"_s, new QCheckBox(tr("only some")),
        {.label = [] { return tr("Calls"); },
         .hint = [this] { return tr("%1. Not checked: all calls.").arg(scheduleFilterText(m_schedule, words())); },
         .isVisible = [this] { return m_schedule.filter != CallFilter(); }});
    m_meanings = m_form->add(u"scheduleMeanings"_s, new QCheckBox(tr("as defined at the time")),
                             {.label = [] { return tr("Result codes"); },
                              .hint = [] { return tr("Not checked: as defined on the day it is made."); },
                              .isVisible = [this] { return m_schedule.meaningsOfTheirTime; }});
    m_period =
        m_form->add(u"schedulePeriod"_s, new QComboBox,
                    {.label = [] { return tr("Period"); },
                     .hint = [] { return tr("The calls it contains, relative to the time at which it is made."); }});
}

void ScheduleDialog::addTimes()
{
    using Place = ScheduleProblem::Field;
    const auto has = [this](ScheduleRhythm rhythm) {
        return [this, rhythm] { return chosenIn<ScheduleRhythm>(m_rhythm) == rhythm; };
    };
    m_rhythm = m_form->add(u"scheduleRhythm"_s, new QComboBox, {.label = [] { return tr("Made"); }});
    m_form->add(u"scheduleDays"_s, makeDays(),
                {.label = [] { return tr("On these days"); },
                 .problem = problemOf(Place::Days),
                 .isVisible = has(ScheduleRhythm::Weekly)});
    m_monthDay = m_form->add(u"scheduleMonthDay"_s, new QComboBox,
                             {.label = [] { return tr("On this day"); },
                              .hint = [] { return tr("In shorter months on their last day."); },
                              .problem = problemOf(Place::MonthDay),
                              .isVisible = has(ScheduleRhythm::Monthly)});
    m_time = new QTimeEdit;
    m_time->setDisplayFormat(u"HH:mm"_s);
    m_form->add(u"scheduleTime"_s, m_time,
                {.label = [] { return tr("At"); },
                 .hint =
                     [this] {
                         return tr("Time zone: %1. Missed runs are made when the program runs again.")
                             .arg(QString::fromUtf8(m_services.format.zone().id()));
                     },
                 .problem = problemOf(Place::Time)});
}

/// Where it goes, and as what.
void ScheduleDialog::addFile()
{
    using Place = ScheduleProblem::Field;
    m_format = m_form->add(u"scheduleFormat"_s, new QComboBox,
                           {.label = [] { return tr("Format"); }, .problem = problemOf(Place::Format)});
    m_language = m_form->add(u"scheduleLanguage"_s, new QComboBox, {.label = [] { return tr("Language"); }});
    m_revealed = m_form->add(
        u"scheduleRevealed"_s, new QCheckBox(tr("in full")),
        {.label = [] { return tr("Numbers"); },
         .hint = [] { return tr("Phone numbers and masked columns. Each run is then noted in the audit log."); },
         .isEnabled = [this] { return PrivacyGuard::mayReveal(m_services); }});
    m_folder = m_form->add(u"scheduleFolder"_s, new FileField(FileField::Purpose::Folder),
                           {.label = [] { return tr("Folder"); },
                            .hint = [] { return tr("Must exist when the report is made."); },
                            .problem = problemOf(Place::Folder)});
    m_fileName = m_form->add(u"scheduleFile"_s, new QLineEdit,
                             {.label = [] { return tr("File name"); },
                              .hint = [] { return tr("May contain %1.").arg(fileNameWords().join(u' ')); },
                              .problem = problemOf(Place::FileName)});
}

QWidget *ScheduleDialog::makeDays()
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->setSpacing(2 * Unit);
    m_days = new QButtonGroup(this);
    m_days->setExclusive(false);
    for (int day = 1; day <= DaysOfWeek; ++day) {
        auto *button = makeNamed<QCheckBox>(u"scheduleDay%1"_s.arg(day), weekDayWord(day, m_services.format));
        m_days->addButton(button, day);
        layout->addWidget(button);
    }
    layout->addStretch(1);
    return row;
}

QWidget *ScheduleDialog::makeCampaigns()
{
    m_campaigns = new PlainLabel;
    m_campaigns->setWordWrap(true);
    auto *choose = makeButton(
        u"chooseCampaigns"_s, [] { return tr("Choose…"); }, [] { return tr("Choose the campaigns of the report"); });
    choose->setAutoDefault(false);
    connect(choose, &QPushButton::clicked, this, &ScheduleDialog::chooseCampaigns);
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->addWidget(m_campaigns, 1);
    layout->addWidget(choose);
    return row;
}

void ScheduleDialog::layOut(const QString &note)
{
    auto *noted = makeStatus(u"scheduleNote"_s);
    setText(noted, u"warning"_s, note);
    noted->setVisible(!note.isEmpty());
    m_status = makeStatus(u"scheduleStatus"_s);
    setStyleClass(m_status, u"bad"_s);
    m_status->hide();
    m_buttons = makeDialogButtons(u"scheduleSave"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(3 * Unit);
    layout->addWidget(noted);
    layout->addWidget(m_form);
    layout->addStretch(1);
    layout->addWidget(m_status);
    layout->addWidget(m_buttons);
    fillChoices();
    resize(210 * Unit, sizeHint().height()); // with room for all rows, those too that are not always there
}

void ScheduleDialog::fillChoices()
{
    for (const QString &name : reportNames())
        m_report->addItem(reportTitle(name), name);
    m_language->addItem(tr("language of the program"), QString());
    m_language->addItem(u"English"_s, u"en"_s);
    m_language->addItem(u"简体中文"_s, u"zh_CN"_s);
    for (const SchedulePeriod period : Periods)
        m_period->addItem(schedulePeriodWord(period), static_cast<int>(period));
    for (const ScheduleRhythm rhythm : Rhythms)
        m_rhythm->addItem(scheduleRhythmWord(rhythm), static_cast<int>(rhythm));
    for (int day = 1; day <= MostDays; ++day)
        m_monthDay->addItem(monthDayWord(day), day);
    m_monthDay->addItem(monthDayWord(LastDayOfMonth), LastDayOfMonth);
}

void ScheduleDialog::fillFormats()
{
    const QString chosen = m_format->count() == 0 ? m_schedule.format : m_format->currentData().toString();
    const QSignalBlocker quiet(m_format);
    m_format->clear();
    for (const QString &format : reportFormats(m_report->currentData().toString()))
        m_format->addItem(reportFormatTitle(format), format);
    m_format->setCurrentIndex(std::max(0, m_format->findData(chosen)));
}

void ScheduleDialog::fill()
{
    m_name->setText(m_schedule.name);
    m_report->setCurrentIndex(std::max(0, m_report->findData(m_schedule.report)));
    m_language->setCurrentIndex(std::max(0, m_language->findData(m_schedule.language)));
    m_period->setCurrentIndex(m_period->findData(static_cast<int>(m_schedule.period)));
    m_rhythm->setCurrentIndex(m_rhythm->findData(static_cast<int>(m_schedule.rhythm)));
    m_monthDay->setCurrentIndex(m_monthDay->findData(m_schedule.monthDay));
    for (const int day : std::as_const(m_schedule.weekDays)) {
        if (QAbstractButton *button = m_days->button(day))
            button->setChecked(true);
    }
    m_time->setTime(QTime(0, 0).addSecs(m_schedule.minuteOfDay * MinuteSeconds));
    m_folder->setPath(m_schedule.folder);
    m_fileName->setText(m_schedule.fileName);
    m_columns->setChecked(!m_schedule.columns.isEmpty());
    m_filter->setChecked(true);
    m_meanings->setChecked(m_schedule.meaningsOfTheirTime);
    m_revealed->setChecked(m_schedule.revealed && PrivacyGuard::mayReveal(m_services));
    showCampaigns();
    fillFormats();
}

void ScheduleDialog::showCampaigns()
{
    constexpr qsizetype MostNames = 3;
    QStringList names;
    for (const QString &taskId : std::as_const(m_schedule.taskIds))
        names.append(m_services.feed.taskName(taskId));
    m_campaigns->setText(names.isEmpty()                ? tr("all, including future ones")
                             : names.size() > MostNames ? tr("%1 campaigns").arg(names.size())
                                                        : names.join(tr(", ")));
}

void ScheduleDialog::chooseCampaigns()
{
    QList<std::pair<QString, QString>> all;
    QStringList known = m_services.feed.tasks().keys();
    for (const QString &taskId : std::as_const(m_schedule.taskIds)) {
        if (!known.contains(taskId))
            known.append(taskId);
    }
    known.sort();
    for (const QString &taskId : std::as_const(known))
        all.append({taskId, m_services.feed.taskName(taskId)});
    auto *dialog = new ChecklistDialog(tr("Campaigns of the report"), all, m_schedule.taskIds, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_schedule.taskIds = dialog->chosen();
        showCampaigns();
        m_form->check();
        showState();
    });
    dialog->open();
}

ReportSchedule ScheduleDialog::edited() const
{
    ReportSchedule schedule = m_schedule;
    schedule.name = m_name->text().trimmed();
    schedule.report = m_report->currentData().toString();
    schedule.format = m_format->currentData().toString();
    schedule.language = m_language->currentData().toString();
    schedule.period = chosenIn<SchedulePeriod>(m_period);
    schedule.rhythm = chosenIn<ScheduleRhythm>(m_rhythm);
    schedule.monthDay = m_monthDay->currentData().toInt();
    schedule.weekDays.clear();
    for (int day = 1; day <= DaysOfWeek; ++day) {
        if (m_days->button(day)->isChecked())
            schedule.weekDays.append(day);
    }
    schedule.minuteOfDay = QTime(0, 0).secsTo(m_time->time()) / MinuteSeconds;
    schedule.folder = m_folder->path();
    schedule.fileName = m_fileName->text().trimmed();
    if (schedule.report != m_schedule.report || !m_columns->isChecked())
        schedule.columns.clear();
    if (!m_filter->isChecked())
        schedule.filter = {};
    schedule.meaningsOfTheirTime = m_meanings->isChecked();
    schedule.revealed = m_revealed->isChecked();
    schedule.personalColumns = m_services.view.personalColumns();
    return schedule;
}

/// What is covered in the window stays so here.
FilterWordsContext ScheduleDialog::words() const
{
    FilterWordsContext context;
    context.zone = m_services.format.zone();
    context.personalColumns = m_services.view.personalColumns();
    context.taskName = [&feed = m_services.feed](const QString &taskId) { return feed.taskName(taskId); };
    return context;
}

/// Why no run could ever be made: a dossier of all campaigns.
QString ScheduleDialog::refusal() const
{
    const ReportSchedule schedule = edited();
    ReportRequest request;
    request.format = schedule.format;
    request.filter.taskIds = schedule.taskIds;
    request.columns = schedule.columns;
    return reportRefusal(schedule.report, request);
}

/// What a schedule says of one of its fields.
TextFunction ScheduleDialog::problemOf(ScheduleProblem::Field field) const
{
    return [this, field] {
        QString text;
        for (const ScheduleProblem &problem : validate(edited())) {
            if (problem.field == field)
                text = problem.text;
        }
        return text;
    };
}

void ScheduleDialog::showState()
{
    m_buttons->button(QDialogButtonBox::Save)->setEnabled(!m_form->hasProblem());
}

void ScheduleDialog::save()
{
    const std::optional<ReportSchedule> before = m_schedule.id == 0 ? std::nullopt : std::optional(m_schedule);
    m_buttons->setEnabled(false);
    m_services.writer.saveSchedule(withActivationTime(edited(), before, QDateTime::currentMSecsSinceEpoch()), this,
                                   [this](qint64 id, const QString &error) {
                                       m_buttons->setEnabled(true);
                                       m_status->setText(error);
                                       m_status->setVisible(!error.isEmpty());
                                       if (!error.isEmpty())
                                           return;
                                       Q_EMIT saved(id);
                                       accept();
                                   });
}

} // namespace callboard
