// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/erase_words.h"

#include "store/erase.h"
#include "ui/theme/format.h"

#include <QCoreApplication>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

QString words(const char *source)
{
    return QCoreApplication::translate("EraseWords", source);
}

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
        {u"task"_s, QT_TRANSLATE_NOOP("EraseWords", "Names of campaigns: %1")}};
    const char *word = all.value(table);
    return word ? words(word) : table + u": %1"_s;
}

QStringList countLines(const QMap<QString, qint64> &counts, const Format &format)
{
    QStringList lines;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        lines.append(tableWord(it.key()).arg(format.count(it.value())));
    return lines;
}

} // namespace

QStringList eraseLines(const EraseReport &report, const Format &format)
{
    QStringList lines = countLines(report.counts.erased, format);
    if (lines.isEmpty() && report.counts.hidden == 0)
        lines.append(words(QT_TRANSLATE_NOOP("EraseWords", "The number stands nowhere in the store.")));
    if (report.counts.hidden > 0)
        lines.append(words(QT_TRANSLATE_NOOP(
                               "EraseWords",
                               "Messages younger than 30 days: %1. They are hidden at once, and erased when they are "
                               "30 days old."))
                         .arg(format.count(report.counts.hidden)));
    if (report.counts.namesLeft > 0)
        lines.append(words(QT_TRANSLATE_NOOP("EraseWords",
                                             "Calls that are named by it (call_uuid, task_id or task_result): %1. It "
                                             "stays there."))
                         .arg(format.count(report.counts.namesLeft)));
    return lines + report.counts.damage;
}

QStringList foundLines(const QList<FoundBytes> &found, const Format &format)
{
    if (found.isEmpty())
        return {words(QT_TRANSLATE_NOOP("EraseWords", "Its files were searched byte by byte: it is in none of them."))};
    QStringList lines;
    for (const FoundBytes &bytes : found)
        lines.append((bytes.isOfStore ? words(QT_TRANSLATE_NOOP("EraseWords",
                                                                "Bytes of it are still in %1 (%2 places): they go when "
                                                                "the store's log is folded in, at the latest at the "
                                                                "end of the program."))
                                      : words(QT_TRANSLATE_NOOP("EraseWords",
                                                                "Found in %1, which is no part of the store and is not "
                                                                "touched: %2 places")))
                         .arg(bytes.file, format.count(bytes.places)));
    return lines;
}

} // namespace callboard
