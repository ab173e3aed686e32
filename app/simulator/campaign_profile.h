// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/customer_row.h"

#include <QByteArray>
#include <QList>

namespace callboard {

/// How one invented campaign (a task of the platform) behaves. Shares are 0..1, times are milliseconds.
struct CampaignProfile
{
    QByteArray taskId = {}, businessId = {}, appId = {}, robotId = {};
    QByteArray alias = {}; ///< what people call it, UTF-8
    QList<QByteArray> callers = {}; ///< the lines it dials from
    QList<RowColumn> columns = {}; ///< of its customer list
    double weight = 1; ///< how much of all dialling is this campaign's
    double connectRate = 0.4; ///< of dialled numbers that are good
    double successShare = 0.3; ///< of connected calls
    double transferShare = 0.1; ///< of connected calls: handed to an agent, or tried to
    double badNumberShare = 0.06; ///< of rows
    double lineFaultShare = 0.01;
    double surgeFaultShare = 0; ///< line faults while the line is having one of its bad stretches; 0 never
    double answerMedianMs = 8'000, answerSigma = 0.5;
    double talkMedianMs = 35'000, talkSigma = 0.8;
    int maxTries = 3;
    bool hasDataIds = true; ///< false: the platform leaves `task_data_id` empty
};

/// That many campaigns (at least one): task ids 1001, 1002 ... One in six has bad lines, one in six no data ids.
QList<CampaignProfile> campaignProfiles(int count, quint64 seed);

} // namespace callboard
