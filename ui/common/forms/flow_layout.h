// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme/theme.h"

#include <QLayout>

namespace callboard {

/// Lays its items out like words in a text: from left to right, wrapping where the width ends.
class FlowLayout : public QLayout
{
public:
    explicit FlowLayout(QWidget *parent = nullptr, int gap = Theme::Unit);
    ~FlowLayout() override;

    void addItem(QLayoutItem *item) override;
    int count() const override { return static_cast<int>(m_items.size()); }
    QLayoutItem *itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem *takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return place({0, 0, width, 0}, false); }
    void setGeometry(const QRect &rect) override;
    QSize sizeHint() const override { return minimumSize(); }
    QSize minimumSize() const override;

private:
    int place(const QRect &rect, bool move) const;
    qsizetype lineEnd(qsizetype first, int width, int *height) const;
    void placeLine(qsizetype first, qsizetype end, const QRect &line) const;
    QList<QLayoutItem *> m_items;
    int m_gap;
};

} // namespace callboard
