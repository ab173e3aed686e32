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

constexpr int LeastName = 24 * Unit, WidestName = 60 * Unit;
constexpr int LeastStrip = 16 * Unit;
constexpr int BarRoom = 14 * Unit; ///< that a bar or a sparkline likes to have
constexpr CampaignModel::Column Drawings[] = {CampaignModel::ConnectRate, CampaignModel::SuccessRate,
                                              CampaignModel::Progress, CampaignModel::CallsPerMinute};

/// The first to give way.
constexpr CampaignModel::Column LeastNeeded[] = {CampaignModel::Connected, CampaignModel::Talk, CampaignModel::LastPush,
                                                 CampaignModel::Progress};

} // namespace

CampaignTable::CampaignTable(CampaignModel &model, const Theme &theme, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
    , m_theme(theme)
    , m_delegate(new CampaignDelegate(theme, this))
    , m_sorted(new QSortFilterProxyModel(this))
{
    setObjectName(u"campaignTable"_s);
    m_sorted->setSourceModel(&model);
    m_sorted->setSortRole(CampaignModel::SortRole);
    m_sorted->setDynamicSortFilter(true);
    setModel(m_sorted);
    setItemDelegate(m_delegate);
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
    connect(&model, &QAbstractItemModel::dataChanged, this, &CampaignTable::fitColumns);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &CampaignTable::fitColumns);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, [this] {
        m_textWidths.clear();
        fitColumns();
    });
    connect(this, &QTableView::activated, this,
            [this](const QModelIndex &index) { Q_EMIT cellChosen(m_sorted->mapToSource(index)); });
}

/// px that the widest text of a column has.
int CampaignTable::textWidth(int column) const
{
    const QFontMetrics metrics(font());
    int width = 0;
    for (int row = 0; row < m_model.rowCount(); ++row)
        width = std::max(width, metrics.horizontalAdvance(m_model.index(row, column).data().toString()));
    return width;
}

int CampaignTable::neededWidth(int column) const
{
    const QString title = m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    const int head = QFontMetrics(m_theme.font(TypeStep::Small)).horizontalAdvance(title) + HeadPadding;
    const int text = CampaignDelegate::widthFor(m_textWidths.at(column));
    if (column == CampaignModel::Campaign)
        return std::max(head, LeastName);
    return std::max(head, column == CampaignModel::Outcomes ? LeastStrip : text);
}

/// px that the names miss.
int CampaignTable::nameWish() const
{
    const int whole = CampaignDelegate::widthFor(m_textWidths.at(CampaignModel::Campaign));
    return std::max(0, std::min(whole, WidestName) - neededWidth(CampaignModel::Campaign));
}

/// To the names; half of what then is left to bars and sparklines, alike, and the rest to the outcome strip.
void CampaignTable::giveRoom(QList<int> &widths, int spare) const
{
    const int forName = std::clamp(spare, 0, nameWish());
    widths[CampaignModel::Campaign] += forName;
    spare -= forName;
    const int each = std::clamp(spare / 2 / static_cast<int>(std::size(Drawings)), 0, BarRoom);
    for (const CampaignModel::Column column : Drawings) {
        const int room = isColumnHidden(column) ? 0 : each;
        const int wanted = CampaignDelegate::widthFor(m_textWidths.at(column)) + room;
        spare -= std::max(0, wanted - widths[column]);
        widths[column] = std::max(widths[column], wanted);
    }
    widths[CampaignModel::Outcomes] += std::max(0, spare);
}

void CampaignTable::fitColumns()
{
    m_textWidths.resize(m_model.columnCount());
    QList<int> widths;
    for (int column = 0; column < m_model.columnCount(); ++column) {
        m_textWidths[column] = std::max(m_textWidths.at(column), textWidth(column));
        widths.append(neededWidth(column));
    }
    m_delegate->setTextWidths(m_textWidths);
    int spare = viewport()->width() - std::accumulate(widths.begin(), widths.end(), 0);
    QList<int> leastNeeded(std::begin(LeastNeeded), std::end(LeastNeeded));
    for (int column = CampaignModel::ColumnCount; column < m_model.columnCount(); ++column)
        leastNeeded.prepend(column);
    for (const int column : std::as_const(leastNeeded)) {
        // How many are connected is in the rate, too.
        setColumnHidden(column, spare < (column == CampaignModel::Connected ? nameWish() : 0));
        spare += isColumnHidden(column) ? widths[column] : 0;
    }
    giveRoom(widths, spare);
    for (int column = 0; column < m_model.columnCount(); ++column)
        setColumnWidth(column, widths[column]);
}

void CampaignTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

} // namespace callboard
