// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calls/calls_timeline.h"

#include "text/format.h"
#include "ui/common/theme/bind_text.h"
#include "ui/common/theme/theme.h"

#include <QDateTime>
#include <QPainter>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {
constexpr int Unit = Theme::Unit;
constexpr int BarHeight = 4 * Unit;
constexpr int LineHeight = 5 * Unit;
} // namespace

CallsTimeline::CallsTimeline(const Format &format, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_format(format)
    , m_theme(theme)
{
    setObjectName(u"timeline"_s);
    connect(&m_theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    onLanguageChange(this, [this] { describe(); });
}

void CallsTimeline::setCall(const CallRecord &call)
{
    m_fields = call.fields;
    describe();
}

void CallsTimeline::describe()
{
    setAccessibleName(tr("Timeline of the call"));
    setAccessibleDescription(words());
    update();
}

QString CallsTimeline::words() const
{
    QStringList parts;
    for (const Step &step : steps())
        parts.append(u"%1 %2"_s.arg(step.name, clock(step.at)));
    for (const Phase &phase : phases())
        parts.append(u"%1 %2"_s.arg(phase.name, m_format.exactSeconds(phase.length())));
    return parts.join(u", "_s);
}

QSize CallsTimeline::sizeHint() const
{
    return {90 * Unit, BarHeight + 3 * LineHeight + 3 * Unit};
}

QSize CallsTimeline::minimumSizeHint() const
{
    return {60 * Unit, sizeHint().height()};
}

QList<CallsTimeline::Step> CallsTimeline::steps() const
{
    return {{tr("Dial"), m_fields.timeDial},
            {tr("Ring"), m_fields.timeRing},
            {tr("Answer"), m_fields.timeAnswer},
            {tr("Hang-up"), m_fields.timeHangup}};
}

/// The stretches between the steps that are there, as long as they follow each other in time.
QList<CallsTimeline::Phase> CallsTimeline::phases() const
{
    const QList<Step> all = steps();
    const QString names[] = {tr("Set-up"), tr("Ringing"), tr("Talk")};
    const QColor colors[] = {m_theme.ink(ColorRole::MutedText), m_theme.ink(ColorRole::Bar),
                             m_theme.outcome(OutcomeClass::Connected)};
    QList<Phase> found;
    qsizetype from = -1;
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (all.at(i).at == 0)
            continue;
        // Where a step is missing, the stretch belongs to the last one known: without an answer, ringing lasts to the
        // end.
        if (from >= 0 && all.at(i).at >= all.at(from).at)
            found.append({names[from], all.at(from).at, all.at(i).at, colors[from]});
        from = i;
    }
    return found;
}

QString CallsTimeline::clock(qint64 epochMs) const
{
    if (epochMs == 0)
        return u"–"_s;
    return QDateTime::fromMSecsSinceEpoch(epochMs, m_format.zone()).toString(u"HH:mm:ss.zzz"_s);
}

void CallsTimeline::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QRectF area = rect();
    paintBar(painter, {area.left(), area.top(), area.width(), BarHeight});
    paintLegend(painter, {area.left(), area.top() + BarHeight + Unit, area.width(), LineHeight});
    paintSteps(painter, {area.left(), area.top() + BarHeight + LineHeight + 2 * Unit, area.width(), 2 * LineHeight});
}

void CallsTimeline::paintBar(QPainter &painter, const QRectF &area) const
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.ink(ColorRole::Grid));
    painter.drawRect(area);
    const QList<Phase> all = phases();
    if (all.isEmpty())
        return;
    const qint64 start = all.constFirst().from;
    const qint64 length = std::max<qint64>(1, all.constLast().to - start);
    for (const Phase &phase : all) {
        const double left =
            area.left() + area.width() * static_cast<double>(phase.from - start) / static_cast<double>(length);
        const double width = area.width() * static_cast<double>(phase.length()) / static_cast<double>(length);
        painter.setBrush(phase.color);
        painter.drawRect(QRectF(left, area.top(), std::max(width, 1.0), area.height()));
    }
}

void CallsTimeline::paintLegend(QPainter &painter, const QRectF &area) const
{
    painter.setFont(m_theme.font(TypeStep::Body));
    const QFontMetricsF metrics(painter.font());
    double x = area.left();
    const QList<Phase> all = phases();
    for (const Phase &phase : all) {
        const QString text = u"%1 %2"_s.arg(phase.name, m_format.exactSeconds(phase.length()));
        painter.setPen(Qt::NoPen);
        painter.setBrush(phase.color);
        painter.drawRect(QRectF(x, area.center().y() - Unit, 2 * Unit, 2 * Unit));
        painter.setPen(m_theme.ink(ColorRole::Text));
        painter.drawText(QRectF(x + 3 * Unit, area.top(), metrics.horizontalAdvance(text) + Unit, area.height()),
                         Qt::AlignVCenter, text);
        x += 3 * Unit + metrics.horizontalAdvance(text) + 4 * Unit;
    }
}

void CallsTimeline::paintSteps(QPainter &painter, const QRectF &area) const
{
    const QList<Step> all = steps();
    const double width = area.width() / static_cast<double>(all.size());
    for (qsizetype i = 0; i < all.size(); ++i) {
        const QRectF cell(area.left() + width * static_cast<double>(i), area.top(), width, area.height() / 2);
        painter.setFont(m_theme.font(TypeStep::Small));
        painter.setPen(m_theme.ink(ColorRole::MutedText));
        painter.drawText(cell, Qt::AlignLeft | Qt::AlignBottom, all.at(i).name);
        painter.setFont(m_theme.font(TypeStep::Body));
        painter.setPen(m_theme.ink(ColorRole::Text));
        painter.drawText(cell.translated(0, area.height() / 2), Qt::AlignLeft | Qt::AlignTop, clock(all.at(i).at));
    }
}

} // namespace callboard
