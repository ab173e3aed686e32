// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/command.h"
#include "ctl/reveal.h"
#include "ctl/store_view.h"
#include "store/database/integrity_check.h"
#include "store/database/store_backend.h"
#include "store/read/queries.h"
#include "store/write/store_writer.h"
#include "text/count_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int PageSize = 500;

QString timeText(qint64 epochMs)
{
    return QDateTime::fromMSecsSinceEpoch(epochMs).toString(Qt::ISODateWithMs);
}

QJsonObject rejectedJson(const RejectedMessage &message)
{
    return {{u"id"_s, message.id},
            {u"arrived_at"_s, message.arrivedAt},
            {u"remote"_s, message.remote},
            {u"reason"_s, refusalWord(message.reason)},
            {u"error"_s, maskText(message.error)},
            {u"field"_s, maskText(message.field)},
            {u"size"_s, message.size},
            {u"kind"_s, pushKindWord(message.kind)},
            {u"replayed_at"_s, message.replayedAt}};
}

void printLine(TerminalStream &out, const RejectedMessage &message)
{
    out << message.id << '\t' << timeText(message.arrivedAt) << '\t' << message.remote << '\t'
        << refusalWord(message.reason) << '\t' << message.size << " bytes\t"
        << (message.replayedAt > 0 ? u"accepted "_s + timeText(message.replayedAt) : maskText(message.error)) << '\n';
}

int list(const Arguments &arguments, Console &console)
{
    StoreView connection(arguments.store());
    QJsonArray all;
    QList<RejectedMessage> page = loadRejectedPage(connection, 0, PageSize);
    const bool isNone = page.isEmpty();
    while (!page.isEmpty()) {
        for (const RejectedMessage &message : std::as_const(page)) {
            if (arguments.has("json"_L1))
                all.append(rejectedJson(message));
            else
                printLine(console.out, message);
        }
        page = loadRejectedPage(connection, page.last().id, PageSize);
    }
    if (arguments.has("json"_L1))
        console.json({{u"rejected"_s, all}});
    else if (isNone)
        console.err << "No message was refused.\n";
    return Done;
}

qint64 idOf(const QString &operand)
{
    bool ok = false;
    const qint64 id = operand.toLongLong(&ok);
    if (!ok || id <= 0)
        throw UsageError(u"\"%1\" is no id of a refused message."_s.arg(operand));
    return id;
}

RejectedMessage loadOne(const StoreUrl &store, qint64 id)
{
    StoreView connection(store);
    return loadRejected(connection, id);
}

int show(const Arguments &arguments, Console &console)
{
    if (arguments.operands().size() != 2)
        throw UsageError(u"\"rejected show\" takes one id."_s);
    const qint64 id = idOf(arguments.operands().at(1));
    const RejectedMessage message = loadOne(arguments.store(), id);
    if (message.id == 0)
        throw CommandError(u"There is no refused message %1."_s.arg(id));
    const bool reveal = arguments.has("reveal"_L1);
    if (reveal)
        noteReveal(arguments.store(), u"refused message %1 shown by callboardctl"_s.arg(id));
    const QString body = reveal ? QString::fromUtf8(message.body) : maskBody(message.body);
    if (arguments.has("json"_L1)) {
        QJsonObject json = rejectedJson(message);
        json.insert("body"_L1, body);
        console.json(json);
        return Done;
    }
    printLine(console.out, message);
    // Where the body is JSON, line breaks stand between its parts; anywhere else they are the sender's.
    if (QJsonDocument::fromJson(body.toUtf8()).isNull())
        console.out << body << '\n';
    else
        console.out.lines(body + u'\n');
    return Done;
}

void printReplay(const Arguments &arguments, Console &console, const ReplayResult &result)
{
    if (arguments.has("json"_L1))
        console.json({{u"accepted"_s, result.accepted}, {u"refused_again"_s, result.refusedAgain}});
    else
        console.out << countText(result.accepted, u"message"_s, u"messages"_s) << " accepted, " << result.refusedAgain
                    << " refused again and kept.\n";
}

/// Before anything is written: a wrong name must neither make a store, nor pass for a message that was taken.
void requireMessages(const StoreUrl &store, const QList<qint64> &ids)
{
    StoreView connection(store);
    for (const qint64 id : ids) {
        if (loadRejected(connection, id).id == 0)
            throw CommandError(u"There is no refused message %1."_s.arg(id));
    }
}

int replay(const Arguments &arguments, Console &console)
{
    QList<qint64> ids;
    for (const QString &operand : arguments.operands().mid(1))
        ids.append(idOf(operand));
    requireMessages(arguments.store(), ids);
    if (!StoreBackend::of(arguments.store())->isLocked()) // whoever holds it is named below, without a long look
        requireSoundInside(arguments.store());
    StoreWriter writer(arguments.store());
    QString reason;
    if (!writer.startAndWait(&reason))
        throw CommandError(reason);
    ReplayResult result;
    writer.replay(ids, QCoreApplication::instance(), [&result](const ReplayResult &answer) {
        result = answer;
        QCoreApplication::quit();
    });
    QCoreApplication::exec();
    writer.stop();
    if (!result.problem.isNone())
        throw StoreError(result.problem);
    printReplay(arguments, console, result);
    return result.refusedAgain == 0 ? Done : Failed;
}

int run(const Arguments &arguments, Console &console)
{
    const QString what = arguments.operands().value(0);
    if (what == "list"_L1)
        return list(arguments, console);
    if (what == "show"_L1)
        return show(arguments, console);
    if (what == "replay"_L1)
        return replay(arguments, console);
    throw UsageError(u"\"rejected\" takes list, show ID, or replay with any number of ids."_s);
}

} // namespace

Command rejectedCommand()
{
    constexpr int AnyNumber = 1'000'000;
    return {
        "rejected",
        "list | show ID | replay [ID]...",
        AnyNumber,
        "List or show the messages that were refused, or take them again (all of them, or those named). Taking them "
        "again "
        "needs the store for itself: stop the receiver first, or do it in the window (Receiver). Ends with 1 where one "
        "is refused again.",
        {StoreOption, JsonOption, RevealOption},
        run};
}

} // namespace callboard
