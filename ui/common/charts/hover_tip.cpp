// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/charts/hover_tip.h"

#include "ui/common/theme/theme.h"

#include <QPainter>
#include <QScreen>

#include <algorithm>

namespace callboard {

namespace {

constexpr int Padding = 2 * Theme::Unit;
constexpr int Swatch = 10;
constexpr int Gap = 2 * Theme::Unit;
constexpr int MostNameWidth = 90 * Theme::Unit, MostTitleWidth = 120 * Theme::Unit;
constexpr QPoint FromPointer{3 * Theme::Unit, 4 * Theme::Unit};

int widthOf(const QFont &font, const QString &text, int most)
{
    return std::min(most, QFontMetrics(font).horizontalAdvance(text));
}

QString fitting(const QFont &font, const QString &text, int width)
{
    return QFontMetrics(font).elidedText(text, Qt::ElideRight, width + 1);
}

} // namespace

HoverTip::HoverTip(const Theme &theme, QWidget *chart)
    : QWidget(chart, Qt::ToolTip | Qt::BypassGraphicsProxyWidget)
    , m_theme(theme)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_ShowWithoutActivating);
    setFocusPolicy(Qt::NoFocus);
}

void HoverTip::setWords(const HoverWords &words)
{
    if (m_words == words)
        return;
    m_words = words;
    resize(sizeHint());
    update();
}

void HoverTip::showAt(const QPoint &global, const HoverWords &words)
{
    setWords(words);
    const QRect room = parentWidget()->screen()->availableGeometry();
    QPoint place = global + FromPointer;
    if (place.x() + width() > room.right())
        place.setX(std::max(room.left(), global.x() - FromPointer.x() - width()));
    if (place.y() + height() > room.bottom())
        place.setY(std::max(room.top(), global.y() - FromPointer.y() - height()));
    move(place);
    show();
}

int HoverTip::widest(QString HoverLine::*text, int most) const
{
    int width = 0;
    for (const HoverLine &line : m_words.lines)
        width = std::max(width, widthOf(m_theme.font(TypeStep::Body, true), line.*text, most));
    return width;
}

QSize HoverTip::sizeHint() const
{
    const QFont body = m_theme.font(TypeStep::Body);
    const int title = std::max(widthOf(m_theme.font(TypeStep::Body, true), m_words.title, MostTitleWidth),
                               widthOf(body, m_words.note, MostTitleWidth));
    const int names = widest(&HoverLine::name, MostNameWidth), values = widest(&HoverLine::value, MostTitleWidth);
    const int inTable = m_words.lines.isEmpty() ? 0 : Swatch + Gap + names + 2 * Gap + values;
    const auto rows = static_cast<int>(m_words.lines.size()) + (m_words.note.isEmpty() ? 1 : 2);
    return {std::max(title, inTable) + 2 * Padding, rows * QFontMetrics(body).height() + 2 * Padding};
}

void HoverTip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.ink(ColorRole::Panel));
    painter.setPen(m_theme.ink(ColorRole::PanelEdge));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
    painter.setPen(m_theme.ink(ColorRole::Text));
    const QFont bold = m_theme.font(TypeStep::Body, true), body = m_theme.font(TypeStep::Body);
    const int height = QFontMetrics(body).height();
    QRect row(Padding, Padding, width() - 2 * Padding, height);
    const auto write = [&](const QRect &place, int side, const QString &text) {
        painter.drawText(place, side | Qt::AlignVCenter | Qt::TextSingleLine, text);
    };
    painter.setFont(bold);
    write(row, Qt::AlignLeft, fitting(bold, m_words.title, row.width()));
    for (const HoverLine &line : m_words.lines) {
        painter.setFont(line.isUnderPointer ? bold : body);
        row.translate(0, height);
        painter.fillRect(row.left(), row.top() + (height - Swatch) / 2, Swatch, Swatch, line.color);
        const QRect name(row.left() + Swatch + Gap, row.top(), widest(&HoverLine::name, MostNameWidth), height);
        write(name, Qt::AlignLeft, fitting(painter.font(), line.name, name.width()));
        write(row, Qt::AlignRight, line.value);
    }
    painter.setFont(body);
    row.translate(0, height);
    write(row, Qt::AlignLeft, fitting(body, m_words.note, row.width()));
}

} // namespace callboard
