// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/report_maker.h"

#include "report/paper/paper_report_writer.h"
#include "report/report_formats.h"
#include "text/format.h"
#include "ui/common/forms/flow_layout.h"
#include "ui/common/theme/bind_text.h"
#include "ui/common/theme/label_style.h"
#include "ui/common/theme/plain_text.h"
#include "ui/common/theme/theme.h"
#include "ui/reports/export_list.h"
#include "ui/reports/report_list.h"
#include "ui/reports/report_options.h"
#include "ui/reports/report_preview.h"
#include "ui/reports/report_subject.h"
#include "ui/reports/report_target.h"
#include "ui/session/figures/live_figures.h"
#include "ui/session/preferences.h"
#include "ui/session/privacy_guard.h"
#include "ui/session/view_state.h"

#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSettings>
#include <QSplitter>
#include <QVBoxLayout>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int Unit = Theme::Unit;
constexpr int PreviewRows = 100;
const QString CallsReport = u"calls"_s; ///< the report whose columns can be chosen

QStringList allFormats()
{
    QStringList names;
    for (const ReportFormat &format : reportFormatList())
        names.append(format.name);
    return names;
}

/// Whether the beginning of both looks the same.
bool isSame(const ReportJob &a, const ReportJob &b)
{
    const ReportRequest &one = a.request, &other = b.request;
    return a.report == b.report && a.table == b.table && one.filter == other.filter && one.privacy == other.privacy
        && one.personalColumns == other.personalColumns && one.meaningsOf == other.meaningsOf && one.asOf == other.asOf;
}

QVBoxLayout *panelLayout(QFrame *panel)
{
    panel->setProperty("styleClass", u"panel"_s);
    auto *layout = new QVBoxLayout(panel);
    layout->setContentsMargins(3 * Unit, 2 * Unit, 3 * Unit, 2 * Unit);
    layout->setSpacing(2 * Unit);
    return layout;
}

} // namespace

ReportMaker::ReportMaker(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_prompts(ReportPrompts::withDialogs())
    , m_loader(services.readers)
{
    makeWidgets();
    layOut();
    connectAll();
    bindTexts();
    showReport();
}

void ReportMaker::makeWidgets()
{
    m_list = new ReportList(m_services.theme);
    m_subject = new ReportSubject(m_services);
    m_options = new ReportOptions;
    m_options->setMayReveal(PrivacyGuard::mayReveal(m_services));
    m_target = new ReportTarget(m_services.exports);
    m_preview = new ReportPreviewPanel(m_services.format);
    m_splitter = new QSplitter(Qt::Horizontal);
    m_listTitle = new PlainLabel;
    m_optionsTitle = new PlainLabel;
    m_shownNote = new PlainLabel;
    m_shownNote->setObjectName(u"shownNote"_s);
    m_shownNote->setWordWrap(true);
    m_export = new QPushButton;
    m_export->setObjectName(u"exportStart"_s);
    m_export->setProperty("styleClass", u"primary"_s);
    m_print = new QPushButton;
    m_print->setObjectName(u"printReport"_s);
    m_schedule = new QPushButton;
    m_schedule->setObjectName(u"makeSchedule"_s);
    for (QLabel *title : {m_listTitle, m_optionsTitle})
        setStyleClass(title, u"title"_s);
}

QFrame *ReportMaker::makeChoices()
{
    auto *panel = new QFrame;
    QVBoxLayout *layout = panelLayout(panel);
    layout->setContentsMargins(1, 2 * Unit, 1, 1);
    m_listTitle->setContentsMargins(3 * Unit, 0, 0, 0);
    layout->addWidget(m_listTitle);
    layout->addWidget(m_list, 1);
    return panel;
}

QFrame *ReportMaker::makeOptions()
{
    auto *content = new QWidget;
    auto *fields = new QVBoxLayout(content);
    fields->setContentsMargins({});
    fields->setSpacing(3 * Unit);
    for (QWidget *part : std::initializer_list<QWidget *>{m_shownNote, m_subject, m_options, m_target})
        fields->addWidget(part);
    fields->addStretch(1);
    auto *area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(content);
    content->setAutoFillBackground(false);
    area->viewport()->setAutoFillBackground(false);
    auto *buttons = new QWidget;
    auto *flow = new FlowLayout(buttons, 2 * Unit);
    for (QPushButton *button : {m_export, m_print, m_schedule})
        flow->addWidget(button);
    auto *panel = new QFrame;
    QVBoxLayout *layout = panelLayout(panel);
    layout->addWidget(m_optionsTitle);
    layout->addWidget(area, 1);
    layout->addWidget(buttons);
    return panel;
}

QWidget *ReportMaker::makeResults()
{
    auto *exports = new ExportList(m_services.exports, m_services.format);
    connect(exports, &ExportList::openRequested, this, [this](const QString &path) { m_prompts.open(path); });
    auto *right = new QWidget;
    auto *layout = new QVBoxLayout(right);
    layout->setContentsMargins({});
    layout->setSpacing(2 * Unit);
    layout->addWidget(m_preview, 1);
    layout->addWidget(exports);
    return right;
}

void ReportMaker::layOut()
{
    m_splitter->setHandleWidth(2 * Unit);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(makeChoices());
    m_splitter->addWidget(makeOptions());
    m_splitter->addWidget(makeResults());
    m_splitter->setStretchFactor(2, 1);
    m_splitter->setSizes({67 * Unit, 90 * Unit, 140 * Unit});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 2 * Unit, 0, 0);
    layout->addWidget(m_splitter, 1);
}

