// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/logs/audit_columns.h"

#include "record/call/masking.h"
#include "store/erase/erasure_job.h"
#include "store/erase/erasure_upkeep.h"
#include "ui/common/theme/theme.h"
#include "ui/session/logs/erase_words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(AuditTable)
};

/// What went because of its age; see Retention::note().
QString removedText(const QString &detail)
{
    const QJsonObject gone = QJsonDocument::fromJson(detail.toUtf8()).object();
    const QDateTime before = QDateTime::fromString(gone.value("before"_L1).toString(), Qt::ISODate).toLocalTime();
    if (!before.isValid())
        return detail;
    const QString messages = Texts::tr("%1 raw messages and %2 refused ones that arrived before %3")
                                 .arg(gone.value("messages"_L1).toInteger())
                                 .arg(gone.value("refused"_L1).toInteger())
                                 .arg(before.toString(u"yyyy-MM-dd HH:mm"_s));
    const QDateTime calls = QDateTime::fromString(gone.value("calls_before"_L1).toString(), Qt::ISODate).toLocalTime();
    if (!calls.isValid())
        return messages;
    return Texts::tr("%1; %2 calls before %3, whose counts stay")
        .arg(messages)
        .arg(gone.value("calls"_L1).toInteger())
        .arg(calls.toString(u"yyyy-MM-dd HH:mm"_s));
}

/// What was erased of a number; see ErasureTable::finish(). Earlier programs wrote a sentence.
QString erasureText(const QString &detail, const Format &format)
{
    const QJsonObject json = QJsonDocument::fromJson(detail.toUtf8()).object();
    if (json.isEmpty())
        return maskId(detail);
    EraseCounts counts;
    const QJsonObject erased = json.value("erased"_L1).toObject();
    for (auto it = erased.begin(); it != erased.end(); ++it)
        counts.erased.insert(it.key(), it.value().toInteger());
    counts.hidden = json.value("hidden"_L1).toInteger();
    QStringList parts = erasedLines(counts, format);
    if (counts.hidden > 0)
        parts.append(hiddenLine(counts, json.value("until"_L1).toInteger(), format));
    if (const qint64 before = json.value("had_been_hidden"_L1).toInteger(); before > 0)
        parts.append(Texts::tr("Messages that had been hidden: %1").arg(format.count(before)));
    if (parts.isEmpty())
        parts.append(Texts::tr("nothing found"));
    return Texts::tr("%1, asked for by %2. %3")
        .arg(json.value("number"_L1).toString(), maskId(json.value("by"_L1).toString()), parts.join(u"; "_s));
}

} // namespace

/// What the window notes is the same for all readers; it is written in each reader's language.
QString auditDetailText(const AuditEntry &entry, const Format &format)
{
    if (entry.action == "reveal"_L1)
        return Texts::tr("numbers shown in the window");
    if (entry.action == "refused removed"_L1)
        return Texts::tr("the oldest %1, because too many came").arg(entry.detail);
    if (entry.action == "retention"_L1)
        return removedText(entry.detail);
    if (entry.action == "number hidden"_L1 || entry.action == "number erased"_L1)
        return erasureText(entry.detail, format);
    return maskId(entry.detail);
}

QString auditActionText(const QString &action)
{
    if (action == "reveal"_L1)
        return Texts::tr("Numbers revealed");
    if (action == "export unmasked"_L1)
        return Texts::tr("Export with full numbers");
    if (action == "settings"_L1)
        return Texts::tr("Privacy settings changed");
    if (action == "refused removed"_L1)
        return Texts::tr("Refused messages removed");
    if (action == "number hidden"_L1)
        return Texts::tr("Number hidden, to be erased");
    if (action == "number erased"_L1)
        return Texts::tr("Number erased");
    if (action == "retention"_L1)
        return Texts::tr("Removed because of their age");
    return action;
}

AuditList *makeAuditList(const Format &format, QObject *parent)
{
    const QList<ListColumn<AuditEntry>> columns{
        {.id = u"when"_s,
         .title = [] { return Texts::tr("When"); },
         .value = [&format](const AuditEntry &entry) { return format.dateTime(entry.at); },
         .width = 42 * Theme::Unit},
        {.id = u"what"_s,
         .title = [] { return Texts::tr("What"); },
         .value = [](const AuditEntry &entry) { return auditActionText(entry.action); },
         .width = 60 * Theme::Unit},
        {.id = u"detail"_s,
         .title = [] { return Texts::tr("Detail"); },
         .value = [&format](const AuditEntry &entry) { return auditDetailText(entry, format); }},
    };
    return new AuditList(
        columns, [](const AuditEntry &entry) { return QString::number(entry.id); }, parent);
}

} // namespace callboard
