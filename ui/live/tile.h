// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/figures/live_tiles.h"

#include <QAbstractButton>

namespace callboard {

/// One figure of the Live page: name, figure, detail, change, sparkline. A button that leads to the calls.
class Tile : public QAbstractButton
{
    Q_OBJECT
public:
    explicit Tile(const Theme &theme, QWidget *parent = nullptr);
    void setFigure(const TileFigure &figure);
    const TileFigure &figure() const { return m_figure; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintTexts(QPainter &painter, const QRect &rect) const;
    static QString fitting(const QStringList &texts, const QFontMetrics &metrics, int width);
    const Theme &m_theme;
    TileFigure m_figure;
};

} // namespace callboard
