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
constexpr int Swatch = 10;
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

/// Lays a picture out once to learn its height, and once more to paint it.
class Picture
{
public:
    Picture(ChartView &view, const Theme &theme, const PictureWords &words)
        : m_view(view)
        , m_theme(theme)
        , m_words(words)
    { }

    QSize size() const { return {m_view.width() + 2 * Margin, place(nullptr)}; }
    void paint(QPainter &painter) const
    {
        painter.fillRect(QRect(QPoint(), size()), m_theme.ink(ColorRole::Panel));
        painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
        place(&painter);
    }

private:
    int place(QPainter *painter) const
    {
        int y = Margin;
        y = line(painter, y, m_words.title, TypeStep::Title, ColorRole::Text);
        y = line(painter, y, m_words.note, TypeStep::Small, ColorRole::MutedText);
        if (m_words.hasLegend)
            y = legend(painter, y + Theme::Unit);
        y += Gap;
        if (painter)
            m_view.paintOn(*painter, QPointF(Margin, y));
        return y + m_view.height() + Margin;
    }

    int line(QPainter *painter, int y, const QString &text, TypeStep step, ColorRole ink) const
    {
        if (text.isEmpty())
            return y;
        const QFont font = m_theme.font(step, step == TypeStep::Title);
        const QRect room(Margin, y, m_view.width(), 1000);
        constexpr int Flags = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;
        const QRect used = QFontMetrics(font).boundingRect(room, Flags, text);
        if (painter) {
            painter->setFont(font);
            painter->setPen(m_theme.ink(ink));
            painter->drawText(QRect(room.topLeft(), QSize(room.width(), used.height())), Flags, text);
        }
        return y + used.height();
    }

    int legend(QPainter *painter, int y) const
    {
        const QFont font = m_theme.font(TypeStep::Small);
        const QFontMetrics metrics(font);
        int x = Margin;
        for (int i = 0; i < m_view.data().series.size(); ++i) {
            if (!m_view.isSeriesShown(i))
                continue;
            const ChartSeries &series = m_view.data().series.at(i);
            const int width = Swatch + Theme::Unit + metrics.horizontalAdvance(series.name);
            if (x > Margin && x + width > Margin + m_view.width()) {
                x = Margin;
                y += metrics.height() + Theme::Unit;
            }
            if (painter) {
                painter->fillRect(x, y + (metrics.height() - Swatch) / 2, Swatch, Swatch, series.color);
                painter->setFont(font);
                painter->setPen(m_theme.ink(ColorRole::Text));
                painter->drawText(x + Swatch + Theme::Unit, y + metrics.ascent(), series.name);
            }
            x += width + 2 * Gap;
        }
        return y + metrics.height();
    }

    ChartView &m_view;
    const Theme &m_theme;
    const PictureWords &m_words;
};

} // namespace

QImage chartImage(ChartView &view, const Theme &theme, const PictureWords &words)
{
    const Picture picture(view, theme, words);
    QImage image(picture.size() * Scale, QImage::Format_RGB32);
    image.setDevicePixelRatio(Scale);
    QPainter painter(&image);
    picture.paint(painter);
    return image;
}

QByteArray chartSvg(ChartView &view, const Theme &theme, const PictureWords &words)
{
    const Picture picture(view, theme, words);
    QBuffer buffer;
    QSvgGenerator svg;
    svg.setOutputDevice(&buffer);
    svg.setSize(picture.size());
    svg.setViewBox(QRect(QPoint(), picture.size()));
    svg.setTitle(QLatin1StringView(TitlePlace));
    svg.setDescription(QLatin1StringView(NotePlace));
    QPainter painter(&svg);
    picture.paint(painter);
    painter.end();
    QByteArray xml = buffer.data();
    xml.replace(TitlePlace, words.title.toHtmlEscaped().toUtf8());
    xml.replace(NotePlace, words.note.toHtmlEscaped().toUtf8());
    return withoutControls(xml);
}

} // namespace callboard
