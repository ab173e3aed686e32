// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/read/call_order.h"

#include <QHeaderView>

namespace callboard {

/// The header of the call table: a click on the time, the talk or the wait sorts by it, and another click turns that
/// around. Only these columns react to the pointer. GUI thread.
class CallsHeader : public QHeaderView
{
    Q_OBJECT
public:
    explicit CallsHeader(QWidget *parent = nullptr);

    const CallOrder &order() const { return m_order; }
    /// Shows an order, with orderChanged() where it is another one.
    void setOrder(const CallOrder &order);
    /// The order as a word for the settings, such as "talk ascending", and back: the newest first for unknown ones.
    QString orderWord() const;
    void restoreOrder(const QString &word);

Q_SIGNALS:
    void orderChanged(const callboard::CallOrder &order);

protected:
    void initStyleOptionForIndex(QStyleOptionHeader *option, int column) const override;

private:
    void sortBy(int column);
    void showOrder();

    CallOrder m_order;
};

} // namespace callboard
