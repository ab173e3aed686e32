// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/settings/settings_queries.h"
#include "text/format.h"

#include <QAbstractTableModel>

namespace callboard {

/// The audit log, newest first. Pages come from outside; GUI thread.
class AuditTableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    static constexpr int PageRows = 200;
    enum Column { When, What, Detail, ColumnCount };

    explicit AuditTableModel(const Format &format, QObject *parent = nullptr);

    /// The newest page, first or again: starts over where anything is new.
    void putNewest(const QList<AuditEntry> &page);
    void append(const QList<AuditEntry> &page);
    qint64 lastId() const { return m_entries.isEmpty() ? 0 : m_entries.constLast().id; }
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void moreRequested();

private:
    const Format &m_format;
    QList<AuditEntry> m_entries;
    bool m_complete = true, m_asked = false;
};

/// What was done, in the language of the program.
QString auditActionText(const QString &action);

/// What an entry says besides, in the same language.
QString auditDetailText(const AuditEntry &entry, const Format &format);

} // namespace callboard
