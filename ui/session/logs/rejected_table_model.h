// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/read/queries.h"
#include "text/format.h"

#include <QAbstractTableModel>

namespace callboard {

/// The refused messages, newest first, without their bodies. Pages come from outside; GUI thread.
class RejectedTableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    static constexpr int PageRows = 200;

    explicit RejectedTableModel(const Format &format, QObject *parent = nullptr);

    /// The newest page, first or again: rows that are known stay, so that the selection does.
    void putNewest(const QList<RejectedMessage> &page);
    /// The page after the last row.
    void append(const QList<RejectedMessage> &page);
    const RejectedMessage *at(int row) const;
    qint64 lastId() const { return m_rows.isEmpty() ? 0 : m_rows.constLast().id; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void moreRequested();

private:
    void insertNew(const QList<RejectedMessage> &page);

    const Format &m_format;
    QList<RejectedMessage> m_rows;
    bool m_complete = true; ///< there is nothing beyond the last row
    bool m_asked = false;
};

/// The same as a sentence that says what is wrong with this message.
QString rejectedSentence(const RejectedMessage &message);

} // namespace callboard
