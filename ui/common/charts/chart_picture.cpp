// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/charts/chart_picture.h"

#include "ui/common/charts/chart_view.h"
#include "ui/common/theme/theme.h"

#include <QBuffer>
#include <QPainter>
#include <QSvgGenerator>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int Margin = 4 * Theme::Unit;
constexpr int Gap = 2 * Theme::Unit;
constexpr int MostTextHeight = 1000;
constexpr double Scale = 2; ///< of bitmaps: sharp in documents
/// QSvgGenerator writes these two as they stand, markup and all: words from outside are put in their place afterwards.
constexpr auto TitlePlace = "callboard-title", NotePlace = "callboard-note";

/// What XML can't hold at all, however it is written, becomes a space or a mark.
QByteArray withoutControls(QByteArray xml)
{
    for (char &sign : xml) {
        const bool isBreak = sign == '\n' || sign == '\r' || sign == '\t';
        if (static_cast<uchar>(sign) < 0x20 && !isBreak)
            sign = ' ';
    }
    constexpr QByteArrayView Mark = "\xEF\xBF\xBD";
    return xml.replace("\xEF\xBF\xBE", Mark).replace("\xEF\xBF\xBF", Mark);
}

/// Paints the title, the note and the chart below each other; measures only, where there is no painter. Gives the
/// height.
int paintPicture(QPainter *painter, ChartView &view, const Theme &theme, const PictureWords &words)
{
    constexpr int Flags = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;
    int y = Margin;
    const auto line = [&](const QString &text, const QFont &font, ColorRole role) {
        const QRect used = QFontMetrics(font).boundingRect({Margin, y, view.width(), MostTextHeight}, Flags, text);
        if (painter) {
            painter->setFont(font);
            painter->setPen(theme.ink(role));
            painter->drawText(QRect(Margin, y, view.width(), used.height()), Flags, text);
        }
        y += text.isEmpty() ? 0 : used.height();
    };
    line(words.title, theme.font(TypeStep::Title, true), ColorRole::Text);
    line(words.note, theme.font(TypeStep::Small), ColorRole::MutedText);
    y += Gap;
    if (painter)
        view.paintOn(*painter, QPointF(Margin, y));
    return y + view.height() + Margin;
}

QSize pictureSize(ChartView &view, const Theme &theme, const PictureWords &words)
{
    return {view.width() + 2 * Margin, paintPicture(nullptr, view, theme, words)};
}

void paintOnPanel(QPainter &painter, ChartView &view, const Theme &theme, const PictureWords &words)
{
    painter.fillRect(QRect(QPoint(), pictureSize(view, theme, words)), theme.ink(ColorRole::Panel));
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    paintPicture(&painter, view, theme, words);
}

} // namespace

QImage chartImage(ChartView &view, const Theme &theme, const PictureWords &words)
{
    QImage image(pictureSize(view, theme, words) * Scale, QImage::Format_RGB32);
    image.setDevicePixelRatio(Scale);
    QPainter painter(&image);
    paintOnPanel(painter, view, theme, words);
    return image;
}

QByteArray chartSvg(ChartView &view, const Theme &theme, const PictureWords &words)
{
    const QSize size = pictureSize(view, theme, words);
    QBuffer buffer;
    QSvgGenerator svg;
    svg.setOutputDevice(&buffer);
    svg.setSize(size);
    svg.setViewBox(QRect(QPoint(), size));
    svg.setTitle(QLatin1StringView(TitlePlace));
    svg.setDescription(QLatin1StringView(NotePlace));
    QPainter painter(&svg);
    paintOnPanel(painter, view, theme, words);
    painter.end();
    QByteArray xml = buffer.data();
    xml.replace(TitlePlace, words.title.toHtmlEscaped().toUtf8());
    xml.replace(NotePlace, words.note.toHtmlEscaped().toUtf8());
    return withoutControls(xml);
}

} // namespace callboard
