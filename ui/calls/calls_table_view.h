// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/filter/call_filter.h"

#include <QTableView>

#include <functional>

class QMenu;
class QSettings;

namespace callboard {

class CallTableModel;
class CallsHeader;
struct CallRecord;

/// The table of the Calls page: columns that can be chosen, moved and sized, copying, and "only this …" menus.
class CallsTableView : public QTableView
{
    Q_OBJECT
public:
    /// Narrows a filter to what stands in a cell.
    using Restriction = std::function<void(CallFilter &)>;

    CallsTableView(CallTableModel &model, QWidget *parent = nullptr);

    /// Somebody reads: scrolled away from the top, or something is selected. Nothing may move then.
    bool isReading() const { return m_reading; }
    void goToTop();
    /// The first and the last row that can be seen; the last one is before the first where there is none.
    std::pair<int, int> rowsInView() const;
    void fillColumnMenu(QMenu &menu);
    void resetColumns();
    void saveColumns(QSettings &settings) const;
    void restoreColumns(const QSettings &settings);
    void setEmptyText(const QString &text);
    CallsHeader &header() const { return *m_header; }

    /// Copies the selected rows, shown columns only, as they stand on the screen.
    void copySelection();

Q_SIGNALS:
    void readingChanged(bool reading);
    void callChosen(int row); ///< -1: none
    void scrolled();
    void restrictionRequested(const callboard::CallsTableView::Restriction &restriction);
    void erasureRequested(const QString &number); ///< of the other party
    void notice(const QString &text); ///< something to tell the user in passing

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;

private:
    void checkReading();
    void showHeaderMenu(const QPoint &position);
    void addRestriction(QMenu &menu, const QString &text, Restriction restriction);
    void addRestrictions(QMenu &menu, const CallRecord &call);
    void addCustomerRestrictions(QMenu &menu, const CallRecord &call);
    void addExclusions(QMenu &menu, const CallRecord &call);
    QList<int> shownColumns() const;

    CallTableModel &m_model;
    CallsHeader *m_header;
    QString m_emptyText;
    bool m_reading = false;
};

} // namespace callboard
