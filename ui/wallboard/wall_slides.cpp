// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wallboard/wall_slides.h"

#include "text/metric_text.h"
#include "ui/session/figures/live_tiles.h"

#include <QCoreApplication>

#include <algorithm>

namespace callboard {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(WallSlides)
};

QList<WallFigure> figuresOf(const GroupFigures &group, const Format &format)
{
    QList<WallFigure> figures;
    for (const Metric metric : metricsAt(&MetricPlaces::wall))
        figures.append({metricName(metric), metricText(metric, group, format),
                        metricDetails(metric, group, format).value(0), thresholdRole(metricState(metric, group))});
    return figures;
}

WallRow rowOf(const TaskFigures &task, const TaskName &taskName, const Format &format)
{
    WallRow row{.name = taskName(task.taskId), .figures = {}, .byClass = task.byClass};
    const GroupFigures group{.tally = task.tally};
    for (const Metric metric : metricsAt(&MetricPlaces::wallColumn))
        row.figures.append(
            {metricName(metric), metricText(metric, group, format), {}, thresholdRole(metricState(metric, group))});
    return row;
}

WallSlide slideOf(const TaskFigures &task, const ContactCount &contacts, double minutes, const TaskName &taskName,
                  const Format &format)
{
    WallSlide slide;
    slide.taskId = task.taskId;
    slide.isOverview = false;
    slide.title = taskName(task.taskId);
    slide.figures = figuresOf({.tally = task.tally, .contacts = {contacts}, .minutes = minutes}, format);
    slide.byClass = task.byClass;
    for (const qint64 calls : task.recentCalls)
        slide.trend.append(static_cast<double>(calls));
    return slide;
}

} // namespace

QList<WallSlide> wallSlides(const LiveSnapshot &snapshot, const QMap<QString, ContactCount> &contacts,
                            const TaskName &taskName, const Format &format, const QStringList &inTrouble)
{
    QList<TaskFigures> tasks = snapshot.tasks;
    tasks.removeIf([](const TaskFigures &task) { return task.tally.calls == 0; });
    const auto placeOf = [&inTrouble](const TaskFigures &task) {
        const qsizetype place = inTrouble.indexOf(task.taskId);
        return place < 0 ? inTrouble.size() : place;
    };
    std::sort(tasks.begin(), tasks.end(), [&placeOf](const TaskFigures &a, const TaskFigures &b) {
        return std::tuple(placeOf(a), b.tally.attempts, a.taskId) < std::tuple(placeOf(b), a.tally.attempts, b.taskId);
    });
    WallSlide overview;
    overview.title = Texts::tr("All campaigns");
    overview.figures = figuresOf(snapshot.group(), format);
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
