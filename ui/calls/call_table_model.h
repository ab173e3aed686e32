// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/call/masking.h"
#include "store/read/call_order.h"
#include "store/read/queries.h"
#include "ui/calls/call_columns_table.h"
#include "ui/calls/call_row_cache.h"

#include <QAbstractTableModel>

namespace callboard {

class Theme;

/// A list of calls as a question to the store answers it: its shape, and its first rows.
struct CallListData
{
    CallIndex index;
    QList<CallRecord> head;
    CallOrder order{};
    QList<qint64> ids{}; ///< the rows of all calls, unless the newest come first: then the index leads to them
};

/// The call table. Holds only pages; unknown rows show a placeholder and are asked for in batches through
/// pagesRequested(). data() reads memory and nothing else. GUI thread.
class CallTableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    static constexpr int HeadRows =
        256; ///< kept at hand from the top, so that a refresh there never shows a placeholder

    CallTableModel(const Format &format, const Theme &theme, QObject *parent = nullptr);

    /// How campaigns are called; cells follow at the next change.
    void setTaskNames(std::function<QString(const QString &)> taskName);
    void setMeanings(const ResultMeanings &meanings);
    /// While masked, the whole value of the personal customer columns is covered.
    void setPrivacy(Privacy privacy, const QStringList &personalColumns = {});
    Privacy privacy() const { return m_privacy; }
    QStringList personalColumns() const { return m_personalColumns; }

    /// Another question: starts over.
    void start(const CallListData &list);
    /// The same question, later: changes what differs, so that selection and scroll position survive. In another order
    /// than the newest first calls may move anywhere, so there it starts over.
    void refresh(const CallListData &list);
    /// A page of the current list has come.
    void putPage(qint64 page, const QList<CallRecord> &calls);
    /// Pages that were asked for will not come.
    void forgetAskedPages() { m_cache.giveUpAll(); }
    void giveUpPage(qint64 page) { m_cache.giveUp(page); }
    /// A newer image of the call of a row, which stays where it is. Ignored when another call stands there.
    void update(int row, const CallRecord &call);
    /// Newer images of calls that stand among these rows, wherever exactly; others are ignored.
    void update(int firstRow, int lastRow, const QList<CallRecord> &calls);
    /// The calls of these rows that are here.
    QList<qint64> idsOf(int firstRow, int lastRow) const;

    const CallIndex &index() const { return m_index; }
    /// The calls of a page of a list that has an order of its own; empty where the newest come first.
    QList<qint64> idsOfPage(qint64 page) const { return m_ids.mid(page * pageRows(), pageRows()); }
    int pageRows() const { return m_cache.pageRows(); }
    QList<qint64> takeWantedPages() { return m_cache.takeMissing(MostPagesAtOnce); }

    /// The call of a row, unmasked, or nullptr when it is not here yet.
    const CallRecord *callAt(int row) const;
    /// Rows as tab-separated lines with a header, covered as on the screen. Rows that are not here are left out and
    /// counted.
    QString toTsv(const QList<int> &rows, const QList<int> &columns, int *missing) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    using QAbstractTableModel::index;

Q_SIGNALS:
    /// The first unknown row of a batch was looked at: take the pages once the event loop runs again.
    void pagesRequested();

private:
    static constexpr int MostPagesAtOnce = 3;

    QString text(const CallRecord &call, int column) const;
    QVariant cell(const CallRecord &call, int column, int role) const;
    QVariant decoration(const CallRecord &call, int column) const;
    void mergeHead(const QList<CallRecord> &head);
    void removeLeftOut(const QList<CallRecord> &head);
    qsizetype insertUpTo(qsizetype row, const QList<CallRecord> &head);
    void adoptRow(qsizetype row, const CallRecord &call);
    void setTailCount(qint64 rows);
    void allChanged();

    const Format &m_format;
    const Theme &m_theme;
    std::function<QString(const QString &)> m_taskName;
    ResultMeanings m_meanings;
    Privacy m_privacy = Privacy::Masked;
    QStringList m_personalColumns;
    CallIndex m_index;
    QList<qint64> m_ids;
    QList<CallRecord> m_head; ///< rows 0 … size-1; always newer than the cache
    qint64 m_rows = 0;
    mutable CallRowCache m_cache;
};

} // namespace callboard
