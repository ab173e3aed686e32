// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings_campaigns.h"

#include "ui/common/theme/plain_text.h"
#include "ui/common/theme/theme.h"
#include "ui/session/exports/export_requests.h"
#include "ui/session/figures/live_figures.h"
#include "ui/settings/campaigns/task_editor.h"
#include "ui/settings/campaigns/task_import_dialog.h"
#include "ui/settings/campaigns/task_list_model.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {
constexpr int Unit = Theme::Unit;
}

SettingsCampaigns::SettingsCampaigns(const Services &services, QWidget *parent)
    : SettingsSection(parent)
    , m_services(services)
    , m_model(new TaskListModel(services.format, codeWords(services), this))
    , m_sorted(new QSortFilterProxyModel(this))
    , m_title(new PlainLabel)
    , m_status(new PlainLabel)
    , m_filter(new QLineEdit)
    , m_edit(new QPushButton)
    , m_import(new QPushButton)
    , m_export(new QPushButton)
    , m_table(new QTableView)
{
    makeTable();
    layOut();
    connect(m_filter, &QLineEdit::textChanged, m_sorted, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_edit, &QPushButton::clicked, this, &SettingsCampaigns::editCurrent);
    connect(m_export, &QPushButton::clicked, this,
            [this] { Q_EMIT exportRequested(exportRequestOf(*m_table, {}, {})); });
    connect(m_import, &QPushButton::clicked, this, &SettingsCampaigns::importFile);
    connect(m_table, &QTableView::doubleClicked, this, &SettingsCampaigns::editCurrent);
    for (const int key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *enter = new QShortcut(QKeySequence(key), m_table);
        enter->setContext(Qt::WidgetShortcut);
        connect(enter, &QShortcut::activated, this, &SettingsCampaigns::editCurrent);
    }
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &SettingsCampaigns::showButtons);
    connect(&services.feed, &LiveFigures::overviewChanged, this, [this] {
        if (m_active)
            refresh();
    });
    retranslate();
    showButtons();
}

void SettingsCampaigns::makeTable()
{
    m_sorted->setSourceModel(m_model);
    m_sorted->setFilterKeyColumn(-1);
    m_sorted->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_sorted->setSortRole(TaskListModel::SortRole);
    m_sorted->setSortLocaleAware(true);
    m_table->setObjectName(u"taskTable"_s);
    m_table->setModel(m_sorted);
    m_table->setSelectionBehavior(QTableView::SelectRows);
    m_table->setSelectionMode(QTableView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(TaskListModel::Task, Qt::AscendingOrder);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(6 * Unit);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setStretchLastSection(true);
    const int widths[] = {28 * Unit, 52 * Unit, 24 * Unit, 64 * Unit};
    for (int column = 0; column < static_cast<int>(std::size(widths)); ++column)
        m_table->setColumnWidth(column, widths[column]);
}

void SettingsCampaigns::layOut()
{
    m_title->setProperty("styleClass", u"title"_s);
    m_status->setObjectName(u"taskListStatus"_s);
    m_status->setProperty("styleClass", u"caption"_s);
    m_filter->setObjectName(u"taskFilter"_s);
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaximumWidth(70 * Unit);
    m_export->setObjectName(u"exportTasks"_s);
    m_edit->setObjectName(u"taskEdit"_s);
    m_import->setObjectName(u"taskImport"_s);
    auto *top = new QHBoxLayout;
    top->setSpacing(2 * Unit);
    top->addWidget(m_title);
    top->addWidget(m_status, 1);
    top->addWidget(m_filter);
    top->addWidget(m_edit);
    top->addWidget(m_import);
    top->addWidget(m_export);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(top);
    layout->addWidget(m_table, 1);
}

QString SettingsCampaigns::title() const
{
    return tr("Campaigns");
}

void SettingsCampaigns::retranslate()
{
    m_title->setText(title());
    m_filter->setPlaceholderText(tr("Find a campaign"));
    m_filter->setAccessibleName(tr("Find a campaign"));
    m_table->setAccessibleName(tr("Campaigns"));
    m_edit->setText(tr("Edit…"));
    setTip(m_edit, tr("Name, list size, calling hours and success rule of the chosen campaign (Enter)"));
    m_import->setText(tr("Import CSV…"));
    m_export->setText(tr("Export…"));
    m_export->setAccessibleName(tr("Export the campaigns and their settings to a file"));
    m_model->retranslate();
    if (m_active)
        refresh();
}

void SettingsCampaigns::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    SettingsSection::changeEvent(event);
}

void SettingsCampaigns::setActive(bool active)
{
    m_active = active;
    if (active)
        refresh();
}

void SettingsCampaigns::focusFilter()
{
    m_filter->setFocus();
}

void SettingsCampaigns::refresh()
{
    m_query.cancel();
    m_query = m_services.readers.ask<QList<TaskInfo>>(
        this, [](Connection &connection) { return loadTasks(connection); },
        [this](const QList<TaskInfo> &tasks) { showTasks(tasks); },
        [this](const QString &why) { m_status->setText(why); });
}

void SettingsCampaigns::showTasks(const QList<TaskInfo> &tasks)
{
    m_model->setTasks(tasks);
    m_model->retranslate(); // the codes may have other words by now
    m_status->setText(tasks.isEmpty() ? tr(
                          "No campaigns yet. A campaign appears with its first call, or is imported from a CSV file.")
                                      : tr("%1, in this store").arg(m_services.format.count(tasks.size())));
    showButtons();
}

void SettingsCampaigns::showButtons()
{
    m_edit->setEnabled(m_table->selectionModel()->hasSelection());
}

void SettingsCampaigns::editCurrent()
{
    const QModelIndex index = m_sorted->mapToSource(m_table->currentIndex());
    if (!index.isValid())
        return;
    auto *editor = new TaskEditor(m_services, m_model->at(index.row()), window());
    editor->setAttribute(Qt::WA_DeleteOnClose);
    connect(editor, &TaskEditor::saved, this, &SettingsCampaigns::refresh);
    editor->open();
}

void SettingsCampaigns::importFile()
{
    auto *dialog = new TaskImportDialog(m_services, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &TaskImportDialog::imported, this, &SettingsCampaigns::refresh);
    dialog->open();
}

} // namespace callboard
