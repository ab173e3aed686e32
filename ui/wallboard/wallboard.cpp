// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wallboard/wallboard.h"

#include "record/call/clocks.h"
#include "ui/common/theme/plain_text.h"
#include "ui/session/alerts/alert_monitor.h"
#include "ui/session/figures/live_figures.h"
#include "ui/session/logs/alert_words.h"
#include "ui/session/preferences.h"
#include "ui/wallboard/wall_painter.h"

#include <QDateTime>
#include <QKeyEvent>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int SecondMs = 1000;
constexpr int OverviewTimes = 2; ///< as long as a campaign

// Shares of the screen's height.
constexpr double Margin = 0.022, Gap = 0.014;
constexpr double HeaderHeight = 0.108, FiguresHeight = 0.37, OutcomesHeight = 0.075, AlertHeight = 0.075;
constexpr double Title = 0.046, Note = 0.026, AlertText = 0.036;

QRectF takeTop(QRectF &rest, double height, double gap)
{
    QRectF top = rest;
    top.setHeight(height);
    rest.setTop(top.bottom() + gap);
    return top;
}

} // namespace

Wallboard::Wallboard(const Services &services, QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_services(services)
{
    setTitle(this, tr("Callboard: wallboard"));
    setAccessibleName(tr("Wallboard"));
    setAttribute(Qt::WA_OpaquePaintEvent);
    setCursor(Qt::BlankCursor);
    setFocusPolicy(Qt::StrongFocus);
    m_second.setInterval(SecondMs);
    connect(&m_second, &QTimer::timeout, this, &Wallboard::tick);
    connect(&m_maker, &SnapshotMaker::made, this, &Wallboard::take);
    connect(&services.alerts, &AlertMonitor::alertsChanged, this, qOverload<>(&QWidget::update));
}

void Wallboard::showEvent(QShowEvent *event)
{
    m_shownFor = 0;
    m_second.start();
    tick();
    QWidget::showEvent(event);
}

void Wallboard::hideEvent(QHideEvent *event)
{
    m_second.stop();
    QWidget::hideEvent(event);
}

void Wallboard::tick()
{
    const LiveFigures &feed = m_services.feed;
    if (feed.board().isLoaded())
        m_maker.make(feed.board(), feed.contacts(), {}, QDateTime::currentMSecsSinceEpoch(), m_services.format.zone());
    const int seconds = m_services.preferences.wallboard().seconds * (m_current == 0 ? OverviewTimes : 1);
    if (++m_shownFor > seconds && m_turns)
        go(1);
    update();
}

void Wallboard::take(const LiveSnapshot &snapshot)
{
    m_snapshot = snapshot;
    const QString shown = m_slides.value(m_current).taskId;
    const LiveFigures &feed = m_services.feed;
    m_slides = wallSlides(
        snapshot, feed.contacts(), [&feed](const QString &id) { return feed.taskName(id); }, m_services.format,
        inTrouble());
    if (m_current > 0) { // campaigns change places as they call
        const auto same = std::find_if(m_slides.begin() + 1, m_slides.end(),
                                       [&shown](const WallSlide &slide) { return slide.taskId == shown; });
        m_current = same == m_slides.end() ? 0 : static_cast<int>(same - m_slides.begin());
    }
    changed();
}

/// Campaigns with an open alert, the most severe first.
QStringList Wallboard::inTrouble() const
{
    QStringList taskIds;
    const QList<Alert> open = m_services.alerts.open();
    for (const Alert &alert : open) {
        if (alert.rule.eachTask && !taskIds.contains(alert.taskId))
            taskIds.append(alert.taskId);
    }
    return taskIds;
}

void Wallboard::go(int step)
{
    const int count = std::max(1, static_cast<int>(m_slides.size()));
    m_current = (m_current + step + count) % count;
    m_shownFor = 0;
    changed();
}

void Wallboard::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
    case Qt::Key_F11:
        hide();
        Q_EMIT left();
        return;
    case Qt::Key_Right:
        return go(1);
    case Qt::Key_Left:
        return go(-1);
    case Qt::Key_Space:
        m_turns = !m_turns;
        m_shownFor = 0;
        return changed();
    default:
        QWidget::keyPressEvent(event);
    }
}

