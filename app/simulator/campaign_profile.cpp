// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/campaign_profile.h"

#include "simulator/random.h"

#include <algorithm>
#include <array>

namespace callboard {

namespace {

using enum RowColumnKind;

CampaignProfile freight()
{
    return {.alias = "货运回访",
            .columns = {{Landline, "客户手机号码"},
                        {Date, "装货时间"},
                        {Address, "装货地三级地址"},
                        {Address, "卸货地三级地址"}},
            .weight = 1.6,
            .connectRate = 0.55,
            .successShare = 0.45,
            .transferShare = 0.06,
            .answerMedianMs = 7'000,
            .talkMedianMs = 28'000};
}

CampaignProfile arrears()
{
    return {.alias = "还款提醒",
            .columns = {{Name, "姓名"}, {Phone, "手机号"}, {Amount, "应还金额"}, {Date, "还款日"}},
            .weight = 2.2,
            .connectRate = 0.38,
            .successShare = 0.25,
            .transferShare = 0.18,
            .badNumberShare = 0.11,
            .answerMedianMs = 11'000,
            .talkMedianMs = 42'000,
            .talkSigma = 1.0,
            .maxTries = 5};
}

CampaignProfile invitations()
{
    return {.alias = "活动邀约",
            .columns = {{Name, "客户姓名"}, {Phone, "联系电话"}, {City, "城市"}, {Level, "会员等级"}},
            .weight = 1.2,
            .connectRate = 0.42,
            .successShare = 0.18,
            .transferShare = 0.10,
            .lineFaultShare = 0.04,
            .surgeFaultShare = 0.45,
            .talkMedianMs = 22'000};
}

CampaignProfile survey()
{
    return {.alias = "满意度回访",
            .columns = {{Phone, "联系人电话"}, {Product, "产品"}, {Date, "购买日期"}, {City, "城市"}},
            .weight = 0.8,
            .connectRate = 0.62,
            .successShare = 0.60,
            .transferShare = 0.03,
            .badNumberShare = 0.02,
            .answerMedianMs = 6'000,
            .talkMedianMs = 75'000,
            .talkSigma = 0.6,
            .maxTries = 2};
}

CampaignProfile insurance()
{
    return {.alias = "车险续保",
            .columns = {{Name, "车主姓名"}, {Phone, "车主电话"}, {Plate, "车牌号"}, {Date, "到期日"}, {Amount, "保费"}},
            .weight = 1.0,
            .connectRate = 0.33,
            .successShare = 0.12,
            .transferShare = 0.25,
            .answerMedianMs = 10'000,
            .talkMedianMs = 55'000,
            .talkSigma = 1.1,
            .maxTries = 4,
            .hasDataIds = false};
}

CampaignProfile lessons()
{
    return {.alias = "试听课邀约",
            .columns = {{Name, "家长姓名"}, {Phone, "家长电话"}, {City, "校区"}, {Level, "意向等级"}},
            .weight = 0.6,
            .connectRate = 0.47,
            .successShare = 0.22,
            .transferShare = 0.14,
            .talkMedianMs = 33'000};
}

std::array<CampaignProfile, 6> kinds()
{
    return {freight(), arrears(), invitations(), survey(), insurance(), lessons()};
}

QList<QByteArray> linesOf(int index)
{
    QList<QByteArray> lines;
    for (int i = 1; i <= 3; ++i)
        lines.append("055196866" + QByteArray::number((index % 300) * 3 + i).rightJustified(3, '0'));
    return lines;
}

} // namespace

QList<CampaignProfile> campaignProfiles(int count, quint64 seed)
{
    const auto shapes = kinds();
    Random random(mixed(seed, 0xCA117));
    QList<CampaignProfile> profiles;
    for (int i = 0; i < std::max(1, count); ++i) {
        CampaignProfile profile = shapes[static_cast<std::size_t>(i) % shapes.size()];
        if (i >= static_cast<int>(shapes.size()))
            profile.alias += ' ' + QByteArray::number(i / static_cast<int>(shapes.size()) + 1);
        profile.taskId = QByteArray::number(1001 + i);
        profile.businessId = QByteArray::number(2745 + i / 6);
        profile.appId = "outbound";
        profile.robotId = profile.businessId + QByteArray::number(i % 6 + 1).rightJustified(3, '0');
        profile.callers = linesOf(i);
        profile.connectRate *= 0.85 + 0.3 * random.uniform();
        profile.talkMedianMs *= 0.8 + 0.4 * random.uniform();
        profiles.append(profile);
    }
    return profiles;
}

} // namespace callboard
