// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/reveal.h"

#include "ctl/store_view.h"
#include "store/table/audit_table.h"

#include <QDateTime>

namespace callboard {

using namespace Qt::StringLiterals;

void noteReveal(const StoreUrl &url, const QString &what)
{
    StoreView connection(url, Access::Note);
    AuditTable::append(connection, QDateTime::currentMSecsSinceEpoch(), u"reveal"_s,
                       u"%1, by %2"_s.arg(what, AuditTable::currentUser()));
}

} // namespace callboard
