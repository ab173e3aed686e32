// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database/reader_pool.h"
#include "ui/receiver/push_columns.h"
#include "ui/session/exports/export_request.h"
#include "ui/session/services.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPlainTextEdit;

namespace callboard {

class ListView;

/// The last messages as they come, with their raw bodies, covered. Part of the Receiver page.
class ReceiverPushes : public QWidget
{
    Q_OBJECT
public:
    explicit ReceiverPushes(const Services &services, QWidget *parent = nullptr);

    /// Reads the latest messages; does nothing while it can't be seen.
    void refresh();

Q_SIGNALS:
    /// See Page::exportRequested().
    void exportRequested(const callboard::ExportRequest &order);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void layOut();
    void showBody();

    Services m_services;
    PushList *m_model;
    ListView *m_table;
    QPlainTextEdit *m_body;
    QLabel *m_none;
    QTimer m_pause; ///< between two readings
    ReadTicket m_query;
};

} // namespace callboard
