// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/report_preview.h"

#include "text/format.h"
#include "ui/common/theme/label_style.h"
#include "ui/common/theme/plain_text.h"
#include "ui/common/theme/theme.h"
#include "ui/reports/preview_table_model.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QSignalBlocker>
#include <QTabBar>
#include <QTableView>
#include <QVBoxLayout>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int Unit = Theme::Unit;
constexpr int WidestColumn = 60 * Unit;

} // namespace

ReportPreviewPanel::ReportPreviewPanel(const Format &format, QWidget *parent)
    : QFrame(parent)
    , m_format(format)
    , m_title(new PlainLabel)
    , m_state(new PlainLabel)
    , m_facts(new PlainLabel)
    , m_empty(new PlainLabel)
    , m_tabs(new QTabBar)
    , m_table(new QTableView)
    , m_model(new PreviewTableModel(this))
{
    setProperty("styleClass", u"panel"_s);
    makeTable();
    layOut();
    connect(m_tabs, &QTabBar::currentChanged, this, &ReportPreviewPanel::showTable);
    retranslate();
}

void ReportPreviewPanel::makeTable()
{
    m_table->setObjectName(u"previewTable"_s);
    m_table->setModel(m_model);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setEditTriggers(QTableView::NoEditTriggers);
    m_table->setHorizontalScrollMode(QTableView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(6 * Unit);
    m_table->horizontalHeader()->setHighlightSections(false);
}

void ReportPreviewPanel::layOut()
{
    setStyleClass(m_title, u"title"_s);
    setStyleClass(m_state, u"caption"_s);
    setStyleClass(m_facts, u"caption"_s);
    m_state->setObjectName(u"previewState"_s);
    m_facts->setObjectName(u"previewFacts"_s);
    m_facts->setWordWrap(true);
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_empty->setObjectName(u"previewEmpty"_s);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_tabs->setObjectName(u"previewTabs"_s);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setUsesScrollButtons(true);
    m_tabs->setElideMode(Qt::ElideNone);
    auto *head = new QHBoxLayout;
    head->setSpacing(2 * Unit);
    head->addWidget(m_title);
    head->addWidget(m_state, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * Unit, 2 * Unit, 2 * Unit, 2 * Unit);
    layout->setSpacing(Unit);
    layout->addLayout(head);
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
    m_model->setTable(m_preview.tables.value(chosen), chosen == 0 ? m_columns : QStringList());
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

void ReportPreviewPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void ReportPreviewPanel::retranslate()
{
    m_title->setText(tr("Preview"));
    m_table->setAccessibleName(tr("The first rows of the report"));
    m_tabs->setAccessibleName(tr("Tables of the report"));
    m_facts->setAccessibleName(tr("Description of the report"));
    showState();
}

} // namespace callboard
