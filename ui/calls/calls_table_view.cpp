// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calls/calls_table_view.h"

#include "record/call/result_codes.h"
#include "ui/calls/call_table_model.h"
#include "ui/calls/calls_header.h"
#include "ui/common/tables/figure_widths.h"
#include "ui/common/tables/list_view.h"
#include "ui/common/theme/theme.h"

#include <QAction>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <QSettings>
#include <QStyledItemDelegate>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

const QString ColumnsKey = u"calls/columns"_s, OrderKey = u"calls/order"_s;
constexpr int MostCopiedRows = 5000;
constexpr int MostMeasured = 100; ///< rows, for the width of figures
constexpr int SwatchSize = 3 * Theme::Unit;

/// The colour of an outcome stays what it is in a selected row.
class OutcomeDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const QVariant colour = index.data(Qt::DecorationRole);
        if (colour.userType() != QMetaType::QColor)
            return;
        QPixmap swatch(option->decorationSize);
        swatch.fill(colour.value<QColor>());
        option->icon = QIcon();
        for (const QIcon::Mode mode : {QIcon::Normal, QIcon::Selected})
            option->icon.addPixmap(swatch, mode);
    }
};

QString shortened(const QString &text)
{
    constexpr qsizetype Longest = 30;
    return text.size() <= Longest ? text : text.first(Longest) + u'…';
}

} // namespace

CallsTableView::CallsTableView(CallTableModel &model, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
    , m_header(new CallsHeader(this))
{
    setObjectName(u"callTable"_s);
    setHorizontalHeader(m_header);
    setModel(&model);
    setItemDelegate(new OutcomeDelegate(this));
    setListStyle(*this);
    setSelectionMode(ExtendedSelection);
    setVerticalScrollMode(ScrollPerItem);
    setHorizontalScrollMode(ScrollPerPixel);
    setIconSize({SwatchSize, SwatchSize});
    connect(m_header, &CallsHeader::orderChanged, this, &CallsTableView::goToTop);
    const auto grow = [this] {
        const auto [first, last] = rowsInView();
        growForFigures(*this, first, std::min(last, std::max(0, first) + MostMeasured));
    };
    connect(&model, &QAbstractItemModel::dataChanged, this, grow);
    connect(&model, &QAbstractItemModel::rowsInserted, this, grow);
    connect(&model, &QAbstractItemModel::modelReset, this, grow);
    horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(horizontalHeader(), &QWidget::customContextMenuRequested, this, &CallsTableView::showHeaderMenu);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &CallsTableView::checkReading);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &CallsTableView::scrolled);
    connect(&model, &QAbstractItemModel::modelReset, this, [this] {
        Q_EMIT callChosen(-1);
        checkReading();
    });
    resetColumns();
}

void CallsTableView::resetColumns()
{
    int column = 0;
    for (const CallTableColumn &info : callTableColumns()) {
        horizontalHeader()->moveSection(horizontalHeader()->visualIndex(column), column);
        setColumnWidth(column, info.width);
        setColumnHidden(column, !info.shown);
        ++column;
    }
    m_header->setOrder(m_header->order());
}

void CallsTableView::saveColumns(QSettings &settings) const
{
    settings.setValue(ColumnsKey, horizontalHeader()->saveState());
    settings.setValue(OrderKey, m_header->orderWord());
}

void CallsTableView::restoreColumns(const QSettings &settings)
{
    if (!horizontalHeader()->restoreState(settings.value(ColumnsKey).toByteArray()))
        resetColumns();
    horizontalHeader()->setSectionsMovable(true);
    m_header->restoreOrder(settings.value(OrderKey).toString());
}

void CallsTableView::setEmptyText(const QString &text)
{
    m_emptyText = text;
    viewport()->update();
}

void CallsTableView::fillColumnMenu(QMenu &menu)
{
    for (int column = 0; column < m_model.columnCount(); ++column) {
        QAction *action = menu.addAction(m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        connect(action, &QAction::toggled, this, [this, column](bool on) {
            if (on || shownColumns().size() > 1)
                setColumnHidden(column, !on);
        });
    }
    menu.addSeparator();
    connect(menu.addAction(tr("Reset columns")), &QAction::triggered, this, &CallsTableView::resetColumns);
}

void CallsTableView::showHeaderMenu(const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillColumnMenu(*menu);
    menu->popup(horizontalHeader()->viewport()->mapToGlobal(position));
}

void CallsTableView::checkReading()
{
    const bool scrolled = verticalScrollBar()->value() > verticalScrollBar()->minimum();
    const bool reading = scrolled || (selectionModel() && selectionModel()->hasSelection());
    if (reading == m_reading)
        return;
    m_reading = reading;
    Q_EMIT readingChanged(reading);
}

void CallsTableView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    checkReading();
    const QModelIndex current = currentIndex();
    const bool chosen = current.isValid() && selectionModel()->isRowSelected(current.row());
    Q_EMIT callChosen(chosen ? current.row() : -1);
}

void CallsTableView::goToTop()
{
    selectionModel()->clear();
    scrollToTop();
    checkReading();
}

std::pair<int, int> CallsTableView::rowsInView() const
{
    const int last = rowAt(viewport()->height() - 1);
    return {rowAt(0), last >= 0 ? last : m_model.rowCount() - 1};
}

QList<int> CallsTableView::shownColumns() const
{
    QList<int> columns;
    for (int visual = 0; visual < horizontalHeader()->count(); ++visual) {
        const int column = horizontalHeader()->logicalIndex(visual);
        if (!isColumnHidden(column))
            columns.append(column);
    }
    return columns;
}

