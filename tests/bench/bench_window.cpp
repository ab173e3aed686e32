// SPDX-License-Identifier: GPL-3.0-or-later
// Prints how soon the window is usable over a store of many calls, what memory it takes, and how long its thread is
// away while it exports all of them: the real window, driven as a person would.
//   bench_window sqlite:/path/file.db    the store is written to: each export in full is noted in it
#include "../ui/reports_window.h"
#include "ui/window/event_loop_monitor.h"

#include <QApplication>
#include <QTextStream>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 600'000;

QTextStream out(stdout);

double memoryMb(const QByteArray &name)
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = status.readAll();
    return text.mid(text.indexOf(name) + name.size(), 20).simplified().split(' ').value(0).toDouble() / 1024.0;
}

void resetPeak()
{
    QFile refs(u"/proc/self/clear_refs"_s);
    if (refs.open(QIODevice::WriteOnly))
        refs.write("5");
}

void benchExport(ReportsWindow &window, const QString &format, bool inFull)
{
    auto *full = window.find<QAbstractButton>(u"reportRevealed"_s);
    window.setFormat(format);
    if (full && full->isChecked() != inFull)
        full->click();
    resetPeak();
    const double before = memoryMb("VmRSS:");
    QElapsedTimer timer;
    timer.start();
    const EventLoopMonitor beat;
    const qint64 id = window.exportTo(window.path(u"all."_s + format));
    const auto isOver = [&] { return window.exports().find(id) && window.exports().find(id)->isOver(); };
    const Export *made = QTest::qWaitFor(isOver, Patience) ? window.exports().find(id) : nullptr;
    if (!made || made->state != Export::State::Done)
        qFatal("The export failed: %s", qPrintable(made ? made->error : window.problem()));
    out << u"export as %1%2"_s.arg(format, inFull ? u", in full"_s : u""_s).leftJustified(36) << made->rows << " rows, "
        << timer.elapsed() / 1000.0 << " s, " << memoryMb("VmHWM:") - before << " MB more memory, the window away for "
        << beat.worstMs() << " ms at most, " << beat.worstOwnMs() << " ms of them at work\n"
        << Qt::flush;
}

} // namespace

int main(int argc, char *argv[])
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QElapsedTimer timer;
    timer.start();
    const QApplication application(argc, argv);
    const std::optional<StoreUrl> url = StoreUrl::parse(application.arguments().value(1), nullptr);
    if (!url)
        return 2;
    const QTemporaryDir folder(QFileInfo(url->localFile()).absolutePath() + u"/window-XXXXXX"_s);
    if (!QFile::link(QFileInfo(url->localFile()).absoluteFilePath(), folder.filePath(u"calls.db"_s)))
        qFatal("The store can't be linked.");
    ReportsWindow window(folder.path());
    if (!window.isShown())
        qFatal("There is no window.");
    const auto all = [&] { return window.program().figure(0); };
    if (!QTest::qWaitFor([&] { return !all().isEmpty() && all() != u"–"_s; }, Patience))
        qFatal("There are no figures.");
    out << u"start, until Live shows its figures"_s.leftJustified(36) << timer.elapsed() << " ms\n" << Qt::flush;
    window.showPage();
    window.hasPreview();
    Period everything;
    everything.kind = PeriodKind::Custom;
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    everything.custom = {now - 60 * DayMs, now + DayMs};
    window.program().session.view().setPeriod(everything);
    window.choose(u"calls"_s);
    window.hasPreview();
    out << u"memory with everything shown"_s.leftJustified(36) << memoryMb("VmRSS:") << " MB\n" << Qt::flush;
    benchExport(window, u"csv"_s, false);
    benchExport(window, u"csv"_s, true);
    benchExport(window, u"xlsx"_s, false);
    return 0;
}
