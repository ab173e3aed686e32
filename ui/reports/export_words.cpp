// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/export_words.h"

#include "text/format.h"
#include "ui/session/exports/export_queue.h"

#include <QCoreApplication>

#include <algorithm>

namespace callboard {

namespace {

constexpr qint64 SecondMs = 1000;
constexpr qint64 LeastMsForRate = 250; ///< before, a rate would only jump

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ExportWords)
};

QString runningSentence(const Export &given, const Format &format)
{
    if (given.rows == 0 || given.total == 0)
        return Words::tr("Reading the store…");
    const QString done = Words::tr("%1 of %2 rows").arg(format.count(given.rows), format.count(given.total));
    if (given.writingMs < LeastMsForRate)
        return done;
    const qint64 perSecond = std::max<qint64>(1, given.rows * SecondMs / given.writingMs);
    const qint64 left = std::max<qint64>(0, given.total - given.rows) * SecondMs / perSecond;
    return Words::tr("%1, %2 per second, %3 left").arg(done, format.count(perSecond), format.duration(left));
}

} // namespace

QString exportSentence(const Export &given, const Format &format)
{
    switch (given.state) {
    case Export::State::Waiting:
        return Words::tr("Waiting for other exports");
    case Export::State::Running:
        return runningSentence(given, format);
    case Export::State::Done:
        return given.rows == 1 ? Words::tr("1 row written")
                               : Words::tr("%1 rows written").arg(format.count(given.rows));
    case Export::State::Cancelled:
        return Words::tr("Cancelled. Nothing was written; an older file of that name is unchanged.");
    case Export::State::Failed:
        return given.error;
    }
    return {};
}

double exportShare(const Export &given)
{
    if (given.state == Export::State::Done)
        return 1;
    if (given.total <= 0)
        return -1;
    return std::clamp(static_cast<double>(given.rows) / static_cast<double>(given.total), 0.0, 1.0);
}

QString queueSentence(const ExportQueue &queue, const Format &format)
{
    const int pending = queue.pending();
    const auto running = std::find_if(queue.exports().begin(), queue.exports().end(),
                                      [](const Export &each) { return each.state == Export::State::Running; });
    if (pending == 0 || running == queue.exports().end())
        return {};
    const double share = exportShare(*running);
    const QString now =
        share < 0 ? Words::tr("Export: reading…") : Words::tr("Export: %1").arg(format.percent(share, 0));
    return pending == 1 ? now : Words::tr("%1, %2 waiting").arg(now).arg(pending - 1);
}

} // namespace callboard
