// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/logs/erase_words.h"

#include "store/erase/erase.h"
#include "text/format.h"

#include <QCoreApplication>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(EraseWords)
};

/// What the store's tables are called for people.
QString tableWord(const QString &table)
{
    static const QMap<QString, const char *> all{
        {u"call"_s, QT_TRANSLATE_NOOP("EraseWords", "Calls: %1")},
        {u"push"_s, QT_TRANSLATE_NOOP("EraseWords", "Messages as received: %1")},
        {u"contact"_s, QT_TRANSLATE_NOOP("EraseWords", "Keys of contacts: %1")},
        {u"row_head"_s, QT_TRANSLATE_NOOP("EraseWords", "Names of customer columns: %1")},
        {u"rejected"_s, QT_TRANSLATE_NOOP("EraseWords", "Refused messages: %1")},
        {u"audit"_s, QT_TRANSLATE_NOOP("EraseWords", "Lines of the audit log: %1")},
        {u"alert"_s, QT_TRANSLATE_NOOP("EraseWords", "Alerts: %1")},
        {u"alert_rule"_s, QT_TRANSLATE_NOOP("EraseWords", "Alert rules: %1")},
        {u"report_schedule"_s, QT_TRANSLATE_NOOP("EraseWords", "Scheduled reports: %1")},
        {u"report_run"_s, QT_TRANSLATE_NOOP("EraseWords", "Runs of scheduled reports: %1")},
        {u"task"_s, QT_TRANSLATE_NOOP("EraseWords", "Names of campaigns: %1")},
        {u"result_meaning"_s, QT_TRANSLATE_NOOP("EraseWords", "Meanings of result codes: %1")}};
    const char *word = all.value(table);
    return Texts::tr(word ? word : QT_TRANSLATE_NOOP("EraseWords", "Other rows: %1"));
}

QStringList countLines(const QMap<QString, qint64> &counts, const Format &format)
{
    QStringList lines;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        lines.append(tableWord(it.key()).arg(format.count(it.value())));
    return lines;
}

} // namespace

QStringList erasedLines(const EraseCounts &counts, const Format &format)
{
    return countLines(counts.erased, format);
}

QStringList keptLines(const EraseCounts &counts, const Format &format)
{
    QStringList lines;
    if (counts.namesLeft > 0)
        lines.append(Texts::tr("Stays: calls with the number in call_uuid, task_id or task_result: %1. These ids "
                               "tell calls, campaigns and results apart; whoever sees them can read the number.")
                         .arg(format.count(counts.namesLeft)));
    if (counts.campaignsLeft > 0)
        lines.append(Texts::tr("Stays: campaigns with the number in their task_id: %1.")
                         .arg(format.count(counts.campaignsLeft)));
    if (counts.packed > 0)
        lines.append(Texts::tr("Not looked into: refused messages that are compressed: %1. They go by "
                               "their age.")
                         .arg(format.count(counts.packed)));
    for (const QString &damage : counts.damage)
        lines.append(Texts::tr("Not looked into: %1").arg(damage));
    return lines;
}

QString hiddenLine(const EraseCounts &counts, qint64 dueAt, const Format &format)
{
    const QString count = format.count(counts.hidden);
    if (dueAt == 0)
        return Texts::tr("Messages as received, hidden at once and erased when they are 30 days old: %1").arg(count);
    return Texts::tr("Messages as received, hidden until %1 and then erased by Callboard: %2")
        .arg(format.dateTime(dueAt), count);
}

QStringList fileLines(const EraseReport &report, const Format &format)
{
    const bool isInIds = report.counts.namesLeft > 0 || report.counts.campaignsLeft > 0;
    QStringList lines;
    bool isInStore = false;
    for (const FoundBytes &bytes : report.found) {
        isInStore = isInStore || bytes.isOfStore;
        if (bytes.isOfStore)
            lines.append((isInIds ? Texts::tr("In the file %1 it stands in %2 places, those of the ids that "
                                              "stay among them.")
                                  : Texts::tr("Bytes of it are still in %1 (%2 places). Look for it again "
                                              "after the next start of Callboard."))
                             .arg(bytes.file, format.count(bytes.places)));
        else if (!report.copies.contains(bytes.database))
            lines.append(Texts::tr("It stands in %1 (%2 places), which is no file of the store. Change "
                                   "it or remove it yourself.")
                             .arg(bytes.file, format.count(bytes.places)));
    }
    for (const QString &copy : report.copies)
        lines.append(Texts::tr("%1 is another store, or a copy of this one, and was not touched. Erase "
                               "there, too: callboardctl erase --store sqlite:%1")
                         .arg(copy));
    if (!isInStore)
        lines.prepend(Texts::tr("The files of the store were searched byte by byte: it is in none of "
                                "them."));
    return lines;
}

} // namespace callboard
