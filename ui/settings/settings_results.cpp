// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings_results.h"

#include "store/settings/meaning_table.h"
#include "store/settings/settings_queries.h"
#include "store/write/store_writer.h"
#include "ui/common/forms/controls.h"
#include "ui/common/tables/list_view.h"
#include "ui/session/exports/export_requests.h"
#include "ui/session/figures/live_figures.h"
#include "ui/settings/result_code_editor.h"

#include <QDateTime>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace callboard {

using namespace Qt::StringLiterals;

SettingsResults::SettingsResults(const Services &services, QWidget *parent)
    : SettingsSection(parent)
    , m_services(services)
    , m_model(makeResultList(services.format, services.theme, this))
    , m_hint(makeLabel(u"caption"_s,
                       [] { return tr("Changes have a date, and figures are updated at once. Bold: changed."); }))
    , m_table(new ListView(u"resultTable"_s, *m_model))
{
    m_hint->setObjectName(u"resultHint"_s);
    bindName(m_table, [this] { return title(); });
    auto *edit = makeButton(u"resultEdit"_s, [] { return tr("Edit…"); });
    bindTip(edit, [] {
        return tr("Names, class and flags of the selected code, and from which date they are valid (Enter)");
    });
    edit->setEnabled(false);
    auto *exported = makeButton(
        u"exportResults"_s, [] { return tr("Export…"); }, [] { return tr("Export the result codes to a file"); });
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(makeRow({makeTitle([this] { return title(); }), m_hint, edit, exported}, 1));
    layout->addWidget(m_table, 1);
    connect(edit, &QPushButton::clicked, this, [this] { this->edit(m_table->currentRow()); });
    connect(exported, &QPushButton::clicked, this,
            [this] { Q_EMIT exportRequested(exportRequestOf(*m_table, {}, {})); });
    connect(m_table, &ListView::rowActivated, this, &SettingsResults::edit);
    connect(m_table, &ListView::chosenChanged, this,
            [this, edit] { edit->setEnabled(m_table->selectionModel()->hasSelection()); });
    connect(&services.writer, &StoreWriter::decisionsChanged, this, [this] {
        if (m_active)
            refresh();
    });
}

QString SettingsResults::title() const
{
    return tr("Result codes");
}

void SettingsResults::setActive(bool active)
{
    m_active = active;
    if (active)
        refresh();
}

void SettingsResults::refresh()
{
    m_query.cancel();
    const auto question = [](Connection &connection) {
        return Loaded{loadMeanings(connection), loadSeenCodes(connection)};
    };
    m_query = m_services.readers.ask<Loaded>(
        this, question, [this](const Loaded &loaded) { takeLoaded(loaded); },
        [this](const QString &why) { m_hint->setText(why); });
}

void SettingsResults::takeLoaded(const Loaded &loaded)
{
    m_history = loaded.history;
    m_model->setRows(resultRows(loaded.history, loaded.seen, QDateTime::currentMSecsSinceEpoch()));
}

void SettingsResults::edit(int row)
{
    const ResultRow *chosen = m_model->at(row);
    if (!chosen)
        return;
    const QString code = chosen->code;
    auto *editor = new ResultCodeEditor(m_services, code, m_history.of(code), window());
    editor->setAttribute(Qt::WA_DeleteOnClose);
    connect(editor, &ResultCodeEditor::saved, this, &SettingsResults::refresh);
    editor->open();
}

} // namespace callboard
