// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/receiver/push_table_model.h"

#include "ui/common/theme/plain_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

struct Column
{
    const char *title;
    QString (*value)(const ReadMessage &, const Format &, Privacy);
};

QString covered(const QString &number, Privacy privacy)
{
    return privacy == Privacy::Masked ? maskNumber(number) : number;
}

QString partText(const ReadMessage &m, const Format &, Privacy)
{
    if (m.kind != PushKind::Record)
        return pushKindText(m.kind);
    return m.content.part == Part::Outbound ? QCoreApplication::translate("PushTable", "outbound")
                                            : QCoreApplication::translate("PushTable", "basic");
}

constexpr Column Columns[] = {
    {QT_TRANSLATE_NOOP("PushTable", "Arrived"),
     [](const ReadMessage &m, const Format &f, Privacy) { return f.dateTime(m.message.entry.arrivedAt); }},
    {QT_TRANSLATE_NOOP("PushTable", "Message"), partText},
    {QT_TRANSLATE_NOOP("PushTable", "Campaign"),
     [](const ReadMessage &m, const Format &, Privacy) { return maskId(m.content.fields.taskId); }},
    {QT_TRANSLATE_NOOP("PushTable", "Called number"),
     [](const ReadMessage &m, const Format &, Privacy p) { return covered(m.content.fields.callee, p); }},
    {QT_TRANSLATE_NOOP("PushTable", "Result"),
     [](const ReadMessage &m, const Format &, Privacy) { return maskId(m.content.fields.taskResult); }},
    {QT_TRANSLATE_NOOP("PushTable", "Hang-up"),
     [](const ReadMessage &m, const Format &f, Privacy) { return f.time(m.content.fields.timeHangup); }},
    {QT_TRANSLATE_NOOP("PushTable", "Sender"),
     [](const ReadMessage &m, const Format &, Privacy) { return m.message.entry.remote; }},
};

} // namespace

PushTableModel::PushTableModel(const Format &format, QObject *parent)
    : QAbstractTableModel(parent)
    , m_format(format)
{ }

void PushTableModel::setLatest(const QList<ReadMessage> &messages)
{
    const qint64 known = m_rows.isEmpty() ? 0 : m_rows.constFirst().message.number;
    const auto end = std::find_if(messages.begin(), messages.end(),
                                  [known](const ReadMessage &m) { return m.message.number <= known; });
    const qsizetype added = end - messages.begin();
    if (added == messages.size())
        removeLast(0); // nothing of what is shown is among the latest any more
    if (added > 0) {
        beginInsertRows({}, 0, static_cast<int>(added) - 1);
        m_rows = messages.first(added) + m_rows;
        endInsertRows();
    }
    removeLast(MostRows);
}

void PushTableModel::removeLast(qsizetype kept)
{
    if (m_rows.size() <= kept)
        return;
    beginRemoveRows({}, static_cast<int>(kept), static_cast<int>(m_rows.size()) - 1);
    m_rows.resize(kept);
    endRemoveRows();
}

void PushTableModel::setPrivacy(Privacy privacy)
{
    m_privacy = privacy;
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

const ReadMessage *PushTableModel::at(int row) const
{
    return row >= 0 && row < m_rows.size() ? &m_rows.at(row) : nullptr;
}

int PushTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PushTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(std::size(Columns));
}

QVariant PushTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignLeft | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole)
        return tipText(data(index, Qt::DisplayRole).toString());
    if (role != Qt::DisplayRole)
        return {};
    const QString text = Columns[index.column()].value(m_rows.at(index.row()), m_format, m_privacy);
    return text.isEmpty() ? u"–"_s : text;
}

QVariant PushTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return QAbstractTableModel::headerData(section, orientation, role);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignLeft | Qt::AlignVCenter);
    return role == Qt::DisplayRole ? QCoreApplication::translate("PushTable", Columns[section].title) : QVariant();
}

QList<ReadMessage> readLatestMessages(Connection &connection)
{
    QList<ReadMessage> read;
    const QList<NumberedMessage> messages = loadLatestMessages(connection, PushTableModel::MostRows);
    for (const NumberedMessage &message : messages) {
        const PushContent parsed = parsePush(message.entry.body, message.entry.kind);
        const auto *content = std::get_if<PartMessage>(&parsed);
        const auto *other = std::get_if<OtherPush>(&parsed);
        read.append({message, content ? *content : PartMessage(), other ? other->kind : PushKind::Record});
    }
    return read;
}

} // namespace callboard
