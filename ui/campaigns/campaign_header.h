// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/read/campaign_queries.h"
#include "ui/session/services.h"

#include <QFrame>

class QLabel;
class QProgressBar;
class QPushButton;
class QToolButton;

namespace callboard {

/// What is known about one campaign: name, list size, calling hours, success rule, progress; and the way back.
class CampaignHeader : public QFrame
{
    Q_OBJECT
public:
    explicit CampaignHeader(const Services &services, QWidget *parent = nullptr);
    void setCampaign(const QString &taskId);
    void setFigures(const CampaignFigures &figures);

Q_SIGNALS:
    void backRequested();
    void editRequested();
    void callsRequested(const callboard::CallFilter &filter);

private:
    void layOut();
    void bindTexts();
    void showFacts();
    void showProgress();

    Services m_services;
    QString m_taskId;
    CampaignFigures m_figures;
    QPushButton *m_back;
    QLabel *m_name, *m_facts;
    QProgressBar *m_bar;
    QToolButton *m_progress;
    QPushButton *m_edit;
    bool m_hasFigures = false;
};

} // namespace callboard
