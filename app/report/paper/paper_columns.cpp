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

struct ColumnWidthRequest
{
    double least, want;
};

ColumnWidthRequest widthRequestOf(const PaperColumn &column, double widestText, const Meters &meters)
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

QList<ColumnWidthRequest> widthRequestsOf(const PaperTable &table, double widestText, const Meters &meters)
{
    QList<ColumnWidthRequest> requests;
    for (const PaperColumn &column : table.columns)
        requests.append(widthRequestOf(column, widestText, meters));
    return requests;
}

/// The widths in `width`: requests stretched a little, the rest given to the first text; or texts squeezed.
QList<double> shared(const QList<ColumnWidthRequest> &requests, double width)
{
    const auto sum = [&](double ColumnWidthRequest::*part) {
        return std::accumulate(
            requests.begin(), requests.end(), 0.0,
            [part](double total, const ColumnWidthRequest &request) { return total + request.*part; });
    };
    const double least = sum(&ColumnWidthRequest::least), want = sum(&ColumnWidthRequest::want);
    QList<double> widths;
    const double stretch = std::clamp(width / want, 1.0, MostStretch);
    const double squeeze = want > width && want > least ? std::max(0.0, (width - least) / (want - least)) : 1;
    for (const ColumnWidthRequest &request : requests)
        widths.append((request.least + (request.want - request.least) * squeeze) * stretch);
    return widths;
}

QList<QList<int>> packed(const QList<ColumnWidthRequest> &requests, double width)
{
    QList<QList<int>> bands{{0}};
    double used = requests.constFirst().want;
    for (int i = 1; i < requests.size(); ++i) {
        if (used + requests.at(i).want > width && bands.constLast().size() > 1) {
            bands.append(QList<int>{0});
            used = requests.constFirst().want;
        }
        bands.last().append(i);
        used += requests.at(i).want;
    }
    return bands;
}

/// The same number of bands, with the narrowest one that does it: no last band with a lonely column.
QList<QList<int>> evenlyPacked(const QList<ColumnWidthRequest> &requests, double width)
{
    QList<QList<int>> best = packed(requests, width);
    for (double narrower = width * 0.98; narrower > width * 0.4; narrower -= width * 0.02) {
        const QList<QList<int>> bands = packed(requests, narrower);
        if (bands.size() > best.size())
            break;
        best = bands;
    }
    return best;
}

} // namespace

std::optional<PaperBand> oneBand(const PaperTable &table, double width, double ease, const Meters &meters)
{
    const QList<ColumnWidthRequest> requests = widthRequestsOf(table, WidestText, meters);
    double least = 0;
    PaperBand band;
    for (int i = 0; i < requests.size(); ++i) {
        least += requests.at(i).least + (requests.at(i).want - requests.at(i).least) * ease;
        band.columns.append(i);
    }
    if (least > width)
        return {};
    band.widths = shared(requests, width);
    return band;
}

QList<PaperBand> severalBands(const PaperTable &table, double width, const Meters &meters)
{
    const QList<ColumnWidthRequest> requests = widthRequestsOf(table, WidestTextInBands, meters);
    QList<PaperBand> bands;
    for (const QList<int> &columns : evenlyPacked(requests, width)) {
        QList<ColumnWidthRequest> own;
        for (int column : columns)
            own.append(requests.at(column));
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
