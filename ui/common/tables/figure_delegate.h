// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>
#include <QStyledItemDelegate>

namespace callboard {

class Theme;

/// The background of a cell that is coloured with a strength of 0 … 1; text on it keeps its contrast.
QColor heatColor(const Theme &theme, const QColor &tint, double heat);

/// Draws the cells of all tables of figures: heat, small bars, chips, text.
class FigureDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit FigureDelegate(const Theme &theme, QObject *parent = nullptr);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintBackground(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintBar(QPainter &painter, const QRect &rect, double share) const;
    void paintChips(QPainter &painter, const QRect &rect, const QModelIndex &index) const;
    const Theme &m_theme;
};

/// A horizontal header whose columns may have a second line and the colour of their outcome class.
class FigureHeader : public QHeaderView
{
    Q_OBJECT
public:
    explicit FigureHeader(const Theme &theme, QWidget *parent = nullptr);
    /// Room for the second line, or only for the first.
    void setTall(bool tall);
    QSize sizeHint() const override;

protected:
    void paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const override;

private:
    void paintTitle(QPainter &painter, const QRect &rect, const QString &title, const QString &word, int side) const;
    void paintArrow(QPainter &painter, const QRect &rect) const;
    const Theme &m_theme;
    bool m_isTall = false;
};

/// The titles of rows, which lead to what the rows are about.
class FigureRowTitles : public QHeaderView
{
    Q_OBJECT
public:
    explicit FigureRowTitles(const Theme &theme, QWidget *parent = nullptr);

protected:
    void paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const override;

private:
    const Theme &m_theme;
};

} // namespace callboard
