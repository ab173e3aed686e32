// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wallboard/wall_slides.h"

#include "ui/session/figures/live_tiles.h"

#include <QCoreApplication>

#include <algorithm>

namespace callboard {

namespace {

constexpr Metric Figures[] = {
    Metric::Attempts,        Metric::ConnectRate, Metric::SuccessRate, Metric::CallsPerMinute,
    Metric::LineFailureRate, Metric::Awaiting,    Metric::Acd,         Metric::ContactsReached};

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(WallSlides)
};

QString detailOf(Metric metric, const Ratio &ratio, const Tally &tally, double minutes, const Format &format)
{
    switch (metric) {
    case Metric::Attempts:
        return Texts::tr("of %1 calls").arg(format.count(tally.calls));
    case Metric::CallsPerMinute:
        return Texts::tr("over %1 min").arg(format.count(qRound64(minutes)));
    case Metric::Acd:
        return Texts::tr("over %1 connected").arg(format.count(ratio.denominator));
    case Metric::Awaiting:
        return Texts::tr("of %1 attempts").arg(format.count(tally.attempts));
    default:
        return Texts::tr("%1 of %2").arg(format.count(ratio.numerator), format.count(ratio.denominator));
    }
}

WallFigure reachedFigure(const ContactCount &contacts, const Format &format)
{
    const QString name = metricName(Metric::ContactsReached);
    if (!contacts.isWhole)
        return {name, format.number({}), Texts::tr("calls no longer kept"), ColorRole::Text};
    return {name, format.count(contacts.connected), Texts::tr("of %1 tried").arg(format.count(contacts.attempted)),
            ColorRole::Text};
}

QList<WallFigure> figuresOf(const Tally &tally, const ContactCount &contacts, double minutes, const Format &format)
{
    QList<WallFigure> figures;
    for (const Metric metric : Figures) {
        if (metric == Metric::ContactsReached) {
            figures.append(reachedFigure(contacts, format));
            continue;
        }
        const Ratio ratio = metricRatio(metric, tally, minutes);
        figures.append({metricName(metric), format.metric(metric, ratio),
                        detailOf(metric, ratio, tally, minutes, format), thresholdRole(metric, tally)});
    }
    return figures;
}

WallRow rowOf(const TaskFigures &task, const TaskName &taskName, const Format &format)
{
    const Ratio connected = metricRatio(Metric::ConnectRate, task.tally);
    const Ratio line = metricRatio(Metric::LineFailureRate, task.tally);
    return {.name = taskName(task.taskId),
            .attempts = format.count(task.tally.attempts),
            .connectRate = format.share(connected),
            .successRate = format.share(metricRatio(Metric::SuccessRate, task.tally)),
            .lineFailureRate = format.share(line),
            .connectInk = thresholdRole(Metric::ConnectRate, connected),
            .lineInk = thresholdRole(Metric::LineFailureRate, line),
            .byClass = task.byClass};
}

WallSlide slideOf(const TaskFigures &task, const ContactCount &contacts, double minutes, const TaskName &taskName,
                  const Format &format)
{
    WallSlide slide;
    slide.taskId = task.taskId;
    slide.isOverview = false;
    slide.title = taskName(task.taskId);
    slide.figures = figuresOf(task.tally, contacts, minutes, format);
    slide.byClass = task.byClass;
    for (const qint64 calls : task.recentCalls)
        slide.trend.append(static_cast<double>(calls));
    return slide;
}

} // namespace

QList<WallSlide> wallSlides(const LiveSnapshot &snapshot, const QMap<QString, ContactCount> &contacts,
                            const TaskName &taskName, const Format &format)
{
    QList<TaskFigures> tasks = snapshot.tasks;
    tasks.removeIf([](const TaskFigures &task) { return task.tally.calls == 0; });
    std::sort(tasks.begin(), tasks.end(), [](const TaskFigures &a, const TaskFigures &b) {
        return std::tie(b.tally.attempts, a.taskId) < std::tie(a.tally.attempts, b.taskId);
    });
    WallSlide overview;
    overview.title = Texts::tr("All campaigns");
    overview.figures = figuresOf(snapshot.total, snapshot.contacts, snapshot.minutes(), format);
    for (const TimeSlice &slice : snapshot.slices) {
        overview.trend.append(static_cast<double>(slice.figures.tally.calls));
        for (std::size_t i = 0; i < overview.byClass.size(); ++i)
            overview.byClass[i] += slice.figures.byClass[i];
    }
    QList<WallSlide> slides{overview};
    for (const TaskFigures &task : std::as_const(tasks)) {
        slides.first().rows.append(rowOf(task, taskName, format));
        slides.append(slideOf(task, contacts.value(task.taskId), snapshot.minutes(), taskName, format));
    }
    return slides;
}

} // namespace callboard
