// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings_results.h"

#include "store/settings/meaning_table.h"
#include "store/settings/settings_queries.h"
#include "store/write/store_writer.h"
#include "ui/common/theme/label_style.h"
#include "ui/common/theme/plain_text.h"
#include "ui/common/theme/theme.h"
#include "ui/session/exports/export_requests.h"
#include "ui/session/figures/live_figures.h"
#include "ui/settings/result_code_editor.h"
#include "ui/settings/result_list_model.h"

#include <QDateTime>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QTableView>
#include <QVBoxLayout>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {
constexpr int Unit = Theme::Unit;
}

SettingsResults::SettingsResults(const Services &services, QWidget *parent)
    : SettingsSection(parent)
    , m_services(services)
    , m_model(new ResultListModel(services.format, services.theme, this))
    , m_title(new PlainLabel)
    , m_hint(new PlainLabel)
    , m_edit(new QPushButton)
    , m_export(new QPushButton)
    , m_table(new QTableView)
{
    makeTable();
    layOut();
    connect(m_edit, &QPushButton::clicked, this, &SettingsResults::editCurrent);
    connect(m_export, &QPushButton::clicked, this,
            [this] { Q_EMIT exportRequested(exportRequestOf(*m_table, {}, {})); });
    connect(m_table, &QTableView::doubleClicked, this, &SettingsResults::editCurrent);
    for (const int key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *enter = new QShortcut(QKeySequence(key), m_table);
        enter->setContext(Qt::WidgetShortcut);
        connect(enter, &QShortcut::activated, this, &SettingsResults::editCurrent);
    }
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this] { m_edit->setEnabled(m_table->selectionModel()->hasSelection()); });
    connect(&services.theme, &Theme::changed, m_model, &ResultListModel::retranslate);
    connect(&services.writer, &StoreWriter::decisionsChanged, this, [this] {
        if (m_active)
            refresh();
    });
    m_edit->setEnabled(false);
    retranslate();
}

void SettingsResults::makeTable()
{
    m_table->setObjectName(u"resultTable"_s);
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QTableView::SelectRows);
    m_table->setSelectionMode(QTableView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(6 * Unit);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setStretchLastSection(true);
    const int widths[] = {16 * Unit, 60 * Unit, 46 * Unit, 18 * Unit, 18 * Unit, 22 * Unit, 20 * Unit};
    for (int column = 0; column < static_cast<int>(std::size(widths)); ++column)
        m_table->setColumnWidth(column, widths[column]);
}

void SettingsResults::layOut()
{
    setStyleClass(m_title, u"title"_s);
    setStyleClass(m_hint, u"caption"_s);
    m_hint->setObjectName(u"resultHint"_s);
    m_export->setObjectName(u"exportResults"_s);
    m_edit->setObjectName(u"resultEdit"_s);
    auto *top = new QHBoxLayout;
    top->setSpacing(2 * Unit);
    top->addWidget(m_title);
    top->addWidget(m_hint, 1);
    top->addWidget(m_edit);
    top->addWidget(m_export);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(top);
    layout->addWidget(m_table, 1);
}

QString SettingsResults::title() const
{
    return tr("Result codes");
}

void SettingsResults::retranslate()
{
    m_title->setText(title());
    m_hint->setText(tr("Changes have a date, and figures are updated at once. Bold: changed."));
    m_table->setAccessibleName(title());
    m_edit->setText(tr("Edit…"));
    setTip(m_edit, tr("Names, class and flags of the selected code, and from which date they are valid (Enter)"));
    m_export->setText(tr("Export…"));
    m_export->setAccessibleName(tr("Export the result codes to a file"));
    m_model->retranslate();
}

void SettingsResults::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    SettingsSection::changeEvent(event);
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

void SettingsResults::editCurrent()
{
    const QModelIndex index = m_table->currentIndex();
    if (!index.isValid())
        return;
    const QString code = m_model->at(index.row()).code;
    auto *editor = new ResultCodeEditor(m_services, code, m_history.of(code), window());
    editor->setAttribute(Qt::WA_DeleteOnClose);
    connect(editor, &ResultCodeEditor::saved, this, &SettingsResults::refresh);
    editor->open();
}

} // namespace callboard