void ReportMaker::connectAll()
{
    connect(m_list, &ReportList::chosenChanged, this, &ReportMaker::showReport);
    connect(m_subject, &ReportSubject::changed, this, &ReportMaker::askPreview);
    connect(m_subject, &ReportSubject::changed, this, &ReportMaker::scopeChanged);
    connect(m_options, &ReportOptions::changed, this, [this] {
        m_preview->setColumns(job().request.columns);
        showReport();
    });
    connect(&m_loader, &PreviewLoader::arrived, this, &ReportMaker::takePreview);
    connect(m_export, &QPushButton::clicked, this, &ReportMaker::exportRequested);
    connect(m_print, &QPushButton::clicked, this, &ReportMaker::printRequested);
    connect(m_schedule, &QPushButton::clicked, this, [this] { Q_EMIT scheduleRequested(job()); });
    connect(&m_services.view, &ViewState::privacyChanged, this, &ReportMaker::askPreview);
    connect(&m_services.preferences, &Preferences::privacyChanged, this,
            [this] { m_options->setMayReveal(PrivacyGuard::mayReveal(m_services)); });
}

void ReportMaker::setActive(bool active)
{
    m_isActive = active;
    m_asked = {}; // calls may have come meanwhile
    if (active)
        askPreview();
    else
        m_loader.cancel();
}

void ReportMaker::focusFilter()
{
    m_list->setFocus(Qt::ShortcutFocusReason);
}

bool ReportMaker::isTableChosen() const
{
    return m_order.table && m_list->chosen() == ReportList::shownTableName();
}

void ReportMaker::fillList()
{
    m_list->fill(m_order.table ? m_order.table->table.title : QString());
}

/// An export of a place that has a report of its own shows that one; the table itself is in the list beside it.
void ReportMaker::showExport(const ExportRequest &order)
{
    m_order = order;
    fillList();
    m_subject->setFilter(order.filter);
    const bool isKnown = reportNames().contains(order.report);
    m_list->choose(isKnown || !order.table ? order.report : ReportList::shownTableName());
    showReport();
}

void ReportMaker::showReport()
{
    const bool isTable = isTableChosen();
    const QString report = m_list->chosen();
    ReportOptions::AvailableOptions available;
    available.formats = isTable ? allFormats() : reportFormats(report);
    available.hasColumns = !isTable && report == CallsReport;
    available.isShownTable = isTable;
    available.wasRevealed = isTable && m_order.table->isRevealed;
    m_options->setAvailable(available);
    const ReportFormat *format = findReportFormat(m_options->choice().format);
    m_target->setKind(isTable ? m_order.table->table.name : report, format ? format->suffix : QString());
    m_target->showProblem({});
    m_schedule->setEnabled(!isTable);
    showSubject();
    askPreview();
}

ViewScope ReportMaker::scope() const
{
    return isTableChosen() ? ViewScope() : m_subject->scope();
}

void ReportMaker::showSubject()
{
    Q_EMIT scopeChanged();
    m_subject->setVisible(!isTableChosen());
    m_shownNote->setVisible(isTableChosen());
    if (isTableChosen())
        m_shownNote->setText(tr("%1, as it was shown at %2")
                                 .arg(m_order.table->table.title, m_services.format.time(m_order.table->shownAt)));
}

