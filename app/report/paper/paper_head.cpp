// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/paper/paper_head.h"

#include <QCoreApplication>

#include <algorithm>

namespace callboard::paper {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MostHeadLines = 3;
constexpr double BelowHead = points(8);
constexpr double BelowTitle = points(10);
constexpr double FactGap = points(14); ///< between two facts beside each other
constexpr double FactSpace = points(2);

} // namespace

QString headLine(const PaperDocument &document)
{
    QStringList facts;
    for (const auto &[name, value] : document.head.facts) {
        if (value != document.head.title)
            facts.append(name + u": "_s + QString(value).replace(u'\n', u' '));
    }
    return facts.join(u"  ·  "_s);
}

QStringList headLines(const PaperDocument &document, double width, const Meters &meters)
{
    const QString more = QCoreApplication::translate("Paper", "… (in full on page 1)");
    const Meter &meter = meters[Type::Small];
    // Laying out a text takes far longer than its length; three lines have room for less than this.
    constexpr qsizetype MostInHead = 1200;
    QStringList lines = meter.lines(headLine(document).left(MostInHead), width);
    if (lines.size() <= MostHeadLines)
        return lines;
    lines.resize(MostHeadLines);
    QString &last = lines.last();
    while (!last.isEmpty() && meter.width(last + more) > width)
        last.chop(1);
    last += more;
    return lines;
}

PaperSheet sheetFor(const QSizeF &sizeInDots, const QMarginsF &marginsInDots, const PaperDocument &document,
                    const Meters &meters)
{
    PaperSheet sheet;
    sheet.width = sizeInDots.width();
    sheet.height = sizeInDots.height();
    sheet.inside = QRectF(QPointF(), sizeInDots).marginsRemoved(marginsInDots);
    const auto lines = static_cast<double>(headLines(document, sheet.inside.width(), meters).size());
    sheet.headHeight = meters[Type::Head].lineHeight() + lines * meters[Type::Small].lineHeight() + 2 * BelowHead;
    return sheet;
}

QStringList factNameLines(const QString &name, const Meters &meters)
{
    return meters[Type::Body].lines(name, FactName - CellPadding);
}

QList<PlacedFact> placedFacts(const PaperDocument &document, const QRectF &area, const Meters &meters)
{
    const Meter &meter = meters[Type::Body];
    const double half = (area.width() - FactGap) / 2;
    QList<PlacedFact> placed;
    double top = area.top(), height = 0; // of the line of facts
    bool isRight = false;
    for (qsizetype i = 0; i < document.head.facts.size(); ++i) {
        const auto &[name, value] = document.head.facts.at(i);
        if (value == document.head.title)
            continue;
        const bool isWide = !meter.isOneLine(value, half - FactName);
        if (isWide && std::exchange(isRight, false))
            top += height;
        const double width = isWide ? area.width() : half;
        const qsizetype lines =
            std::max(meter.lines(value, width - FactName).size(), factNameLines(name, meters).size());
        const double own = static_cast<double>(lines) * meter.lineHeight() + FactSpace;
        height = isRight ? std::max(height, own) : own;
        placed.append({i, QRectF(area.left() + (isRight ? half + FactGap : 0), top, width, own)});
        if (isWide || isRight)
            top += height;
        isRight = !isWide && !isRight;
    }
    return placed;
}

double titleHeight(const PaperDocument &document, double width, const Meters &meters)
{
    const Meter &meter = meters[Type::Title];
    const double title = static_cast<double>(meter.lines(document.head.title, width).size()) * meter.lineHeight();
    double bottom = title + BelowTitle;
    for (const PlacedFact &fact : placedFacts(document, QRectF(0, bottom, width, 0), meters))
        bottom = std::max(bottom, fact.place.bottom());
    return bottom + BelowTitle;
}

} // namespace callboard::paper
