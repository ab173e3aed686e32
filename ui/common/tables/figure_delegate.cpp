// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/tables/figure_delegate.h"

#include "ui/common/tables/figure_table_model.h"
#include "ui/common/theme/theme.h"

#include <QPainter>
#include <QTextBoundaryFinder>

namespace callboard {

namespace {

constexpr double MostHeat = 0.34; ///< share of the tint in the hottest cell
constexpr int NarrowWidth = 20 * Theme::Unit; ///< px: narrower columns spend less on their sides
constexpr int BarWidth = 14 * Theme::Unit;
constexpr int ChipWidth = 9 * Theme::Unit;
constexpr int ChipHeight = 5 * Theme::Unit;
constexpr int HeaderHeight = 7 * Theme::Unit, TallHeaderHeight = 15 * Theme::Unit;
constexpr int ArrowSize = 6;

int paddingOf(int width)
{
    return width < NarrowWidth ? Theme::Unit : 2 * Theme::Unit;
}

/// A text in at most so many lines; what does not fit is elided.
QStringList wrapped(const QString &text, const QFontMetrics &metrics, int width, int most)
{
    QStringList lines;
    qsizetype at = 0;
    while (at < text.size() && lines.size() < most) {
        QTextBoundaryFinder finder(QTextBoundaryFinder::Line, text);
        qsizetype end = at;
        finder.setPosition(at);
        for (qsizetype next = finder.toNextBoundary(); next > at; next = finder.toNextBoundary()) {
            if (end > at && metrics.horizontalAdvance(text.sliced(at, next - at).trimmed()) >= width)
                break;
            end = next;
        }
        const bool isLast = lines.size() + 1 == most;
        const QString line = isLast ? text.sliced(at) : text.sliced(at, end - at);
        lines.append(metrics.elidedText(line.trimmed(), Qt::ElideRight, width));
        at = isLast ? text.size() : end;
    }
    return lines;
}

/// "0", "0.0 %", "0:00": there to be read, not to be seen first.
bool isNought(const QString &text)
{
    return text.startsWith(u'0')
        && std::none_of(text.begin(), text.end(), [](QChar c) { return c.isLetter() || (c.isDigit() && c != u'0'); });
}

int mixed(int from, int to, double share)
{
    return from + static_cast<int>((to - from) * share);
}

} // namespace

QColor heatColor(const Theme &theme, const QColor &tint, double heat)
{
    const QColor panel = theme.ink(ColorRole::Panel);
    const QColor full = tint.isValid() ? tint : theme.ink(ColorRole::Accent);
    const double share = MostHeat * qBound(0.0, heat, 1.0);
    return QColor(mixed(panel.red(), full.red(), share), mixed(panel.green(), full.green(), share),
                  mixed(panel.blue(), full.blue(), share));
}

FigureDelegate::FigureDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{ }

void FigureDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setClipRect(option.rect);
    paintBackground(*painter, option, index);
    const int padding = paddingOf(option.rect.width());
    const QRect rect = option.rect.adjusted(padding, 0, -padding, 0);
    if (index.data(FigureTableModel::ChipsRole).isValid()) {
        paintChips(*painter, rect, index);
    } else {
        const double bar = index.data(FigureTableModel::BarRole).toDouble();
        if (bar >= 0 && rect.width() > 2 * BarWidth)
            paintBar(*painter, QRect(rect.left(), rect.top(), BarWidth, rect.height()), bar);
        painter->setFont(m_theme.font(TypeStep::Body, index.data(FigureTableModel::TotalRole).toBool()));
        const QString text = index.data().toString();
        painter->setPen(m_theme.ink(isNought(text) ? ColorRole::MutedText : ColorRole::Text));
        painter->drawText(rect, index.data(Qt::TextAlignmentRole).toInt() | Qt::TextSingleLine,
                          painter->fontMetrics().elidedText(text, Qt::ElideRight, rect.width()));
    }
    painter->restore();
}

void FigureDelegate::paintBackground(QPainter &painter, const QStyleOptionViewItem &option,
                                     const QModelIndex &index) const
{
    const double heat = index.data(FigureTableModel::HeatRole).toDouble();
    if (heat > 0)
        painter.fillRect(option.rect.adjusted(0, 0, -1, -1),
                         heatColor(m_theme, index.data(FigureTableModel::TintRole).value<QColor>(), heat));
    else if (option.state & (QStyle::State_MouseOver | QStyle::State_Selected))
        painter.fillRect(option.rect, m_theme.ink(ColorRole::Hover));
    if (index.data(FigureTableModel::TotalRole).toBool())
        painter.fillRect(option.rect.left(), index.row() == 0 ? option.rect.bottom() : option.rect.top(),
                         option.rect.width(), 1, m_theme.ink(ColorRole::PanelEdge));
    const bool isCurrent = option.state & QStyle::State_HasFocus;
    const bool isUnderPointer = heat > 0 && option.state & QStyle::State_MouseOver;
    if (!isCurrent && !isUnderPointer)
        return;
    painter.setPen(m_theme.ink(isCurrent ? ColorRole::Accent : ColorRole::MutedText));
    painter.drawRect(option.rect.adjusted(0, 0, -2, -2));
}

void FigureDelegate::paintBar(QPainter &painter, const QRect &rect, double share) const
{
    const QRectF track(rect.left(), rect.center().y() - Theme::Unit / 2.0, rect.width(), Theme::Unit);
    painter.fillRect(track, m_theme.ink(ColorRole::Grid));
    painter.fillRect(QRectF(track.topLeft(), QSizeF(track.width() * qBound(0.0, share, 1.0), track.height())),
                     m_theme.ink(ColorRole::Bar));
}

