// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QList>
#include <QString>
#include <QWidget>

namespace callboard {

class Theme;

/// One series under the pointer.
struct HoverLine
{
    QColor color;
    QString name, value;
    bool isUnderPointer = false; ///< written bold

    bool operator==(const HoverLine &) const = default;
};

/// What hovering over a place of a chart says.
struct HoverWords
{
    QString title;
    QList<HoverLine> lines;
    QString note; ///< may be empty

    bool operator==(const HoverWords &) const = default;
};

/// The box with exact values beside the pointer. It is painted, and not a tooltip with markup: names of series and
/// categories come from outside. Takes neither focus nor mouse. GUI thread; owned by its chart.
class HoverTip : public QWidget
{
    Q_OBJECT
public:
    HoverTip(const Theme &theme, QWidget *chart);

    /// Beside a point of the screen, and wholly on that screen.
    void showAt(const QPoint &global, const HoverWords &words);
    void setWords(const HoverWords &words);
    const HoverWords &words() const { return m_words; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int widest(QString HoverLine::*text, int most) const;

    const Theme &m_theme;
    HoverWords m_words;
};

} // namespace callboard