void CallsTableView::copySelection()
{
    QList<int> rows;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom() && rows.size() <= MostCopiedRows; ++row)
            rows.append(row);
    }
    if (rows.size() > MostCopiedRows) {
        Q_EMIT notice(
            tr("More than %1 calls are selected. Nothing was copied. Use Export instead.").arg(MostCopiedRows));
        return;
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    int missing = 0;
    const QString text = m_model.toTsv(rows, shownColumns(), &missing);
    QGuiApplication::clipboard()->setText(text);
    const int copied = static_cast<int>(rows.size()) - missing;
    const QString said = copied == 1 ? tr("1 call copied.") : tr("%1 calls copied.").arg(copied);
    const QString left = tr("%1 more were not loaded yet: scroll to them, or use Export.").arg(missing);
    Q_EMIT notice(missing == 0 ? said : said + u' ' + left);
}

void CallsTableView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copySelection();
    else if (event->key() == Qt::Key_Escape && m_reading)
        goToTop();
    else
        QTableView::keyPressEvent(event);
}

void CallsTableView::addRestriction(QMenu &menu, const QString &text, Restriction restriction)
{
    connect(menu.addAction(text), &QAction::triggered, this,
            [this, restriction = std::move(restriction)] { Q_EMIT restrictionRequested(restriction); });
}

void CallsTableView::addRestrictions(QMenu &menu, const CallRecord &call)
{
    const CallFields &f = call.fields;
    if (call.isOutbound())
        addRestriction(menu, tr("Only this campaign"), [id = f.taskId](CallFilter &filter) { filter.taskIds = {id}; });
    if (call.isAwaiting())
        addRestriction(menu, tr("Only calls awaiting their outcome"),
                       [](CallFilter &filter) { filter.onlyAwaiting = true; });
    else if (call.isOutbound())
        addRestriction(menu, tr("Only this result"),
                       [code = f.taskResult](CallFilter &filter) { filter.results = {code}; });
    if (!f.callee.isEmpty())
        addRestriction(menu, tr("Only this called number"), [n = f.callee](CallFilter &filter) { filter.callee = n; });
    const bool answered = call.isAnswered();
    addRestriction(menu, answered ? tr("Only answered calls") : tr("Only calls not answered"),
                   [answered](CallFilter &filter) { filter.answered = answered; });
    if (call.anomalies())
        addRestriction(menu, tr("Only calls with anomalies"), [](CallFilter &filter) { filter.onlyAnomalies = true; });
    addRestriction(menu, tr("Only this call"), [uuid = f.callUuid](CallFilter &filter) { filter.uuid = uuid; });
    addCustomerRestrictions(menu, call);
    addExclusions(menu, call);
}

void CallsTableView::addExclusions(QMenu &menu, const CallRecord &call)
{
    const CallFields &f = call.fields;
    QMenu &without = *menu.addMenu(tr("Without"));
    if (call.isOutbound())
        addRestriction(without, tr("This campaign"),
                       [id = f.taskId](CallFilter &filter) { filter.excludedTaskIds.append(id); });
    if (call.isAwaiting())
        addRestriction(without, tr("Calls awaiting their outcome"),
                       [](CallFilter &filter) { filter.onlySettled = true; });
    else if (call.isOutbound())
        addRestriction(without, tr("This result"),
                       [code = f.taskResult](CallFilter &filter) { filter.excludedResults.append(code); });
    if (!f.callee.isEmpty())
        addRestriction(without, tr("This called number"),
                       [number = f.callee](CallFilter &filter) { filter.excludedCallees.append(number); });
    const bool answered = call.isAnswered();
    addRestriction(without, answered ? tr("Answered calls") : tr("Calls not answered"),
                   [answered](CallFilter &filter) { filter.answered = !answered; });
    const bool outbound = call.isOutbound();
    addRestriction(without, outbound ? tr("Outbound calls") : tr("Inbound calls"),
                   [outbound](CallFilter &filter) { filter.outbound = !outbound; });
}

/// Covered values are not offered: the filter bar would show them.
void CallsTableView::addCustomerRestrictions(QMenu &menu, const CallRecord &call)
{
    QMenu *values = nullptr;
    const bool revealed = m_model.privacy() == Privacy::Revealed;
    const QStringList shown =
        revealed ? call.fields.taskRowValue : masked(call, m_model.personalColumns()).fields.taskRowValue;
    for (qsizetype i = 0; i < shown.size(); ++i) {
        const QString value = call.fields.taskRowValue[i];
        if (value.trimmed().isEmpty() || shown[i] != value)
            continue;
        if (!values)
            values = menu.addMenu(tr("Only this customer value"));
        addRestriction(*values, shortened(value), [value](CallFilter &filter) { filter.customerContains = value; });
    }
}

void CallsTableView::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"callMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
    QAction *copy = menu->addAction(tr("Copy"), this, &CallsTableView::copySelection);
    copy->setShortcut(QKeySequence::Copy);
    copy->setEnabled(selectionModel()->hasSelection());
    if (const CallRecord *call = m_model.callAt(index.row())) {
        menu->addSeparator();
        addRestrictions(*menu, *call);
        const QString number = call->isOutbound() ? call->fields.callee : call->fields.caller;
        if (!number.isEmpty()) {
            menu->addSeparator();
            menu->addAction(tr("Erase this number…"), this, [this, number] { Q_EMIT erasureRequested(number); });
        }
    }
    menu->popup(byKey ? viewport()->mapToGlobal(visualRect(index).bottomLeft()) : event->globalPos());
}

void CallsTableView::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (m_model.rowCount() > 0 || m_emptyText.isEmpty())
        return;
    QPainter painter(viewport());
    painter.drawText(viewport()->rect().adjusted(4 * Theme::Unit, 0, -4 * Theme::Unit, 0),
                     Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
}

} // namespace callboard
