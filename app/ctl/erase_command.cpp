// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/command.h"
#include "store/audit_table.h"
#include "store/erase.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

QJsonObject countsJson(const QMap<QString, qint64> &counts)
{
    QJsonObject object;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        object.insert(it.key(), it.value());
    return object;
}

QJsonObject reportJson(const EraseReport &report)
{
    QJsonArray found;
    for (const FoundBytes &bytes : report.found)
        found.append(
            QJsonObject{{u"file"_s, bytes.file}, {u"places"_s, bytes.places}, {u"of_store"_s, bytes.isOfStore}});
    return {{u"erased"_s, countsJson(report.counts.erased)},
            {u"hidden_messages"_s, report.counts.hidden},
            {u"hidden_until"_s, report.dueAt},
            {u"names_left"_s, report.counts.namesLeft},
            {u"damage"_s, QJsonArray::fromStringList(report.counts.damage)},
            {u"remaining"_s, countsJson(report.remaining)},
            {u"found"_s, found},
            {u"copies"_s, QJsonArray::fromStringList(report.copies)},
            {u"hash"_s, report.numberHash},
            {u"proven"_s, report.isProven()}};
}

/// What the tables are called for people.
QString tableWords(const QString &table)
{
    static const QMap<QString, QString> words{{u"call"_s, u"calls"_s},
                                              {u"push"_s, u"raw messages of the journal"_s},
                                              {u"contact"_s, u"keys of contacts"_s},
                                              {u"row_head"_s, u"names of customer columns"_s},
                                              {u"rejected"_s, u"refused messages"_s},
                                              {u"audit"_s, u"lines of the audit log"_s},
                                              {u"alert"_s, u"alerts"_s},
                                              {u"alert_rule"_s, u"alert rules"_s},
                                              {u"report_schedule"_s, u"schedules"_s},
                                              {u"report_run"_s, u"runs of schedules"_s},
                                              {u"task"_s, u"names of campaigns"_s}};
    return words.value(table, table);
}

void printHidden(const EraseReport &report, bool isDryRun, TerminalStream &out)
{
    if (report.counts.hidden == 0)
        return;
    out << report.counts.hidden << " messages are younger than 30 days: ";
    if (isDryRun)
        out << "they would be kept, hidden, and erased later.\n";
    else
        out << "they are kept, hidden, until " << QDateTime::fromMSecsSinceEpoch(report.dueAt).toString(Qt::ISODate)
            << ", and erased then while the store is open for writing. --now does not wait.\n";
}

void printCounts(const EraseReport &report, bool isDryRun, TerminalStream &out)
{
    if (report.counts.erased.isEmpty())
        out << "The number was found nowhere.\n";
    for (auto it = report.counts.erased.cbegin(); it != report.counts.erased.cend(); ++it)
        out << it.value() << '\t' << tableWords(it.key()) << (isDryRun ? u" would be"_s : u""_s) << " erased\n";
    printHidden(report, isDryRun, out);
    for (const QString &damage : report.counts.damage)
        out << damage << " Whether the number is in them can't be told.\n";
    if (report.counts.namesLeft > 0)
        out << report.counts.namesLeft
            << " calls have it in call_uuid, task_id or task_result, which name calls and campaigns: it stays there.\n";
}

void printProof(const EraseReport &report, TerminalStream &out)
{
    for (auto it = report.remaining.cbegin(); it != report.remaining.cend(); ++it)
        out << "Left: " << it.value() << ' ' << tableWords(it.key()) << '\n';
    for (const FoundBytes &bytes : report.found) {
        out << "Found " << bytes.places << " times in " << bytes.file;
        if (!bytes.isOfStore)
            out << ", which is no part of the store and was not touched";
        out << '\n';
    }
    for (const QString &copy : report.copies)
        out << "Not looked through and not touched: " << copy << ", another store or an older copy of this one.\n";
    if (report.isProven())
        out << "Proof: the store was read again, and its files were searched byte by byte, free pages and log "
               "included: "
               "the number is not there.\n";
    else
        out << "The number, or what may hold it, is still in the store: see above.\n";
    out << "The audit log has it as " << report.numberHash << ".\n";
}

PersonNumber numberOf(const Arguments &arguments)
{
    const auto number = PersonNumber::parse(arguments.text("number"_L1));
    if (!number)
        throw UsageError(u"--number takes a phone number of 7 to 20 digits."_s);
    return *number;
}

int run(const Arguments &arguments, Console &console)
{
    EraseOptions options;
    options.isDryRun = arguments.has("dry-run"_L1);
    options.atOnce = arguments.has("now"_L1);
    options.by = AuditTable::currentUser();
    const PersonNumber number = numberOf(arguments);
    const EraseReport report = eraseNumber(arguments.store(), number, options);
    if (arguments.has("json"_L1)) {
        console.json(reportJson(report));
    } else {
        printCounts(report, options.isDryRun, console.out);
        if (!options.isDryRun)
            printProof(report, console.out);
    }
    return options.isDryRun || report.isProven() ? Done : Failed;
}

} // namespace

Command eraseCommand()
{
    return {"erase",
            "",
            0,
            "Erase a person's number wherever the store has it, and prove it.",
            {StoreOption,
             {"number", "N", "the phone number, however it is written", "", true},
             {"dry-run", "", "only count where it is; also while the store is written"},
             {"now", "", "do not keep messages younger than 30 days, hidden, until then"},
             JsonOption},
            run};
}

} // namespace callboard
