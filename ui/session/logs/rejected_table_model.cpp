// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/logs/rejected_table_model.h"

#include "record/call/masking.h"
#include "ui/common/theme/plain_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

struct Column
{
    const char *title;
    Qt::Alignment alignment;
    QString (*value)(const RejectedMessage &, const Format &);
};

QString stateText(const RejectedMessage &message, const Format &format)
{
    if (message.replayedAt == 0)
        return QCoreApplication::translate("RejectedTable", "kept");
    return QCoreApplication::translate("RejectedTable", "accepted at a replay, %1")
        .arg(format.dateTime(message.replayedAt));
}

QString reasonText(const RejectedMessage &message, const Format &)
{
    const QString reason = refusalText(message.reason, message.kind);
    return message.field.isEmpty() || message.reason != RefusalReason::BadField
        ? reason
        : u"%1: %2"_s.arg(reason, maskText(message.field));
}

constexpr auto Left = Qt::AlignLeft | Qt::AlignVCenter;
constexpr auto Right = Qt::AlignRight | Qt::AlignVCenter;

constexpr Column Columns[] = {
    {QT_TRANSLATE_NOOP("RejectedTable", "Arrived"), Left,
     [](const RejectedMessage &m, const Format &f) { return f.dateTime(m.arrivedAt); }},
    {QT_TRANSLATE_NOOP("RejectedTable", "Reason"), Left, reasonText},
    {QT_TRANSLATE_NOOP("RejectedTable", "Sender"), Left,
     [](const RejectedMessage &m, const Format &) { return m.remote; }},
    {QT_TRANSLATE_NOOP("RejectedTable", "Size"), Right,
     [](const RejectedMessage &m, const Format &f) { return f.bytes(m.size); }},
    {QT_TRANSLATE_NOOP("RejectedTable", "State"), Left, stateText},
};

bool sameState(const RejectedMessage &a, const RejectedMessage &b)
{
    return a.id == b.id && a.replayedAt == b.replayedAt;
}

} // namespace

QString rejectedSentence(const RejectedMessage &message)
{
    switch (message.reason) {
    case RefusalReason::NotUtf8:
        return QCoreApplication::translate("RejectedTable", "The body holds bytes that are no UTF-8 text.");
    case RefusalReason::NotJson:
        return QCoreApplication::translate("RejectedTable", "The body can't be read as JSON.");
    case RefusalReason::NotObject:
        return QCoreApplication::translate("RejectedTable", "The body is JSON, but not an object with fields.");
    case RefusalReason::NoCallUuid:
        return QCoreApplication::translate("RejectedTable", "The field call_uuid is missing or empty.");
    case RefusalReason::BadField:
        return QCoreApplication::translate("RejectedTable", "The value of the field %1 can't be read.")
            .arg(message.field);
    case RefusalReason::UnknownEncoding:
        return QCoreApplication::translate("RejectedTable",
                                           "The body is packed in a way that the receiver can't unpack. It takes gzip "
                                           "and deflate.");
    case RefusalReason::BadEncoding:
        return QCoreApplication::translate("RejectedTable",
                                           "The body is damaged, or not in the encoding that its header names.");
    case RefusalReason::ListOfRecords:
        return QCoreApplication::translate("RejectedTable",
                                           "The body is a list. The receiver takes one record in each message; other "
                                           "platforms send lists of their own records.");
    case RefusalReason::Form:
        return QCoreApplication::translate("RejectedTable",
                                           "The body is a form. The receiver takes a record as a JSON object.");
    case RefusalReason::Xml:
        return QCoreApplication::translate("RejectedTable",
                                           "The body is XML. The receiver takes a record as a JSON object.");
    case RefusalReason::OtherPlatform:
        return QCoreApplication::translate("RejectedTable",
                                           "The body has none of the fields of a call record. It may come from another "
                                           "platform.");
    case RefusalReason::TooLarge:
        return QCoreApplication::translate("RejectedTable",
                                           "The body is larger than the receiver takes. Only its beginning was kept.");
    }
    return {};
}

RejectedTableModel::RejectedTableModel(const Format &format, QObject *parent)
    : QAbstractTableModel(parent)
    , m_format(format)
{ }

void RejectedTableModel::putNewest(const QList<RejectedMessage> &page)
{
    if (m_rows.isEmpty())
        return append(page);
    const bool overlaps = !page.isEmpty() && page.constLast().id <= m_rows.constFirst().id;
    if (!overlaps) {
        beginResetModel();
        m_rows.clear();
        endResetModel();
        return append(page);
    }
    insertNew(page);
    for (int row = 0; row < std::min(m_rows.size(), page.size()); ++row) {
        if (sameState(m_rows.at(row), page.at(row)))
            continue;
        m_rows[row] = page.at(row);
        Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
    }
}

void RejectedTableModel::insertNew(const QList<RejectedMessage> &page)
{
    const qint64 newest = m_rows.constFirst().id;
    const auto end =
        std::find_if(page.begin(), page.end(), [newest](const RejectedMessage &m) { return m.id <= newest; });
    const qsizetype count = end - page.begin();
    if (count == 0)
        return;
    beginInsertRows({}, 0, static_cast<int>(count) - 1);
    m_rows = page.first(count) + m_rows;
    endInsertRows();
}

void RejectedTableModel::append(const QList<RejectedMessage> &page)
{
    m_asked = false;
    m_complete = page.size() < PageRows;
    if (page.isEmpty())
        return;
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(page.size()) - 1);
    m_rows += page;
    endInsertRows();
}

const RejectedMessage *RejectedTableModel::at(int row) const
{
    return row >= 0 && row < m_rows.size() ? &m_rows.at(row) : nullptr;
}

int RejectedTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RejectedTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(std::size(Columns));
}

QVariant RejectedTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Column &column = Columns[index.column()];
    switch (role) {
    case Qt::DisplayRole:
        return column.value(m_rows.at(index.row()), m_format);
    case Qt::ToolTipRole:
        return tipText(column.value(m_rows.at(index.row()), m_format));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(column.alignment);
    default:
        return {};
    }
}

QVariant RejectedTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return QAbstractTableModel::headerData(section, orientation, role);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Columns[section].alignment);
    return role == Qt::DisplayRole ? QCoreApplication::translate("RejectedTable", Columns[section].title) : QVariant();
}

bool RejectedTableModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_complete && !m_asked;
}

void RejectedTableModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_asked = true;
    Q_EMIT moreRequested();
}

} // namespace callboard
