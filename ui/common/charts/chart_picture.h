// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>
#include <QString>

namespace callboard {

class ChartView;
class Theme;

/// What a picture of a chart says beside the chart, so that it can stand alone in a document.
struct PictureWords
{
    QString title;
    QString note; ///< the period, and whose calls
};

/// The chart as it is seen: its size, its theme, the series that are switched on. At twice the size of the screen's
/// pixels. GUI thread; some milliseconds.
QImage chartImage(ChartView &view, const Theme &theme, const PictureWords &words);
/// The same as vectors.
QByteArray chartSvg(ChartView &view, const Theme &theme, const PictureWords &words);

} // namespace callboard
