// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/receiver/receiver_failures.h"

#include "record/call/masking.h"
#include "text/format.h"
#include "ui/common/forms/controls.h"
#include "ui/common/tables/detail_table.h"
#include "ui/common/theme/theme.h"
#include "ui/session/exports/export_requests.h"

#include <QLabel>
#include <QVBoxLayout>

namespace callboard {

using namespace Qt::StringLiterals;

ReceiverFailures::ReceiverFailures(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_summary(makeCaption(u"failureSummary"_s))
    , m_none(makeCaption({}, [] { return tr("No wrong or missing tokens since the start."); }))
    , m_pathsTitle(makeCaption(
          {},
          [] {
              return tr(
                  "Pushes to paths that are not the receiver's, answered 404: nothing of them is kept. Compare the "
                  "address at the platform, down to the slash at its end.");
          }))
    , m_table(makeTable(u"failureTable"_s, {34, 18, 28, 20}))
    , m_paths(makeTable(u"otherPathTable"_s, {52, 18, 30}))
{
    bindName(m_paths, [] { return tr("Pushes to other paths"); });
    bindName(m_table, [] { return tr("Wrong tokens by address"); });
    bindTip(m_table, [] {
        return tr("Wrong and missing tokens since the start, addresses with the most first. After several in a row, "
                  "answers to an address are delayed more and more; then it is banned for a while. Addresses on the "
                  "allow-list are never banned.");
    });
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(2 * Theme::Unit);
    layout->addWidget(m_summary);
    layout->addWidget(m_none);
    layout->addWidget(m_table);
    layout->addWidget(m_pathsTitle);
    layout->addWidget(m_paths);
    layout->addStretch(1);
    bindLanguage(this, [this] {
        m_table->setTitles({tr("Address"), tr("Wrong or missing"), tr("Last"), tr("State")});
        m_paths->setTitles({tr("Path"), tr("Pushes"), tr("Last")});
        showRows();
    });
}

DetailTable *ReceiverFailures::makeTable(const QString &name, const QList<int> &shares)
{
    auto *table = makeNamed<DetailTable>(name, QString());
    table->setShares(shares);
    table->setExportable(true);
    connect(table, &DetailTable::exportRequested, this,
            [this, table] { Q_EMIT exportRequested(exportRequestOf(*table, {}, {})); });
    return table;
}

void ReceiverFailures::setStats(const ReceiverStats &stats)
{
    m_stats = stats;
    showRows();
}

QString ReceiverFailures::tabText() const
{
    const qint64 pushes = pushesTurnedAway(m_stats);
    return pushes == 0 ? tr("Wrong tokens and paths")
                       : tr("Wrong tokens and paths (%1)").arg(m_services.format.count(pushes));
}

void ReceiverFailures::showPaths()
{
    QList<QStringList> rows;
    for (const OtherPath &each : m_stats.otherPaths)
        rows.append(
            {maskText(each.path), m_services.format.count(each.pushes), m_services.format.dateTime(each.lastAt)});
    m_paths->setVisible(!rows.isEmpty());
    m_pathsTitle->setVisible(!rows.isEmpty());
    if (rows != m_pathRows)
        m_paths->setRows(rows);
    m_pathRows = rows;
}

void ReceiverFailures::showRows()
{
    showPaths();
    const Format &format = m_services.format;
    QList<QStringList> rows;
    for (const AddressFailures &each : m_stats.failures)
        rows.append({each.address, format.count(each.failures), format.dateTime(each.lastAt),
                     each.isBanned ? tr("shut out") : tr("may try")});
    m_table->setVisible(!rows.isEmpty());
    m_none->setVisible(rows.isEmpty());
    if (rows != m_rows) // a selection stays
        m_table->setRows(rows);
    m_rows = rows;
    m_summary->setText(tr("Banned so far: %1. Blocked while banned: %2; for too many connections of one address: %3; "
                          "for too many connections in total: %4.")
                           .arg(format.count(m_stats.bans), format.count(m_stats.refusedByBan),
                                format.count(m_stats.refusedByAddressLimit), format.count(m_stats.refusedByLimit)));
}

} // namespace callboard
