// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/schedule_dialog.h"

#include "report/report.h"
#include "report/report_formats.h"
#include "schedule/report_file_name.h"
#include "store/write/store_writer.h"
#include "text/format.h"
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

QComboBox *box(const QString &name)
{
    auto *made = new QComboBox;
    made->setObjectName(name);
    return made;
}

QLineEdit *line(const QString &name)
{
    auto *made = new QLineEdit;
    made->setObjectName(name);
    return made;
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
    makeWidgets();
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    layOut();
    setTexts();
    fillChoices();
    fill();
    connectAll();
    check();
}

QWidget *ScheduleDialog::makeDays()
{
    auto *row = new QWidget;
    row->setObjectName(u"scheduleDays"_s);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->setSpacing(2 * Unit);
    m_days = new QButtonGroup(this);
    m_days->setExclusive(false);
    for (int day = 1; day <= DaysOfWeek; ++day) {
        auto *button = new QCheckBox(weekDayWord(day, m_services.format));
        button->setObjectName(u"scheduleDay%1"_s.arg(day));
        m_days->addButton(button, day);
        layout->addWidget(button);
    }
    layout->addStretch(1);
    return row;
}

QWidget *ScheduleDialog::makeCampaigns()
{
    auto *row = new QWidget;
    row->setObjectName(u"scheduleCampaigns"_s);
    m_campaigns = new PlainLabel;
    m_campaigns->setWordWrap(true);
    m_chooseCampaigns = new QPushButton(tr("Choose…"));
    m_chooseCampaigns->setObjectName(u"chooseCampaigns"_s);
    m_chooseCampaigns->setAutoDefault(false);
    m_chooseCampaigns->setAccessibleName(tr("Choose the campaigns of the report"));
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->addWidget(m_campaigns, 1);
    layout->addWidget(m_chooseCampaigns);
    return row;
}

void ScheduleDialog::makeWidgets()
{
    m_name = line(u"scheduleName"_s);
    m_report = box(u"scheduleReport"_s);
    m_format = box(u"scheduleFormat"_s);
    m_language = box(u"scheduleLanguage"_s);
    m_period = box(u"schedulePeriod"_s);
    m_rhythm = box(u"scheduleRhythm"_s);
    m_monthDay = box(u"scheduleMonthDay"_s);
    m_weekDays = makeDays();
    m_campaignsRow = makeCampaigns();
    m_time = new QTimeEdit;
    m_time->setObjectName(u"scheduleTime"_s);
    m_time->setDisplayFormat(u"HH:mm"_s);
    m_folder = new FileField(FileField::Purpose::Folder);
    m_folder->setObjectName(u"scheduleFolder"_s);
    m_fileName = line(u"scheduleFile"_s);
    m_columns = new QCheckBox(tr("only %1 chosen columns").arg(m_schedule.columns.size()));
    m_columns->setObjectName(u"scheduleColumns"_s);
    m_filter = new QCheckBox(tr("only some"));
    m_filter->setObjectName(u"scheduleFilter"_s);
    m_meanings = new QCheckBox(tr("as defined at the time"));
    m_meanings->setObjectName(u"scheduleMeanings"_s);
    m_revealed = new QCheckBox(tr("in full"));
    m_revealed->setObjectName(u"scheduleRevealed"_s);
    m_note = new PlainLabel;
    m_note->setObjectName(u"scheduleNote"_s);
    m_note->setWordWrap(true);
    setStyleClass(m_note, u"warning"_s);
    m_status = new PlainLabel;
    m_status->setObjectName(u"scheduleStatus"_s);
    m_status->setWordWrap(true);
    setStyleClass(m_status, u"bad"_s);
    m_status->hide();
    m_buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel);
    m_buttons->button(QDialogButtonBox::Save)->setObjectName(u"scheduleSave"_s);
    m_buttons->button(QDialogButtonBox::Save)->setProperty("styleClass", u"primary"_s);
}

void ScheduleDialog::layOut()
{
    for (QWidget *control : std::initializer_list<QWidget *>{
             m_name, m_report, m_columns, m_campaignsRow, m_filter, m_meanings, m_period, m_rhythm, m_weekDays,
             m_monthDay, m_time, m_format, m_language, m_revealed, m_folder, m_fileName})
        m_form->add(control);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(3 * Unit);
    layout->addWidget(m_note);
    layout->addWidget(m_form);
    layout->addStretch(1);
    layout->addWidget(m_status);
    layout->addWidget(m_buttons);
    resize(210 * Unit, sizeHint().height());
}

