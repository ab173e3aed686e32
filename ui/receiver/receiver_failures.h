// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "receiver/request/receiver_stats.h"
#include "ui/session/exports/export_request.h"
#include "ui/session/services.h"

#include <QWidget>

class QLabel;

namespace callboard {

class DetailTable;

/// Which addresses came with wrong or missing tokens, which are shut out now, and to which other paths was pushed. Part
/// of the Receiver page.
class ReceiverFailures : public QWidget
{
    Q_OBJECT
public:
    explicit ReceiverFailures(const Services &services, QWidget *parent = nullptr);

    /// Called once a second while the page is looked at.
    void setStats(const ReceiverStats &stats);
    /// The words of the tab, with the number of pushes.
    QString tabText() const;

Q_SIGNALS:
    void exportRequested(const callboard::ExportRequest &order);

private:
    void showRows();
    void showPaths();
    DetailTable *makeTable(const QString &name, const QList<int> &shares);

    Services m_services;
    ReceiverStats m_stats;
    QList<QStringList> m_rows, m_pathRows;
    QLabel *m_summary, *m_none, *m_pathsTitle;
    DetailTable *m_table, *m_paths;
};

} // namespace callboard
