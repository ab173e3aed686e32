// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/reveal.h"

#include "ctl/store_view.h"
#include "store/erasure_table.h"

#include <QDateTime>

namespace callboard {

using namespace Qt::StringLiterals;

void noteReveal(const StoreUrl &url, const QString &what)
{
    StoreView connection(url, Access::Note);
    QSqlQuery &query = connection.prepared(u"INSERT INTO audit (at, action, detail) VALUES (?, ?, ?)"_s);
    query.bindValue(0, QDateTime::currentMSecsSinceEpoch());
    query.bindValue(1, u"reveal"_s);
    query.bindValue(2, u"%1, by %2"_s.arg(what, ErasureTable::currentUser()));
    connection.run(query);
}

} // namespace callboard
