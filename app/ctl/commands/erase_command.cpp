// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/command.h"
#include "store/erase/erase.h"
#include "store/erase/erasure_words.h"
#include "store/table/audit_table.h"
#include "text/count_text.h"

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
            {u"hidden_before"_s, report.hiddenBefore},
            {u"names_left"_s, report.counts.namesLeft},
            {u"campaigns_left"_s, report.counts.campaignsLeft},
            {u"refused_packed"_s, report.counts.packed},
            {u"damage"_s, QJsonArray::fromStringList(report.counts.damage)},
            {u"remaining"_s, countsJson(report.remaining)},
            {u"found"_s, found},
            {u"copies"_s, QJsonArray::fromStringList(report.copies)},
            {u"hash"_s, report.numberHash},
            {u"proven"_s, report.isProven()}};
}

/// One account of one number: what is erased, what is hidden, what stays, what was not looked into, and what a person
/// has to do about it. Each thing stands in one place.
class EraseAccount
{
public:
    EraseAccount(const EraseReport &report, bool isDryRun, TerminalStream &out)
        : m_report(report)
        , m_counts(report.counts)
        , m_isDryRun(isDryRun)
        , m_out(out)
    { }

    void print()
    {
        printErased();
        printHidden();
        printLeft();
        printUnseen();
        if (!m_isDryRun)
            printProof();
    }

private:
    void head(const QString &text) { m_out << text << '\n'; }
    void line(const QString &text) { m_out << "  " << text << '\n'; }

    void printErased()
    {
        const QStringList rows = rowsTexts(m_counts.erased);
        if (rows.isEmpty())
            return head(m_counts.hidden > 0 || m_report.hiddenBefore > 0 || isLeft()
                            ? u"Nothing can be erased at once."_s
                            : u"The number was found nowhere in the store."_s);
        head(m_isDryRun ? u"Would be erased at once:"_s : u"Erased:"_s);
        for (const QString &text : rows)
            line(text);
        if (m_counts.erased.contains(u"call"_s))
            line(u"(The calls stay, without the person's data: every figure is as before.)"_s);
    }

    void printHidden()
    {
        if (m_report.hiddenBefore > 0) {
            head(u"Hidden since an earlier erasure of the number, and erased when due:"_s);
            line(rowsText(u"push"_s, m_report.hiddenBefore) + u" (--now erases at once)"_s);
        }
        if (m_counts.hidden == 0)
            return;
        const QString messages = rowsText(u"push"_s, m_counts.hidden);
        if (m_isDryRun) {
            head(u"Would be hidden at once, and erased when 30 days old:"_s);
            return line(messages + u" (with --now at once, too)"_s);
        }
        const QString until = QDateTime::fromMSecsSinceEpoch(m_report.dueAt).toString(Qt::ISODate);
        head(u"Hidden until %1, and erased then by the program that writes the store (serve, or the window):"_s.arg(
            until));
        line(messages + u", younger than 30 days and shown by no program. --now erases at once."_s);
    }

    bool isLeft() const { return m_counts.namesLeft > 0 || m_counts.campaignsLeft > 0; }

    void printLeft()
    {
        if (!isLeft() && m_report.remaining.isEmpty())
            return;
        head(m_isDryRun ? u"Would stay:"_s : u"NOT erased:"_s);
        const QStringList remaining = rowsTexts(m_report.remaining);
        for (const QString &text : remaining)
            line(text + u": they came or changed meanwhile, erase once more"_s);
        if (m_counts.namesLeft > 0)
            line(countText(m_counts.namesLeft, u"call has"_s, u"calls have"_s)
                 + u" the number in call_uuid, task_id or task_result"_s);
        if (m_counts.campaignsLeft > 0)
            line(countText(m_counts.campaignsLeft, u"campaign has"_s, u"campaigns have"_s) + u" it in the task_id"_s);
        if (isLeft())
            line(
                u"These ids tell calls, campaigns and results apart, and every figure is counted by them. Whoever sees "
                "them, in lists, reports or messages, can still read the number there. Let the platform make ids "
                "without numbers; calls with such an id go when they are no longer kept (serve --keep-calls)."_s);
    }

    void printUnseen()
    {
        const QStringList copies = m_report.copies;
        if (m_counts.damage.isEmpty() && m_counts.packed == 0 && copies.isEmpty() && strangers().isEmpty())
            return;
        head(u"Not looked into, or not touched:"_s);
        for (const QString &damage : m_counts.damage)
            line(damage + u" \"callboardctl salvage\" makes a store without it; erase there."_s);
        if (m_counts.packed > 0)
            line(countText(m_counts.packed, u"refused message is"_s, u"refused messages are"_s)
                 + u" compressed: whether the number is in there can't be told. They go by their age "
                   "(serve --keep-messages)."_s);
        for (const QString &copy : copies)
            line(u"%1 is another store, or a copy of this one. Erase there, too: --store sqlite:%1"_s.arg(copy));
        for (const FoundBytes &bytes : strangers())
            line(u"%1 has the number (%2) and is no file of the store. Change it or remove it yourself."_s.arg(
                bytes.file, countText(bytes.places, u"place"_s, u"places"_s)));
    }

    /// Files beside the store that hold the number; what is a store of its own is named as that, with its log.
    QList<FoundBytes> strangers() const
    {
        QList<FoundBytes> files;
        for (const FoundBytes &bytes : m_report.found) {
            if (!bytes.isOfStore && !m_report.copies.contains(bytes.database))
                files.append(bytes);
        }
        return files;
    }

    void printProof()
    {
        for (const FoundBytes &bytes : m_report.found) {
            if (bytes.isOfStore)
                m_out << "Its bytes are still in " << bytes.file << " ("
                      << countText(bytes.places, u"place"_s, u"places"_s)
                      << (isLeft() ? u"), those of the ids among them."_s : u")."_s) << '\n';
        }
        if (!m_report.isProven())
            m_out << "The number, or what may hold it, is still in the store: see above.\n";
        else
            m_out << "Checked: the store was read again, and its files were searched byte by byte, free space and log "
                     "included. The number is not there"
                  << (m_counts.hidden + m_report.hiddenBefore > 0 ? u", but for the hidden messages, which are sealed"_s
                                                                  : u""_s)
                  << ".\n";
        m_out << "In the audit log it stands as " << m_report.numberHash
              << ", a keyed hash.\n"
                 "Not searched: filters that somebody saved in a window, in its callboard.ini.\n";
    }

    const EraseReport &m_report;
    const EraseCounts &m_counts;
    const bool m_isDryRun;
    TerminalStream &m_out;
};

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
        EraseAccount(report, options.isDryRun, console.out).print();
    }
    return options.isDryRun || report.isProven() ? Done : Failed;
}

} // namespace

Command eraseCommand()
{
    return {
        "erase",
        "",
        0,
        "Erase a person's number wherever the store has it, and look through all of it again afterwards. Messages that "
        "are younger than 30 days are hidden at once and erased when they are 30 days old. It needs the store for "
        "itself: stop the receiver first, or erase in the window (Settings, Privacy). Ends with 1 where the number is "
        "still in the store afterwards, and says where.",
        {StoreOption,
         {"number", "N", "the phone number, however it is written", "", true},
         {"dry-run", "", "only count where it stands, and change nothing; also while a receiver runs"},
         {"now", "", "erase messages younger than 30 days at once, too"},
         JsonOption},
        run};
}

} // namespace callboard
