// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/forms/elided_label.h"

#include <QPainter>
#include <QTextLayout>

#include <algorithm>

namespace callboard {

ElidedLabel::ElidedLabel(QWidget *parent)
    : PlainLabel(parent)
{
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
}

QStringList ElidedLabel::lines() const
{
    const qsizetype most = std::max(1, contentsRect().height() / fontMetrics().height());
    QTextLayout layout(text(), font());
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    QStringList found;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(contentsRect().width());
        const bool isLast = found.size() + 1 == most;
        const QString rest = text().mid(line.textStart(), isLast ? -1 : line.textLength());
        found.append(isLast ? fontMetrics().elidedText(rest, Qt::ElideRight, contentsRect().width()) : rest.trimmed());
        if (isLast)
            break;
    }
    layout.endLayout();
    return found;
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    const QStringList shown = lines();
    const int height = fontMetrics().height();
    int top = contentsRect().top() + (contentsRect().height() - height * static_cast<int>(shown.size())) / 2;
    for (const QString &line : shown) {
        painter.drawText(QRect(contentsRect().left(), top, contentsRect().width(), height),
                         Qt::AlignLeading | Qt::AlignVCenter | Qt::TextSingleLine, line);
        top += height;
    }
}

} // namespace callboard
