// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wallboard/wall_painter.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

// Shares of the screen's height.
constexpr double Caption = 0.026, RowText = 0.034, FigureText = 0.08, Detail = 0.024;
constexpr double RowHeight = 0.049, Gap = 0.012, Radius = 0.008;
constexpr int FigureColumns = 4;
constexpr double LeastShrink = 0.6; ///< text is made smaller down to this before it is cut
/// Shares of the width of the campaigns' table; its figures have what these leave.
constexpr double NameColumn = 0.34, OutcomeColumn = 0.18;

constexpr double MarkGap = 0.3, EntryGap = 1.2; ///< of the legend, in widths of its marks

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(WallPainter)
};

QStringList legendOf(const std::array<qint64, OutcomeClassCount> &byClass, const Format &format)
{
    const qint64 sum = std::accumulate(byClass.begin(), byClass.end(), qint64(0));
    QStringList entries;
    for (int i = 0; i < OutcomeClassCount; ++i)
        entries.append(u"%1 %2"_s.arg(outcomeClassWord(static_cast<OutcomeClass>(i)),
                                      format.share({byClass[static_cast<std::size_t>(i)], sum})));
    return entries;
}

} // namespace

QFont WallPainter::font(double share, bool bold) const
{
    QFont made = m_theme.font(TypeStep::Body, bold);
    made.setPixelSize(std::max(1, qRound(size(share))));
    return made;
}

void WallPainter::text(const QRectF &place, const QString &line, ColorRole ink, double share, Qt::Alignment alignment,
                       bool bold)
{
    QFont used = font(share, bold);
    const double wide = QFontMetricsF(used).horizontalAdvance(line);
    if (wide > place.width())
        used = font(share * std::max(LeastShrink, place.width() / wide * 0.99), bold);
    m_painter.setFont(used);
    m_painter.setPen(m_theme.ink(ink));
    m_painter.drawText(place, static_cast<int>(alignment),
                       QFontMetricsF(used).elidedText(line, Qt::ElideRight, place.width() + 1));
}

void WallPainter::block(const QRectF &place, ColorRole ink)
{
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_theme.ink(ink));
    m_painter.drawRoundedRect(place, size(Radius), size(Radius));
}

void WallPainter::figures(const QRectF &place, const QList<WallFigure> &figures)
{
    const double gap = size(Gap);
    const auto rows = static_cast<int>((figures.size() + FigureColumns - 1) / FigureColumns);
    const QSizeF each((place.width() - gap * (FigureColumns - 1)) / FigureColumns,
                      (place.height() - gap * (rows - 1)) / std::max(1, rows));
    for (int i = 0; i < figures.size(); ++i) {
        const QPointF corner(place.left() + (i % FigureColumns) * (each.width() + gap),
                             place.top() + (i / FigureColumns) * (each.height() + gap));
        figure({corner, each}, figures[i]);
    }
}

void WallPainter::figure(const QRectF &place, const WallFigure &figure)
{
    block(place, ColorRole::Panel);
    const QRectF inner = place.adjusted(size(Gap), size(Gap) / 2, -size(Gap), -size(Gap) / 2);
    text(inner, figure.name, ColorRole::MutedText, Caption, Qt::AlignTop | Qt::AlignLeft);
    text(inner, figure.figure, figure.ink, FigureText, Qt::AlignVCenter | Qt::AlignLeft, true);
    text(inner, figure.detail, ColorRole::MutedText, Detail, Qt::AlignBottom | Qt::AlignLeft);
}

void WallPainter::strip(const QRectF &place, const std::array<qint64, OutcomeClassCount> &byClass)
{
    const qint64 sum = std::accumulate(byClass.begin(), byClass.end(), qint64(0));
    double left = place.left();
    m_painter.setPen(Qt::NoPen);
    for (std::size_t i = 0; i < byClass.size() && sum > 0; ++i) {
        const double wide = place.width() * static_cast<double>(byClass[i]) / static_cast<double>(sum);
        m_painter.setBrush(m_theme.outcome(static_cast<OutcomeClass>(i)));
        m_painter.drawRect(QRectF(left, place.top(), wide, place.height()));
        left += wide;
    }
}

void WallPainter::outcomes(const QRectF &place, const std::array<qint64, OutcomeClassCount> &byClass,
                           const Format &format)
{
    QRectF bar = place;
    bar.setHeight(place.height() * 0.45);
    strip(bar, byClass);
    const QStringList entries = legendOf(byClass, format);
    const double share = legendShare(entries, place.width());
    QRectF entry = place;
    entry.setTop(bar.bottom() + size(Gap) / 2);
    for (int i = 0; i < entries.size(); ++i) {
        const double mark = size(share);
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(m_theme.outcome(static_cast<OutcomeClass>(i)));
        m_painter.drawRect(QRectF(entry.left(), entry.center().y() - mark / 2, mark, mark));
        entry.setLeft(entry.left() + mark * (1 + MarkGap));
        text(entry, entries[i], ColorRole::Text, share, Qt::AlignVCenter | Qt::AlignLeft);
        entry.setLeft(entry.left() + QFontMetricsF(font(share)).horizontalAdvance(entries[i]) + mark * EntryGap);
    }
}

