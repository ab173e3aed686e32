// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/tables/list_view.h"

namespace callboard::test {

/// The cell of a list in a row, as the view sorts them, and in the column of that id.
inline QModelIndex cellAt(const QAbstractItemView &view, int row, const QString &column)
{
    const auto &list = dynamic_cast<const ListView &>(view).list();
    return view.model()->index(row, list.columnOf(column));
}

inline QString cellText(const QAbstractItemView &view, int row, const QString &column)
{
    return cellAt(view, row, column).data().toString();
}

} // namespace callboard::test
