// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/tables/table_copier.h"

#include "ui/common/theme/bind_text.h"

#include <QAction>
#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QTableView>

#include <algorithm>

namespace callboard {

TableCopier::TableCopier(QTableView &view)
    : QObject(&view)
    , m_view(view)
    , m_copy(new QAction(this))
    , m_copyTable(new QAction(this))
{
    m_copy->setShortcut(QKeySequence::Copy);
    m_copy->setShortcutContext(Qt::WidgetShortcut);
    connect(m_copy, &QAction::triggered, this, [this] { copyToClipboard(selection()); });
    connect(m_copyTable, &QAction::triggered, this, [this] { copyToClipboard(table()); });
    view.addActions({m_copy, m_copyTable});
    view.setContextMenuPolicy(Qt::ActionsContextMenu);
    view.installEventFilter(this);
    bindLanguage(this, [this] {
        m_copy->setText(tr("Copy"));
        m_copyTable->setText(tr("Copy table"));
    });
}

QList<int> TableCopier::shownColumns() const
{
    QList<int> columns;
    const QHeaderView *header = m_view.horizontalHeader();
    for (int visual = 0; visual < header->count(); ++visual) {
        if (!header->isSectionHidden(header->logicalIndex(visual)))
            columns.append(header->logicalIndex(visual));
    }
    return columns;
}

CopiedTable TableCopier::table() const
{
    CopiedTable table = copiedTable(*m_view.model(), shownColumns());
    table.title = m_view.accessibleName();
    return table;
}

CopiedTable TableCopier::selection() const
{
    const QModelIndexList selected = m_view.selectionModel()->selectedIndexes();
    const auto isSelected = [&](int row, int column) {
        return m_view.selectionModel()->isSelected(m_view.model()->index(row, column));
    };
    const CopiedTable all = table();
    const QList<int> columns = shownColumns();
    CopiedTable part;
    QList<qsizetype> taken;
    for (qsizetype i = 0; i < columns.size(); ++i) {
        if (std::any_of(selected.begin(), selected.end(),
                        [&](const auto &at) { return at.column() == columns.at(i); })) {
            taken.append(i);
            part.isNumber.append(all.isNumber.at(i));
        }
    }
    for (int row = 0; row < all.rows.size(); ++row) {
        QStringList cells;
        bool isAny = false;
        for (qsizetype i : std::as_const(taken)) {
            const bool isTaken = isSelected(row, columns.at(i));
            isAny |= isTaken;
            cells.append(isTaken ? all.rows.at(row).at(i) : QString());
        }
        if (isAny)
            part.rows.append(cells);
    }
    return part;
}

bool TableCopier::eventFilter(QObject *watched, QEvent *event)
{
    // A table copies the text of one cell by itself.
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy)) {
        m_copy->trigger();
        return true;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace callboard
