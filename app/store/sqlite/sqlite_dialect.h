// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database/dialect.h"

namespace callboard {

class SqliteDialect final : public Dialect
{
public:
    QString schemaText(const QString &step) const override;
    QString bitUnion(const QString &expression) const override;
    QString listItem(const QString &list, const QString &position) const override;
    QString listItems(const QString &list) const override;
};

} // namespace callboard
