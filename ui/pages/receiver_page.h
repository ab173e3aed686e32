// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/queries.h"
#include "store/reader_pool.h"
#include "ui/models/receiver_figures.h"
#include "ui/window/page.h"
#include "ui/window/services.h"

#include <QTimer>

class QFrame;
class QLabel;

namespace callboard {

class ChartPanel;
class DetailTable;
class ReceiverAddress;
class ReceiverRefused;

/// The Receiver page: where to push to, what has come, how fast it was answered, what was refused. GUI thread.
///
/// Counters are since the program's start; completeness is of the period and campaigns chosen in the frame.
class ReceiverPage : public Page
{
    Q_OBJECT
public:
    explicit ReceiverPage(const Services &services, QWidget *parent = nullptr);

    QString title() const override;
    void setActive(bool active) override;

protected:
    void changeEvent(QEvent *event) override;

private:
    QFrame *makePanel(QLabel *title, DetailTable *table);
    void layOut();
    void retranslate();
    void takeSample();
    void showFigures();
    void showChart();
    void showCounters(const ReceiverStats &stats);
    void showAcks(const ReceiverStats &stats);
    void showReplies(const ReceiverStats &stats);
    void askCompleteness();
    void showCompleteness(const Completeness &completeness);
    QString ackText(const ReceiverStats &stats, double share) const;

    Services m_services;
    PushRate m_rate;
    QTimer m_second, m_completenessPause;
    ReadTicket m_completenessQuery;
    qint64 m_refusedSeen = 0;
    bool m_active = false;

    ReceiverAddress *m_address;
    ChartPanel *m_chart;
    DetailTable *m_counters, *m_acks, *m_replies, *m_completeness;
    QLabel *m_countersTitle, *m_acksTitle, *m_repliesTitle, *m_completenessTitle;
    ReceiverRefused *m_refused;
};

} // namespace callboard