void ScheduleDialog::setTexts()
{
    m_form->setTexts(m_name, tr("Name"), tr("A name, such as “Morning figures”."));
    m_form->setTexts(m_report, tr("Report"));
    m_form->setTexts(m_columns, tr("Columns"), tr("Not checked: all columns."));
    m_form->setTexts(m_campaignsRow, tr("Campaigns"));
    m_form->setTexts(m_filter, tr("Calls"),
                     tr("%1. Not checked: all calls.").arg(scheduleFilterText(m_schedule, words())));
    m_form->setTexts(m_meanings, tr("Result codes"), tr("Not checked: as defined on the day it is made."));
    m_form->setTexts(m_period, tr("Period"), tr("The calls it contains, relative to the time at which it is made."));
    m_form->setTexts(m_rhythm, tr("Made"));
    m_form->setTexts(m_weekDays, tr("On these days"));
    m_form->setTexts(m_monthDay, tr("On this day"), tr("In shorter months on their last day."));
    m_form->setTexts(m_time, tr("At"),
                     tr("Time zone: %1. Missed runs are made when the program runs again.")
                         .arg(QString::fromUtf8(m_services.format.zone().id())));
    m_form->setTexts(m_format, tr("Format"));
    m_form->setTexts(m_language, tr("Language"));
    m_form->setTexts(m_revealed, tr("Numbers"),
                     tr("Phone numbers and masked columns. Each run is then noted in the audit log."));
    m_form->setTexts(m_folder, tr("Folder"), tr("Must exist when the report is made."));
    m_form->setTexts(m_fileName, tr("File name"), tr("May contain %1.").arg(fileNameWords().join(u' ')));
    m_folder->edit()->setAccessibleName(tr("Folder"));
}

void ScheduleDialog::connectAll()
{
    for (QLineEdit *edit : {m_name, m_fileName, m_folder->edit()})
        connect(edit, &QLineEdit::textChanged, this, &ScheduleDialog::check);
    connect(m_report, &QComboBox::currentIndexChanged, this, &ScheduleDialog::fillFormats);
    for (QComboBox *each : {m_format, m_language, m_period, m_monthDay})
        connect(each, &QComboBox::currentIndexChanged, this, &ScheduleDialog::check);
    connect(m_rhythm, &QComboBox::currentIndexChanged, this, &ScheduleDialog::fitToRhythm);
    connect(m_days, &QButtonGroup::idToggled, this, &ScheduleDialog::check);
    connect(m_chooseCampaigns, &QPushButton::clicked, this, &ScheduleDialog::chooseCampaigns);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &ScheduleDialog::save);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
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
    const QString report = m_report->currentData().toString();
    {
        const QSignalBlocker quiet(m_format);
        m_format->clear();
        for (const QString &format : reportFormats(report))
            m_format->addItem(reportFormatTitle(format), format);
        m_format->setCurrentIndex(std::max(0, m_format->findData(chosen)));
    }
    m_form->setRowVisible(m_columns, !m_schedule.columns.isEmpty() && report == m_schedule.report);
    check();
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
    m_form->setRowVisible(m_filter, m_schedule.filter != CallFilter());
    m_meanings->setChecked(m_schedule.meaningsOfTheirTime);
    m_form->setRowVisible(m_meanings, m_schedule.meaningsOfTheirTime);
    const bool mayReveal = PrivacyGuard::mayReveal(m_services);
    m_revealed->setChecked(m_schedule.revealed && mayReveal);
    m_revealed->setEnabled(mayReveal);
    showCampaigns();
    fillFormats();
    fitToRhythm();
}

void ScheduleDialog::fitToRhythm()
{
    const auto rhythm = static_cast<ScheduleRhythm>(m_rhythm->currentData().toInt());
    m_form->setRowVisible(m_weekDays, rhythm == ScheduleRhythm::Weekly);
    m_form->setRowVisible(m_monthDay, rhythm == ScheduleRhythm::Monthly);
    check();
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
        check();
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
    schedule.period = static_cast<SchedulePeriod>(m_period->currentData().toInt());
    schedule.rhythm = static_cast<ScheduleRhythm>(m_rhythm->currentData().toInt());
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

void ScheduleDialog::check()
{
    const QHash<ScheduleProblem::Field, QWidget *> fields{
        {ScheduleProblem::Field::Name, m_name},         {ScheduleProblem::Field::Report, m_report},
        {ScheduleProblem::Field::Format, m_format},     {ScheduleProblem::Field::Days, m_weekDays},
        {ScheduleProblem::Field::MonthDay, m_monthDay}, {ScheduleProblem::Field::Time, m_time},
        {ScheduleProblem::Field::Folder, m_folder},     {ScheduleProblem::Field::FileName, m_fileName}};
    QHash<ScheduleProblem::Field, QString> problems;
    for (const ScheduleProblem &complaint : validate(edited()))
        problems.insert(complaint.field, complaint.text);
    for (auto field = fields.begin(); field != fields.end(); ++field)
        m_form->setProblem(field.value(), problems.value(field.key()));
    m_form->setProblem(m_campaignsRow, refusal());
    m_buttons->button(QDialogButtonBox::Save)->setEnabled(problems.isEmpty() && refusal().isEmpty());
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
