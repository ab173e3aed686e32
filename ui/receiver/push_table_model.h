// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/call/masking.h"
#include "record/protocol/push_message.h"
#include "store/read/delivery_queries.h"
#include "text/format.h"

#include <QAbstractTableModel>

namespace callboard {

/// An accepted message and what it says.
struct ReadMessage
{
    NumberedMessage message;
    PartMessage content; ///< of a record
    PushKind kind = PushKind::Record;
};

/// The messages that came last, newest first, with what they say: covered unless revealed. GUI thread.
class PushTableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    static constexpr int MostRows = 100;

    explicit PushTableModel(const Format &format, QObject *parent = nullptr);

    /// The latest messages, newest first: those that are known stay, so that the selection does.
    void setLatest(const QList<ReadMessage> &messages);
    void setPrivacy(Privacy privacy);
    const ReadMessage *at(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void removeLast(qsizetype kept);

    const Format &m_format;
    Privacy m_privacy = Privacy::Masked;
    QList<ReadMessage> m_rows;
};

/// Reads the latest messages and what they say. For a reader's connection.
QList<ReadMessage> readLatestMessages(Connection &connection);

} // namespace callboard
