// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/paper/paper_columns.h"

#include <algorithm>
#include <numeric>

namespace callboard {

namespace paper {

namespace {

constexpr double NarrowestText = points(46);
constexpr double WidestWord = points(84); ///< longer words are broken
constexpr double WidestHead = points(74); ///< titles break into lines rather than widen a column
constexpr double WidestText = points(210);
constexpr double WidestTextInBands = points(140);
constexpr double MostStretch = 1.9;
constexpr double SingleLineRoom = points(0.5); ///< against rounding

struct Wish
{
    double least, want;
};

Wish wishOf(const PaperColumn &column, double widestText, const Meters &meters)
{
    const double padding = 2 * CellPadding + SingleLineRoom;
    const Meter &head = meters[Type::Head];
    const double title =
        std::max(std::min(head.widestWord(column.title), WidestWord), std::min(head.width(column.title), WidestHead));
    if (column.kind != ColumnKind::Text) {
        const double width = std::max(column.widest, title) + padding;
        return {width, width};
    }
    const double want = std::min(std::max(column.widest, title), widestText);
    const double least = std::max({title, std::min(column.widestWord, WidestWord), NarrowestText});
    return {std::min(least, want) + padding, want + padding};
}

QList<Wish> wishesOf(const PaperTable &table, double widestText, const Meters &meters)
{
    QList<Wish> wishes;
    for (const PaperColumn &column : table.columns)
        wishes.append(wishOf(column, widestText, meters));
    return wishes;
}

/// The widths in `width`: wishes stretched a little, the rest given to the first text; or texts squeezed.
QList<double> shared(const QList<Wish> &wishes, double width)
{
    const auto sum = [&](double Wish::*part) {
        return std::accumulate(wishes.begin(), wishes.end(), 0.0,
                               [part](double total, const Wish &wish) { return total + wish.*part; });
    };
    const double least = sum(&Wish::least), want = sum(&Wish::want);
    QList<double> widths;
    const double stretch = std::clamp(width / want, 1.0, MostStretch);
    const double squeeze = want > width && want > least ? std::max(0.0, (width - least) / (want - least)) : 1;
    for (const Wish &wish : wishes)
        widths.append((wish.least + (wish.want - wish.least) * squeeze) * stretch);
    return widths;
}

QList<QList<int>> packed(const QList<Wish> &wishes, double width)
{
    QList<QList<int>> bands{{0}};
    double used = wishes.constFirst().want;
    for (int i = 1; i < wishes.size(); ++i) {
        if (used + wishes.at(i).want > width && bands.constLast().size() > 1) {
            bands.append(QList<int>{0});
            used = wishes.constFirst().want;
        }
        bands.last().append(i);
        used += wishes.at(i).want;
    }
    return bands;
}

/// The same number of bands, with the narrowest one that does it: no last band with a lonely column.
QList<QList<int>> evenlyPacked(const QList<Wish> &wishes, double width)
{
    QList<QList<int>> best = packed(wishes, width);
    for (double narrower = width * 0.98; narrower > width * 0.4; narrower -= width * 0.02) {
        const QList<QList<int>> bands = packed(wishes, narrower);
        if (bands.size() > best.size())
            break;
        best = bands;
    }
    return best;
}

} // namespace

std::optional<PaperBand> oneBand(const PaperTable &table, double width, double ease, const Meters &meters)
{
    const QList<Wish> wishes = wishesOf(table, WidestText, meters);
    double least = 0;
    PaperBand band;
    for (int i = 0; i < wishes.size(); ++i) {
        least += wishes.at(i).least + (wishes.at(i).want - wishes.at(i).least) * ease;
        band.columns.append(i);
    }
    if (least > width)
        return {};
    band.widths = shared(wishes, width);
    return band;
}

QList<PaperBand> severalBands(const PaperTable &table, double width, const Meters &meters)
{
    const QList<Wish> wishes = wishesOf(table, WidestTextInBands, meters);
    QList<PaperBand> bands;
    for (const QList<int> &columns : evenlyPacked(wishes, width)) {
        QList<Wish> own;
        for (int column : columns)
            own.append(wishes.at(column));
        bands.append({columns, shared(own, width)});
    }
    return bands;
}

} // namespace paper

double PaperBand::width() const
{
    return std::accumulate(widths.begin(), widths.end(), 0.0);
}

} // namespace callboard
