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
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintBar(QPainter &painter, const QRect &rect, double share) const;
    void paintStrip(QPainter &painter, const QRect &rect, const QList<double> &parts) const;
    const Theme &m_theme;
};

} // namespace callboard
