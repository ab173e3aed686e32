// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/receiver/push_columns.h"

#include "ui/common/theme/theme.h"

#include <QCoreApplication>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(PushTable)
};

QString partText(const ReadMessage &message)
{
    if (message.kind != PushKind::Record)
        return pushKindText(message.kind);
    return message.content.part == Part::Outbound ? Texts::tr("outbound") : Texts::tr("basic");
}

using Value = std::function<QString(const ReadMessage &)>;

/// A column that shows a dash where it has nothing.
ListColumn<ReadMessage> column(const QString &id, const std::function<QString()> &title, const Value &value, int width)
{
    const auto shown = [value](const ReadMessage &message) {
        const QString text = value(message);
        return text.isEmpty() ? u"–"_s : text;
    };
    return {.id = id, .title = title, .value = shown, .width = width * Theme::Unit};
}

} // namespace

PushList *makePushList(const Format &format, const std::function<Privacy()> &privacy, QObject *parent)
{
    const auto callee = [privacy](const ReadMessage &message) {
        const QString &number = message.content.fields.callee;
        return privacy() == Privacy::Masked ? maskNumber(number) : number;
    };
    const QList<ListColumn<ReadMessage>> columns{
        column(
            u"arrived"_s, [] { return Texts::tr("Arrived"); },
            [&format](const ReadMessage &m) { return format.dateTime(m.message.entry.arrivedAt); }, 38),
        column(
            u"message"_s, [] { return Texts::tr("Message"); }, partText, 22),
        column(
            u"campaign"_s, [] { return Texts::tr("Campaign"); },
            [](const ReadMessage &m) { return maskId(m.content.fields.taskId); }, 22),
        column(
            u"callee"_s, [] { return Texts::tr("Called number"); }, callee, 28),
        column(
            u"result"_s, [] { return Texts::tr("Result"); },
            [](const ReadMessage &m) { return maskId(m.content.fields.taskResult); }, 15),
        column(
            u"hangup"_s, [] { return Texts::tr("Hang-up"); },
            [&format](const ReadMessage &m) { return format.time(m.content.fields.timeHangup); }, 20),
        column(
            u"sender"_s, [] { return Texts::tr("Sender"); },
            [](const ReadMessage &m) { return m.message.entry.remote; }, 0),
    };
    return new PushList(
        columns, [](const ReadMessage &m) { return QString::number(m.message.number); }, parent);
}

QList<ReadMessage> readLatestMessages(Connection &connection)
{
    QList<ReadMessage> read;
    const QList<NumberedMessage> messages = loadLatestMessages(connection, MostPushRows);
    for (const NumberedMessage &message : messages) {
        const PushContent parsed = parsePush(message.entry.body, message.entry.kind);
        const auto *content = std::get_if<PartMessage>(&parsed);
        const auto *other = std::get_if<OtherPush>(&parsed);
        read.append({message, content ? *content : PartMessage(), other ? other->kind : PushKind::Record});
    }
    return read;
}

} // namespace callboard
