// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/campaign_table.h"

#include "ui/common/tables/list_view.h"
#include "ui/common/tables/table_copier.h"
#include "ui/live/campaign_delegate.h"
#include "ui/live/campaign_model.h"

#include <QHeaderView>
#include <QSortFilterProxyModel>

#include <algorithm>
#include <numeric>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int Unit = Theme::Unit;
constexpr int HeadPadding = 7 * Unit; ///< left, right, and the sort arrow

/// px that a column's contents need, by CampaignModel::Column.
constexpr int ContentWidths[] = {24 * Unit, 26 * Unit, 16 * Unit, 16 * Unit, 26 * Unit,
                                 26 * Unit, 20 * Unit, 29 * Unit, 14 * Unit, 25 * Unit};
static_assert(std::size(ContentWidths) == CampaignModel::ColumnCount);

/// The first to give way.
constexpr CampaignModel::Column LeastNeeded[] = {CampaignModel::Connected, CampaignModel::Talk, CampaignModel::LastPush,
                                                 CampaignModel::Progress};
constexpr int WidestName = 60 * Unit;

} // namespace

CampaignTable::CampaignTable(CampaignModel &model, const Theme &theme, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
    , m_theme(theme)
    , m_sorted(new QSortFilterProxyModel(this))
{
    setObjectName(u"campaignTable"_s);
    m_sorted->setSourceModel(&model);
    m_sorted->setSortRole(CampaignModel::SortRole);
    m_sorted->setDynamicSortFilter(true);
    setModel(m_sorted);
    setItemDelegate(new CampaignDelegate(theme, this));
    new TableCopier(*this);
    setListStyle(*this);
    setSortingEnabled(true);
    sortByColumn(CampaignModel::Attempts, Qt::DescendingOrder);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    horizontalHeader()->setSectionsMovable(true);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    connect(this, &QTableView::activated, this,
            [this](const QModelIndex &index) { Q_EMIT cellChosen(m_sorted->mapToSource(index)); });
}

int CampaignTable::neededWidth(int column) const
{
    const QString title = m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    const int head = QFontMetrics(m_theme.font(TypeStep::Small)).horizontalAdvance(title) + HeadPadding;
    return std::max(head, column < CampaignModel::ColumnCount ? ContentWidths[column] : 16 * Unit);
}

void CampaignTable::fitColumns()
{
    QList<int> widths;
    for (int column = 0; column < m_model.columnCount(); ++column)
        widths.append(neededWidth(column));
    int spare = viewport()->width() - std::accumulate(widths.begin(), widths.end(), 0);
    QList<int> leastNeeded(std::begin(LeastNeeded), std::end(LeastNeeded));
    for (int column = CampaignModel::ColumnCount; column < m_model.columnCount(); ++column)
        leastNeeded.prepend(column);
    for (const int column : std::as_const(leastNeeded)) {
        setColumnHidden(column, spare < 0);
        spare += isColumnHidden(column) ? widths[column] : 0;
    }
    const int forName = std::clamp(spare / 2, 0, WidestName - widths[CampaignModel::Campaign]);
    widths[CampaignModel::Campaign] += forName;
    widths[CampaignModel::Outcomes] += std::max(0, spare - forName);
    for (int column = 0; column < m_model.columnCount(); ++column)
        setColumnWidth(column, widths[column]);
}

void CampaignTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

} // namespace callboard
