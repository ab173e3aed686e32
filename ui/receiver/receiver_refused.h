// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database/reader_pool.h"
#include "ui/session/exports/export_request.h"
#include "ui/session/logs/rejected_columns.h"
#include "ui/session/services.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace callboard {

class ListView;
struct ReplayResult;

/// The refused messages with their raw bodies, covered, and their replay. Part of the Receiver page.
class ReceiverRefused : public QWidget
{
    Q_OBJECT
public:
    explicit ReceiverRefused(const Services &services, QWidget *parent = nullptr);

    /// Asks for the newest refused messages again.
    void refresh();

Q_SIGNALS:
    /// See Page::exportRequested().
    void exportRequested(const callboard::ExportRequest &order);

private:
    void makeWidgets();
    void layOut();
    void connectAll();
    void loadMore();
    void showSelected();
    void showMessage(const RejectedMessage &message);
    void replay(const QList<qint64> &ids);
    void say(const QString &text);
    void takeReplay(const ReplayResult &result);
    QList<qint64> selectedIds() const;
    void showState();

    Services m_services;
    RejectedList *m_model = nullptr;
    ListView *m_table = nullptr;
    QPlainTextEdit *m_body = nullptr;
    QLabel *m_status = nullptr, *m_none = nullptr, *m_error = nullptr, *m_covered = nullptr;
    QPushButton *m_replaySelected = nullptr, *m_replayAll = nullptr, *m_export = nullptr;
    ReadTicket m_pageQuery, m_bodyQuery;
    RejectedMessage m_shown;
    bool m_replaying = false;
};

} // namespace callboard
