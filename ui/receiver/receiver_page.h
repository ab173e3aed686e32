// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database/reader_pool.h"
#include "store/read/delivery_queries.h"
#include "store/read/queries.h"
#include "ui/common/theme/bind_text.h"
#include "ui/receiver/receiver_figures.h"
#include "ui/session/page.h"
#include "ui/session/services.h"

#include <QTimer>

class QFrame;
class QTabWidget;
class QTableWidgetItem;

namespace callboard {

class ChartPanel;
class DetailTable;
class ReceiverAddress;
class ReceiverFailures;
class ReceiverPushes;
class ReceiverRefused;

/// The Receiver page: where to push to, what has come, how fast it was answered, what was refused. GUI thread.
///
/// Counters and answer times are since the program's start; completeness and lags are of the period and campaigns
/// chosen in the frame.
class ReceiverPage : public Page
{
    Q_OBJECT
public:
    explicit ReceiverPage(const Services &services, QWidget *parent = nullptr);

    QString title() const override;
    void setActive(bool active) override;

private:
    QFrame *makePanel(const TextFunction &title, DetailTable *table);
    void layOut();
    void bindTexts();
    void takeSample();
    void showFigures();
    void showChart();
    void showCounters(const ReceiverStats &stats);
    void showTimes(const ReceiverStats &stats);
    void showReplies(const ReceiverStats &stats);
    void connectTables();
    void askDelivery();
    void showCompleteness();
    void openCompleteness(const QTableWidgetItem *item);
    void showTabs();
    QStringList ackRow(const ReceiverStats &stats) const;
    QStringList lagRow(const QString &name, const Spread &spread) const;
    CallFilter frameFilter() const;

    Services m_services;
    PushRate m_rate;
    /// What is read from the store about how messages came in.
    struct Delivery
    {
        CallFilter asked; ///< the period and campaigns
        Completeness completeness;
        DeliveryLags lags;
    };
    QTimer m_second, m_deliveryPause;
    ReadTicket m_deliveryQuery;
    Delivery m_delivery;
    qint64 m_refusedSeen = 0;
    bool m_active = false;

    ReceiverAddress *m_address;
    ChartPanel *m_chart;
    DetailTable *m_counters, *m_times, *m_replies, *m_completeness;
    QTabWidget *m_tabs;
    ReceiverPushes *m_pushes;
    ReceiverRefused *m_refused;
    ReceiverFailures *m_failures;
};

} // namespace callboard
