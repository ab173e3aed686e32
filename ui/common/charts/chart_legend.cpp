// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/charts/chart_legend.h"

#include "ui/common/forms/flow_layout.h"
#include "ui/common/theme/plain_text.h"

#include <QIcon>
#include <QPainter>
#include <QToolButton>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int SwatchSize = 10;

QPixmap swatch(const QColor &color, bool filled, double ratio)
{
    QPixmap pixmap(QSize(SwatchSize, SwatchSize) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 1.5));
    painter.setBrush(filled ? QBrush(color) : Qt::NoBrush);
    painter.drawRoundedRect(QRectF(1, 1, SwatchSize - 2, SwatchSize - 2), 2, 2);
    return pixmap;
}

} // namespace

ChartLegend::ChartLegend(QWidget *parent)
    : QWidget(parent)
{
    new FlowLayout(this);
}

void ChartLegend::addEntry()
{
    auto *entry = new QToolButton(this);
    const int index = static_cast<int>(m_entries.size());
    entry->setProperty("styleClass", u"legend"_s);
    entry->setCheckable(true);
    entry->setChecked(true);
    entry->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    entry->setIconSize({SwatchSize, SwatchSize});
    connect(entry, &QToolButton::toggled, this, [this, index](bool shown) { Q_EMIT toggled(index, shown); });
    layout()->addWidget(entry);
    m_entries.append(entry);
    m_colors.append(QColor());
}

void ChartLegend::setSeries(const QList<ChartSeries> &series)
{
    while (m_entries.size() < series.size())
        addEntry();
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        QToolButton *entry = m_entries[i];
        entry->setVisible(i < series.size());
        if (i >= series.size())
            continue;
        const QString words = buttonText(series[i].name);
        if (entry->text() != words)
            entry->setText(words);
        if (std::exchange(m_colors[i], series[i].color) == series[i].color)
            continue;
        QIcon icon;
        icon.addPixmap(swatch(series[i].color, false, devicePixelRatioF()), QIcon::Normal, QIcon::Off);
        icon.addPixmap(swatch(series[i].color, true, devicePixelRatioF()), QIcon::Normal, QIcon::On);
        entry->setIcon(icon);
    }
}

} // namespace callboard