/// What is painted, in words, for those who listen.
void Wallboard::changed()
{
    setAccessibleDescription(m_slides.value(m_current).title + u", "_s + sinceText());
    update();
}

QString Wallboard::sinceText() const
{
    const Format &format = m_services.format;
    const qint64 from = m_snapshot.window.range.from;
    const QDate day = QDateTime::fromMSecsSinceEpoch(from, format.zone()).date();
    const bool isToday = day == QDateTime::fromMSecsSinceEpoch(m_snapshot.nowMs, format.zone()).date();
    const QString at = isToday ? format.shortTime(from) : format.shortDate(from) + u' ' + format.shortTime(from);
    const QString since = tr("since %1").arg(at);
    return m_turns ? since : tr("%1, paused (space bar)").arg(since);
}

QString Wallboard::trendCaption(const WallSlide &slide) const
{
    const Format &format = m_services.format;
    const double most = slide.trend.isEmpty() ? 0 : *std::max_element(slide.trend.begin(), slide.trend.end());
    return tr("Calls per %1 min, at most %2; latest on the right")
        .arg(format.count(m_snapshot.window.bucketMs / MinuteMs), format.count(qRound64(most)));
}

void Wallboard::paintHeader(WallPainter &painter, const QRectF &place) const
{
    const Format &format = m_services.format;
    const qint64 now = m_services.feed.nowMs();
    const qint64 last = m_services.feed.lastPushAt();
    QRectF left = place;
    left.setWidth(place.width() * 0.68);
    const WallSlide slide = m_slides.value(m_current);
    painter.text(left, slide.title, ColorRole::Text, Title, Qt::AlignTop | Qt::AlignLeft, true);
    painter.text(left, m_slides.isEmpty() ? tr("Waiting for the first call") : sinceText(), ColorRole::MutedText, Note,
                 Qt::AlignBottom | Qt::AlignLeft);
    QRectF right = place;
    right.setLeft(left.right());
    painter.text(right, format.time(now), ColorRole::Text, Title, Qt::AlignTop | Qt::AlignRight, true);
    painter.text(right, last == 0 ? tr("no push yet") : tr("last push %1").arg(format.ago(ageOf(last, now))),
                 ColorRole::MutedText, Note, Qt::AlignBottom | Qt::AlignRight);
}

void Wallboard::paintAlerts(WallPainter &painter, const QRectF &place) const
{
    const QList<Alert> open = m_services.alerts.open();
    const LiveFigures &feed = m_services.feed;
    const Format &format = m_services.format;
    QString words = alertHeadline(open.constFirst(), feed.taskName(open.constFirst().taskId), format);
    if (open.size() > 1)
        words = tr("%1  ·  %2 more").arg(words, format.count(open.size() - 1));
    painter.block(place, ColorRole::Bad);
    const double inset = painter.size(Gap);
    painter.text(place.adjusted(inset, 0, -inset, 0), words, ColorRole::AccentText, AlertText,
                 Qt::AlignVCenter | Qt::AlignLeft, true);
}

void Wallboard::paintEvent(QPaintEvent *)
{
    QPainter device(this);
    device.setRenderHint(QPainter::Antialiasing);
    device.fillRect(rect(), m_theme.ink(ColorRole::Window));
    WallPainter painter(device, m_theme, height());
    const double margin = painter.size(Margin);
    const double gap = painter.size(Gap);
    QRectF rest = QRectF(rect()).adjusted(margin, margin, -margin, -margin);
    paintHeader(painter, takeTop(rest, painter.size(HeaderHeight), gap));
    if (!m_services.alerts.open().isEmpty()) {
        const double high = painter.size(AlertHeight);
        WallPainter alarm(device, m_alarm, height());
        paintAlerts(alarm, QRectF(rest.left(), rest.bottom() - high, rest.width(), high));
        rest.setBottom(rest.bottom() - high - gap);
    }
    if (m_slides.isEmpty())
        return;
    const WallSlide &slide = m_slides.at(m_current);
    painter.figures(takeTop(rest, painter.size(FiguresHeight), gap), slide.figures);
    painter.outcomes(takeTop(rest, painter.size(OutcomesHeight), gap), slide.byClass, m_services.format);
    if (slide.isOverview)
        painter.campaigns(rest, slide.rows, m_services.format);
    else
        painter.trend(rest, slide.trend, trendCaption(slide));
}

} // namespace callboard