ReportJob ReportMaker::job() const
{
    const ReportOptions::Choice &choice = m_options->choice();
    ReportJob job;
    ReportRequest &request = job.request;
    if (isTableChosen())
        job.table = m_order.table;
    else
        job.report = m_list->chosen();
    request.filter = job.table ? m_order.filter : m_subject->filter();
    request.personalColumns = m_services.view.personalColumns();
    request.zone = m_services.format.zone();
    request.format = choice.format;
    if (job.table) {
        request.privacy = job.table->isRevealed ? Privacy::Revealed : Privacy::Masked;
        return job;
    }
    request.privacy = choice.isRevealed ? Privacy::Revealed : Privacy::Masked;
    request.columns = job.report == CallsReport ? choice.columns : QStringList();
    request.meaningsOf = choice.meaningsOf;
    request.asOf = choice.asOf;
    return job;
}

bool ReportMaker::isPlain() const
{
    const ReportRequest request = job().request;
    return !isTableChosen() && m_subject->isPlain() && request.asOf == 0 && request.meaningsOf == MeaningsOf::Today;
}

QString ReportMaker::folder() const
{
    return m_target->folder();
}

/// What is covered in the window stays so here, whatever the file will hold.
void ReportMaker::askPreview()
{
    if (!m_isActive)
        return;
    ReportJob wanted = job();
    if (!wanted.table && m_services.view.privacy() == Privacy::Masked)
        wanted.request.privacy = Privacy::Masked;
    wanted.request.columns.clear(); // the list of columns to choose from comes with the answer
    if (isSame(wanted, std::exchange(m_asked, wanted)))
        return;
    m_preview->showLoading();
    m_loader.ask([wanted](Connection &connection, const ReportCancelled &cancelled) {
        return wanted.preview(connection, PreviewRows, cancelled);
    });
}

void ReportMaker::takePreview(const ReportPreview &preview)
{
    m_preview->setColumns(job().request.columns);
    m_preview->setPreview(preview);
    if (isTableChosen() || m_list->chosen() != CallsReport || preview.tables.isEmpty())
        return;
    QList<std::pair<QString, QString>> columns;
    const ReportTable &table = preview.tables.constFirst().table;
    for (const ReportColumn &column : table.columns)
        columns.append({columnName(column), column.title});
    m_options->setAllColumns(columns, columnsForPaper(table, {}).size());
}

void ReportMaker::saveState(QSettings &settings) const
{
    const ReportOptions::Choice &choice = m_options->choice();
    settings.setValue("reports/report"_L1, isTableChosen() ? m_order.report : m_list->chosen());
    settings.setValue("reports/format"_L1, choice.format);
    settings.setValue("reports/columns"_L1, choice.columns);
    settings.setValue("reports/meanings"_L1, static_cast<int>(choice.meaningsOf));
    settings.setValue("reports/folder"_L1, m_target->folder());
    settings.setValue("reports/splitter"_L1, m_splitter->saveState());
}

/// Neither uncovered numbers nor a moment of the past outlive the program: whoever wants them says so anew.
void ReportMaker::restoreState(QSettings &settings)
{
    ReportOptions::Choice choice;
    choice.format = settings.value("reports/format"_L1, choice.format).toString();
    choice.columns = settings.value("reports/columns"_L1).toStringList();
    choice.meaningsOf =
        settings.value("reports/meanings"_L1, 0).toInt() == 1 ? MeaningsOf::TheirTime : MeaningsOf::Today;
    m_list->choose(settings.value("reports/report"_L1).toString());
    m_options->setChoice(choice);
    if (const QString folder = settings.value("reports/folder"_L1).toString(); !folder.isEmpty())
        m_target->setFolder(folder);
    m_splitter->restoreState(settings.value("reports/splitter"_L1).toByteArray());
}

void ReportMaker::bindTexts()
{
    bindText(m_listTitle, [] { return tr("Reports"); });
    bindText(m_optionsTitle, [] { return tr("What and how"); });
    bindName(m_list, [] { return tr("Reports"); });
    bindText(m_export, [] { return tr("Export"); });
    bindText(m_print, [] { return tr("Print…"); });
    bindTip(m_print, [] { return tr("Shows a preview first"); });
    bindText(m_schedule, [] { return tr("Make a schedule…"); });
    bindTip(m_schedule, [] { return tr("Makes this report regularly, with these options"); });
    bindLanguage(this, [this] { fillList(); });
    onLanguageChange(this, [this] { showReport(); });
}

} // namespace callboard