/// The size in which all entries stand beside each other.
double WallPainter::legendShare(const QStringList &entries, double width) const
{
    double wide = 0;
    for (const QString &entry : entries)
        wide += QFontMetricsF(font(Detail)).horizontalAdvance(entry) + size(Detail) * (1 + MarkGap + EntryGap);
    return wide > width ? Detail * width / wide : Detail;
}

/// A column's place in a row of the campaigns' table: the name, so many figures, the outcomes.
QRectF WallPainter::column(const QRectF &row, int index, int figures) const
{
    const auto endOf = [figures](int column) {
        return column > figures ? 1 : NameColumn + (1 - NameColumn - OutcomeColumn) * column / std::max(1, figures);
    };
    const double from = index == 0 ? 0 : endOf(index - 1);
    return QRectF(row.left() + row.width() * from, row.top(), row.width() * (endOf(index) - from), row.height())
        .adjusted(size(Gap), 0, index == 0 ? 0 : -size(Gap), 0);
}

void WallPainter::campaignHead(const QRectF &place, const QList<WallFigure> &figures)
{
    const int count = static_cast<int>(figures.size());
    text(column(place, 0, count), Texts::tr("Campaign"), ColorRole::MutedText, Detail,
         Qt::AlignVCenter | Qt::AlignLeft);
    for (int i = 0; i < count; ++i)
        text(column(place, i + 1, count), figures[i].name, ColorRole::MutedText, Detail,
             Qt::AlignVCenter | Qt::AlignRight);
    text(column(place, count + 1, count), Texts::tr("Outcomes"), ColorRole::MutedText, Detail,
         Qt::AlignVCenter | Qt::AlignLeft);
}

void WallPainter::campaign(const QRectF &place, const WallRow &row)
{
    const int count = static_cast<int>(row.figures.size());
    text(column(place, 0, count), row.name, ColorRole::Text, RowText, Qt::AlignVCenter | Qt::AlignLeft);
    for (int i = 0; i < count; ++i)
        text(column(place, i + 1, count), row.figures[i].figure, row.figures[i].ink, RowText,
             Qt::AlignVCenter | Qt::AlignRight, true);
    const double high = size(Detail);
    const QRectF outcomes = column(place, count + 1, count);
    strip(QRectF(outcomes.left(), place.center().y() - high / 2, outcomes.width(), high), row.byClass);
}

void WallPainter::campaigns(const QRectF &place, const QList<WallRow> &rows, const Format &format)
{
    block(place, ColorRole::Panel);
    const double high = size(RowHeight);
    QRectF line(place.left(), place.top() + size(Gap) / 2, place.width(), high * 0.8);
    campaignHead(line, rows.value(0).figures);
    line = QRectF(place.left(), line.bottom(), place.width(), high);
    const auto room = std::max(1, static_cast<int>((place.bottom() - size(Gap) / 2 - line.top()) / high));
    const auto shown = rows.size() <= room ? rows.size() : qsizetype(room - 1);
    for (qsizetype i = 0; i < shown; ++i) {
        campaign(line, rows[i]);
        line.translate(0, high);
    }
    if (shown < rows.size())
        text(column(line, 0, 0), Texts::tr("and %1 more").arg(format.count(rows.size() - shown)), ColorRole::MutedText,
             Caption, Qt::AlignVCenter | Qt::AlignLeft);
}

void WallPainter::trend(const QRectF &place, const QList<double> &values, const QString &caption)
{
    block(place, ColorRole::Panel);
    const QRectF inner = place.adjusted(size(Gap), size(Gap) / 2, -size(Gap), -size(Gap));
    text(inner, caption, ColorRole::MutedText, Caption, Qt::AlignTop | Qt::AlignLeft);
    if (values.isEmpty())
        return;
    const QRectF plot = inner.adjusted(0, size(Caption) * 1.8, 0, 0);
    const double most = std::max(1.0, *std::max_element(values.begin(), values.end()));
    const double step = plot.width() / static_cast<double>(values.size());
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_theme.ink(ColorRole::Accent));
    for (qsizetype i = 0; i < values.size(); ++i) {
        const double high = plot.height() * values[i] / most;
        m_painter.drawRect(QRectF(plot.left() + static_cast<double>(i) * step, plot.bottom() - high,
                                  std::max(1.0, step * 0.75), high));
    }
}

} // namespace callboard
