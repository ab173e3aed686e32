// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings_campaigns.h"

#include "ui/common/forms/controls.h"
#include "ui/common/tables/list_view.h"
#include "ui/common/theme/theme.h"
#include "ui/session/exports/export_request.h"
#include "ui/session/figures/live_figures.h"
#include "ui/settings/campaigns/task_editor.h"
#include "ui/settings/campaigns/task_import_dialog.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace callboard {

using namespace Qt::StringLiterals;

SettingsCampaigns::SettingsCampaigns(const Services &services, QWidget *parent)
    : SettingsSection(parent)
    , m_services(services)
    , m_model(makeTaskList(services.format, codeWords(services), this))
    , m_status(makeLabel(u"caption"_s))
    , m_filter(makeNamed<QLineEdit>(u"taskFilter"_s))
    , m_edit(makeButton(u"taskEdit"_s, [] { return tr("Edit…"); }))
    , m_table(new ListView(u"taskTable"_s, *m_model))
{
    m_table->setSortable(u"task"_s);
    bindName(m_table, [this] { return title(); });
    layOut();
    connect(m_filter, &QLineEdit::textChanged, m_table, &ListView::setFilter);
    connect(m_edit, &QPushButton::clicked, this, [this] { edit(m_table->currentRow()); });
    connect(m_table, &ListView::rowActivated, this, &SettingsCampaigns::edit);
    connect(m_table, &ListView::chosenChanged, this, &SettingsCampaigns::showButtons);
    const auto refreshShown = [this] {
        if (m_active)
            refresh();
    };
    connect(&services.feed, &LiveFigures::overviewChanged, this, refreshShown);
    bindLanguage(this, refreshShown);
    showButtons();
}

void SettingsCampaigns::layOut()
{
    m_status->setObjectName(u"taskListStatus"_s);
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaximumWidth(70 * Theme::Unit);
    bindPlaceholder(m_filter, [] { return tr("Find a campaign"); });
    bindName(m_filter, [] { return tr("Find a campaign"); });
    bindTip(m_edit,
            [] { return tr("Name, list size, calling hours and success rule of the chosen campaign (Enter)"); });
    auto *imported = makeButton(u"taskImport"_s, [] { return tr("Import CSV…"); });
    auto *exported = makeButton(
        u"exportTasks"_s, [] { return tr("Export…"); },
        [] { return tr("Export the campaigns and their settings to a file"); });
    connect(imported, &QPushButton::clicked, this, &SettingsCampaigns::importFile);
    connect(exported, &QPushButton::clicked, this, &SettingsCampaigns::exportShown);
    auto *layout = new QVBoxLayout(this);
    QLabel *title = makeTitle([this] { return this->title(); });
    layout->addLayout(makeRow({title, m_status, m_filter, m_edit, imported, exported}, 1));
    layout->addWidget(m_table, 1);
}

QString SettingsCampaigns::title() const
{
    return tr("Campaigns");
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
    m_model->setRows(tasks);
    m_status->setText(tasks.isEmpty() ? tr(
                          "No campaigns yet. A campaign appears with its first call, or is imported from a CSV file.")
                                      : tr("%1, in this store").arg(m_services.format.count(tasks.size())));
    showButtons();
}

void SettingsCampaigns::showButtons()
{
    m_edit->setEnabled(m_table->selectionModel()->hasSelection());
}

void SettingsCampaigns::edit(int row)
{
    const TaskInfo *task = m_model->at(row);
    if (!task)
        return;
    auto *editor = new TaskEditor(m_services, *task, window());
    editor->setAttribute(Qt::WA_DeleteOnClose);
    connect(editor, &TaskEditor::saved, this, &SettingsCampaigns::refresh);
    editor->open();
}

/// Those that the filter leaves, in the order of the table.
void SettingsCampaigns::exportShown()
{
    QList<TaskInfo> tasks;
    for (const int row : m_table->shownRows())
        tasks.append(*m_model->at(row));
    Q_EMIT exportRequested({{}, {}, std::make_shared<const TableExport>(taskExport(title(), tasks))});
}

void SettingsCampaigns::importFile()
{
    auto *dialog = new TaskImportDialog(m_services, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &TaskImportDialog::imported, this, &SettingsCampaigns::refresh);
    dialog->open();
}

} // namespace callboard
