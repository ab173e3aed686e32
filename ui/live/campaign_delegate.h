// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace callboard {

class Theme;

/// Draws the campaign table's cells: text, rates with a small bar, outcome strips, sparklines.
class CampaignDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit CampaignDelegate(const Theme &theme, QObject *parent = nullptr);
    /// px that the texts of a column need at most, in logical order: bars and sparklines get what is left beside them.
    void setTextWidths(const QList<int> &widths) { m_textWidths = widths; }
    /// px of a column in which a text of that width is whole.
    static int widthFor(int textWidth);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintBar(QPainter &painter, const QRect &rect, double share) const;
    void paintStrip(QPainter &painter, const QRect &rect, const QList<double> &parts) const;
    const Theme &m_theme;
    QList<int> m_textWidths;
};

} // namespace callboard
