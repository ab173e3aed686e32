// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/live/campaign_delegate.h"

#include "ui/common/charts/sparkline.h"
#include "ui/common/theme/theme.h"
#include "ui/live/campaign_model.h"

#include <QPainter>

#include <numeric>

namespace callboard {

namespace {

constexpr int Padding = 2 * Theme::Unit;
constexpr int HeaderArrow = 10; ///< px that a sortable header keeps free: figures end where its words end
constexpr int LeastDrawing = 3 * Theme::Unit; ///< px: a narrower bar or sparkline says nothing
constexpr int StripHeight = 3 * Theme::Unit;

} // namespace

CampaignDelegate::CampaignDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{ }

int CampaignDelegate::widthFor(int textWidth)
{
    return textWidth + 2 * Padding + HeaderArrow + 1;
}

QSize CampaignDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return QStyledItemDelegate::sizeHint(option, index).expandedTo({0, 6 * Theme::Unit});
}

void CampaignDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver))
        painter->fillRect(option.rect, m_theme.ink(ColorRole::Hover));
    const QRect rect = option.rect.adjusted(Padding, 0, -Padding - HeaderArrow, 0);
    QRect drawing = rect;
    drawing.setRight(rect.right() - m_textWidths.value(index.column()) - Padding);
    const QVariant share = index.data(CampaignModel::ShareRole);
    const QVariant strip = index.data(CampaignModel::StripRole);
    const QVariant trend = index.data(CampaignModel::TrendRole);
    if (share.isValid())
        paintBar(*painter, drawing, share.toDouble());
    else if (strip.isValid())
        paintStrip(*painter, rect, strip.value<QList<double>>());
    else if (trend.isValid() && drawing.width() >= LeastDrawing)
        paintSparkline(*painter, drawing.adjusted(0, Theme::Unit, 0, -Theme::Unit), trend.value<QList<double>>(),
                       m_theme.ink(ColorRole::Accent));
    painter->setFont(option.font);
    painter->setPen(m_theme.ink(static_cast<ColorRole>(index.data(CampaignModel::ColorRoleRole).toInt())));
    const QString text = option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, rect.width());
    painter->drawText(rect, index.data(Qt::TextAlignmentRole).toInt() | Qt::TextSingleLine, text);
}

void CampaignDelegate::paintBar(QPainter &painter, const QRect &rect, double share) const
{
    if (rect.width() < LeastDrawing)
        return;
    const QRectF track(rect.left(), rect.center().y() - Theme::Unit / 2.0, rect.width(), Theme::Unit);
    painter.fillRect(track, m_theme.ink(ColorRole::Grid));
    painter.fillRect(QRectF(track.topLeft(), QSizeF(track.width() * qBound(0.0, share, 1.0), track.height())),
                     m_theme.ink(ColorRole::Bar));
}

void CampaignDelegate::paintStrip(QPainter &painter, const QRect &rect, const QList<double> &parts) const
{
    const double sum = std::accumulate(parts.begin(), parts.end(), 0.0);
    double left = rect.left();
    for (qsizetype i = 0; i < parts.size() && sum > 0; ++i) {
        const double width = rect.width() * parts[i] / sum;
        const QColor color =
            i < OutcomeClassCount ? m_theme.outcome(static_cast<OutcomeClass>(i)) : m_theme.ink(ColorRole::Awaiting);
        painter.fillRect(QRectF(left, rect.center().y() - StripHeight / 2.0, width, StripHeight), color);
        left += width;
    }
}

} // namespace callboard
