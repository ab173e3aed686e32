// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/report_preview.h"

#include "text/format.h"
#include "ui/common/forms/controls.h"
#include "ui/common/tables/list_view.h"
#include "ui/common/theme/label_style.h"
#include "ui/common/theme/plain_text.h"
#include "ui/common/theme/theme.h"

#include <QFont>
#include <QLabel>
#include <QSignalBlocker>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int Unit = Theme::Unit;
constexpr int WidestColumn = 60 * Unit;

ListColumn<PreviewRow> columnOf(const ReportColumn &column, qsizetype position)
{
    const bool isText = column.kind == ColumnKind::Text || column.kind == ColumnKind::Time;
    ListColumn<PreviewRow> made{.id = columnName(column), .title = [title = column.title] { return title; }};
    made.value = [position](const PreviewRow &row) { return row.cells.value(position); };
    made.alignment = isText ? Qt::AlignLeft : Qt::AlignRight;
    return made;
}

/// The columns of these names, in their order; none: all.
QList<ListColumn<PreviewRow>> chosenColumns(const QList<ReportColumn> &all, const QStringList &chosen)
{
    QList<qsizetype> positions;
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (chosen.isEmpty() || chosen.contains(columnName(all.at(i))))
            positions.append(i);
    }
    std::stable_sort(positions.begin(), positions.end(), [&](qsizetype a, qsizetype b) {
        return chosen.indexOf(columnName(all.at(a))) < chosen.indexOf(columnName(all.at(b)));
    });
    QList<ListColumn<PreviewRow>> columns;
    for (const qsizetype position : std::as_const(positions))
        columns.append(columnOf(all.at(position), position));
    return columns;
}

QList<PreviewRow> rowsOf(const PreviewTable &table)
{
    QList<PreviewRow> rows;
    for (const QStringList &cells : table.rows)
        rows.append({cells, false});
    for (const QStringList &cells : table.totals)
        rows.append({cells, true});
    return rows;
}

QVariant totalRole(const PreviewRow &row, int role)
{
    if (role != Qt::FontRole || !row.isTotal)
        return {};
    QFont bold;
    bold.setBold(true);
    return bold;
}

} // namespace

ReportPreviewPanel::ReportPreviewPanel(const Format &format, QWidget *parent)
    : QFrame(parent)
    , m_format(format)
    , m_state(makeNamed<PlainLabel>(u"previewState"_s))
    , m_facts(makeCaption(u"previewFacts"_s))
    , m_empty(makeStatus(u"previewEmpty"_s))
    , m_tabs(makeNamed<QTabBar>(u"previewTabs"_s))
    , m_model(new ListModel<PreviewRow>(
          {}, [](const PreviewRow &row) { return row.cells.join(u'\t'); }, this))
    , m_table(new ListView(u"previewTable"_s, *m_model))
{
    setProperty("styleClass", u"panel"_s);
    m_model->setRowRole(totalRole);
    m_table->setSelectionMode(QTableView::ExtendedSelection);
    m_table->setHorizontalScrollMode(QTableView::ScrollPerPixel);
    bindName(m_table, [] { return tr("The first rows of the report"); });
    bindName(m_tabs, [] { return tr("Tables of the report"); });
    bindName(m_facts, [] { return tr("Description of the report"); });
    layOut();
    connect(m_tabs, &QTabBar::currentChanged, this, &ReportPreviewPanel::showTable);
    bindLanguage(this, [this] { showState(); });
}

void ReportPreviewPanel::layOut()
{
    setStyleClass(m_state, u"caption"_s);
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_empty->setAlignment(Qt::AlignCenter);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setUsesScrollButtons(true);
    m_tabs->setElideMode(Qt::ElideNone);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * Unit, 2 * Unit, 2 * Unit, 2 * Unit);
    layout->setSpacing(Unit);
    layout->addLayout(makeRow({makeTitle([] { return tr("Preview"); }), m_state}, 1));
    layout->addWidget(m_facts);
    layout->addWidget(m_tabs);
    layout->addWidget(m_empty, 1);
    layout->addWidget(m_table, 1);
}

void ReportPreviewPanel::showLoading()
{
    m_isLoading = true;
    showState();
}

void ReportPreviewPanel::setPreview(const ReportPreview &preview)
{
    m_isLoading = false;
    m_preview = preview;
    showTabs();
    showTable();
    showState();
}

void ReportPreviewPanel::setColumns(const QStringList &columns)
{
    if (columns == m_columns)
        return;
    m_columns = columns;
    showTable();
}

/// Tabs of the same report stay, and so does the chosen one.
void ReportPreviewPanel::showTabs()
{
    const QSignalBlocker quiet(m_tabs);
    const int chosen = m_tabs->currentIndex();
    while (m_tabs->count() > m_preview.tables.size())
        m_tabs->removeTab(m_tabs->count() - 1);
    for (int i = 0; i < m_preview.tables.size(); ++i) {
        if (i >= m_tabs->count())
            m_tabs->addTab(QString());
        m_tabs->setTabText(i, m_preview.tables.at(i).table.title);
    }
    m_tabs->setCurrentIndex(std::max(0, std::min(chosen, m_tabs->count() - 1)));
    m_tabs->setVisible(m_tabs->count() > 1);
}

void ReportPreviewPanel::showTable()
{
    const int chosen = std::max(0, m_tabs->currentIndex());
    const PreviewTable table = m_preview.tables.value(chosen);
    m_model->setTable(chosenColumns(table.table.columns, chosen == 0 ? m_columns : QStringList()), rowsOf(table));
    fitColumns();
    const bool isEmpty = m_model->rowCount() == 0;
    m_empty->setVisible(isEmpty);
    m_table->setVisible(!isEmpty);
}

void ReportPreviewPanel::fitColumns()
{
    m_table->resizeColumnsToContents();
    for (int column = 0; column < m_model->columnCount(); ++column)
        m_table->setColumnWidth(column, std::min(m_table->columnWidth(column) + 2 * Unit, WidestColumn));
}

QString ReportPreviewPanel::stateText() const
{
    if (m_isLoading)
        return tr("Reading…");
    if (!m_preview.error.isEmpty() || m_preview.tables.isEmpty())
        return {};
    const qint64 rows = m_preview.head.rows;
    const bool isWhole = !m_preview.tables.constFirst().hasMore;
    const QString count = rows == 1 ? tr("1 row") : tr("%1 rows").arg(m_format.count(rows));
    return isWhole ? count
                   : tr("%1, the first %2 shown").arg(count, m_format.count(m_preview.tables.constFirst().rows.size()));
}

QString ReportPreviewPanel::factsText() const
{
    QStringList facts;
    for (const auto &[name, value] : m_preview.head.facts)
        facts.append(tr("%1: %2").arg(name, value));
    return facts.join(u"  ·  "_s);
}

void ReportPreviewPanel::showState()
{
    m_state->setText(stateText());
    m_facts->setText(factsText());
    const bool hasFailed = !m_isLoading && !m_preview.error.isEmpty();
    setText(m_empty, hasFailed ? u"bad"_s : u"caption"_s,
            hasFailed         ? m_preview.error
                : m_isLoading ? tr("Reading…")
                              : tr("No rows. Choose a longer period above, or remove a filter condition."));
}

} // namespace callboard