void FigureDelegate::paintChips(QPainter &painter, const QRect &rect, const QModelIndex &index) const
{
    const auto chips = index.data(FigureTableModel::ChipsRole).value<QList<FigureChip>>();
    painter.setFont(m_theme.font(TypeStep::Small, true));
    const int room = std::max(1, (rect.width() + Theme::Unit) / (ChipWidth + Theme::Unit));
    QRect place(rect.left(), rect.center().y() - ChipHeight / 2 + 1, ChipWidth, ChipHeight);
    for (qsizetype i = 0; i < chips.size() && i < room; ++i) {
        const bool isRest = i + 1 == room && chips.size() > room; // the last place counts those without room
        const FigureChip &chip = chips.at(i);
        const QRect inner = place.adjusted(0, 0, -1, -1);
        painter.setPen(isRest ? m_theme.ink(ColorRole::PanelEdge) : chip.color);
        painter.setBrush(!isRest && chip.isFilled ? heatColor(m_theme, chip.color, 1) : QBrush(Qt::NoBrush));
        painter.drawRoundedRect(inner, Theme::Unit, Theme::Unit);
        painter.setPen(m_theme.ink(ColorRole::Text));
        painter.drawText(place, Qt::AlignCenter, isRest ? QStringLiteral("+%1").arg(chips.size() - i) : chip.text);
        place.translate(ChipWidth + Theme::Unit, 0);
    }
}

FigureHeader::FigureHeader(const Theme &theme, QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_theme(theme)
{
    setSectionsClickable(true);
    setHighlightSections(false);
}

void FigureHeader::setTall(bool tall)
{
    m_isTall = tall;
    updateGeometries();
}

QSize FigureHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), m_isTall ? TallHeaderHeight : HeaderHeight};
}

void FigureHeader::paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const
{
    const auto datum = [&](int role) { return model()->headerData(logicalIndex, Qt::Horizontal, role); };
    painter->save();
    painter->setClipRect(rect);
    painter->fillRect(rect, m_theme.ink(ColorRole::Panel));
    const auto mark = datum(FigureTableModel::MarkRole).value<QColor>();
    painter->fillRect(rect.left(), rect.bottom(), rect.width(), 1, m_theme.ink(ColorRole::PanelEdge));
    if (mark.isValid())
        painter->fillRect(rect.left(), rect.bottom() - 2, rect.width() - 1, 3, mark);
    const int padding = paddingOf(rect.width());
    const QRect inner = rect.adjusted(padding, Theme::Unit, -padding, -Theme::Unit);
    paintTitle(*painter, inner, datum(Qt::DisplayRole).toString(), datum(FigureTableModel::WordRole).toString(),
               datum(Qt::TextAlignmentRole).toInt() & Qt::AlignHorizontal_Mask);
    if (isSortIndicatorShown() && sortIndicatorSection() == logicalIndex)
        paintArrow(*painter, rect);
    painter->restore();
}

void FigureHeader::paintTitle(QPainter &painter, const QRect &rect, const QString &title, const QString &word,
                              int side) const
{
    painter.setFont(m_theme.font(TypeStep::Small, !word.isEmpty()));
    const int line = painter.fontMetrics().height();
    if (word.isEmpty()) {
        painter.setPen(m_theme.ink(ColorRole::MutedText));
        const QStringList lines = wrapped(title, painter.fontMetrics(), rect.width(), m_isTall ? 3 : 1);
        const int align = side | (m_isTall ? Qt::AlignBottom : Qt::AlignVCenter);
        painter.drawText(rect, align, lines.join(u'\n'));
        return;
    }
    painter.setPen(m_theme.ink(ColorRole::Text));
    painter.drawText(rect, side | Qt::AlignTop, title);
    painter.setFont(m_theme.font(TypeStep::Small));
    painter.setPen(m_theme.ink(ColorRole::MutedText));
    const QRect below = rect.adjusted(0, line, 0, 0);
    painter.drawText(below, side | Qt::AlignTop, wrapped(word, painter.fontMetrics(), below.width(), 2).join(u'\n'));
}

void FigureHeader::paintArrow(QPainter &painter, const QRect &rect) const
{
    const bool down = sortIndicatorOrder() == Qt::DescendingOrder;
    const int left = rect.center().x() - ArrowSize / 2, top = rect.top() + 3;
    const int open = down ? top : top + ArrowSize / 2, tip = down ? top + ArrowSize / 2 : top;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.ink(ColorRole::MutedText), 1.5));
    painter.drawPolyline(QPolygon({{left, open}, {left + ArrowSize / 2, tip}, {left + ArrowSize, open}}));
}

FigureRowTitles::FigureRowTitles(const Theme &theme, QWidget *parent)
    : QHeaderView(Qt::Vertical, parent)
    , m_theme(theme)
{
    setSectionsClickable(true);
    setHighlightSections(false);
    viewport()->setCursor(Qt::PointingHandCursor);
}

void FigureRowTitles::paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const
{
    const bool isTotal = model()->headerData(logicalIndex, Qt::Vertical, FigureTableModel::TotalRole).toBool();
    painter->save();
    painter->fillRect(rect, m_theme.ink(ColorRole::Panel));
    if (isTotal)
        painter->fillRect(rect.left(), logicalIndex == 0 ? rect.bottom() : rect.top(), rect.width(), 1,
                          m_theme.ink(ColorRole::PanelEdge));
    painter->setFont(m_theme.font(TypeStep::Body, isTotal));
    painter->setPen(m_theme.ink(ColorRole::Text));
    const QRect inner = rect.adjusted(0, 0, -Theme::Unit, 0);
    const QString title = model()->headerData(logicalIndex, Qt::Vertical).toString();
    painter->drawText(inner, Qt::AlignLeft | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(title, Qt::ElideRight, inner.width()));
    painter->restore();
}

} // namespace callboard
