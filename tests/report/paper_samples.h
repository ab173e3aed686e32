// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/writer/report_writer.h"

#include <random>

/// Reports as the definitions write them, without a store.
namespace callboard::test {

using namespace Qt::StringLiterals;

inline ReportHead sampleHead(const QString &title, bool chinese, qint64 rows)
{
    ReportHead head{.title = title, .facts = {}, .rows = rows};
    if (chinese)
        head.facts = {{u"报表"_s, title},
                      {u"时段"_s, u"2026-11-22 00:00:00 至 2026-11-23 00:00:00"_s},
                      {u"时区"_s, u"Asia/Shanghai"_s},
                      {u"任务"_s, u"秋季回访、满意度调查（第二批）、会员续费提醒"_s},
                      {u"号码"_s, u"已遮盖"_s},
                      {u"行数"_s, QString::number(rows)}};
    else
        head.facts = {{u"Report"_s, title},
                      {u"Period"_s, u"2026-11-22 00:00:00 to 2026-11-23 00:00:00"_s},
                      {u"Time zone"_s, u"Asia/Shanghai"_s},
                      {u"Campaigns"_s, u"Autumn follow-up, Satisfaction survey (second batch), Membership renewal"_s},
                      {u"Numbers"_s, u"masked"_s},
                      {u"Rows"_s, QString::number(rows)}};
    return head;
}

/// A campaign summary with a total, columns and bars.
inline void writeCampaigns(ReportWriter &writer, bool chinese, int rows)
{
    const auto word = [chinese](const char16_t *english, const char16_t *other) {
        return QString::fromUtf16(chinese ? other : english);
    };
    ReportTable table;
    table.name = u"tasks"_s;
    table.title = word(u"Campaigns", u"任务汇总");
    const auto column = [&](const char16_t *english, const char16_t *other, ColumnKind kind) {
        table.columns.append({.title = word(english, other), .kind = kind, .width = 0, .name = {}});
    };
    column(u"Campaign", u"任务", ColumnKind::Text);
    column(u"Task id", u"任务编号", ColumnKind::Text);
    column(u"Attempts", u"外呼量", ColumnKind::Count);
    column(u"Connected", u"接通量", ColumnKind::Count);
    column(u"Connect rate", u"接通率", ColumnKind::Share);
    column(u"Success rate", u"成功率", ColumnKind::Share);
    column(u"Average talk time", u"平均通话时长", ColumnKind::Duration);
    column(u"First call", u"首次呼叫", ColumnKind::Time);
    column(u"Calls per minute", u"每分钟呼叫", ColumnKind::Decimal);
    table.charts = {{word(u"Attempts and connected calls", u"外呼量与接通量"), ReportChart::Shape::Columns, 0, {2, 3}},
                    {word(u"Connect rate", u"接通率"), ReportChart::Shape::Bars, 0, {4}}};
    writer.beginTable(table);
    std::mt19937 random(7);
    qint64 attempts = 0, connected = 0;
    for (int i = 0; i < rows; ++i) {
        const qint64 a = 800 + random() % 60'000, c = a * (20 + random() % 60) / 100;
        attempts += a;
        connected += c;
        writer.text(word(u"Autumn follow-up %1", u"秋季客户满意度回访第%1批").arg(i + 1));
        writer.text(u"task-%1"_s.arg(10'000 + i * 37));
        writer.count(a);
        writer.count(c);
        writer.share({c, a});
        writer.share({c / 3, i == 2 ? 0 : a});
        writer.duration(static_cast<qint64>(random() % 190'000));
        writer.time(1'763'769'600'000 + static_cast<qint64>(random() % 36'000'000));
        writer.decimal(static_cast<double>(random() % 900) / 7);
        writer.endRow();
    }
    writer.beginTotals();
    writer.text(word(u"Total", u"合计"));
    writer.empty();
    writer.count(attempts);
    writer.count(connected);
    writer.share({connected, attempts});
    writer.share({connected / 3, attempts});
    writer.duration(83'000);
    writer.empty();
    writer.empty();
    writer.endRow();
    writer.endTable();
}

/// Hours of a day with a stack of outcome classes and a line of rates.
inline void writeHours(ReportWriter &writer, bool chinese)
{
    const auto word = [chinese](const char16_t *english, const char16_t *other) {
        return QString::fromUtf16(chinese ? other : english);
    };
    ReportTable table;
    table.name = u"hours"_s;
    table.title = word(u"By hour of the day", u"按小时");
    const std::pair<const char16_t *, const char16_t *> counts[] = {{u"Connected", u"接通"},
                                                                    {u"Busy or unanswered", u"忙或无人接听"},
                                                                    {u"Unreachable", u"无法接通"},
                                                                    {u"Bad number", u"号码问题"},
                                                                    {u"Line or network", u"线路或网络"}};
    table.columns.append({.title = word(u"Hour", u"小时"), .kind = ColumnKind::Text, .width = 0, .name = {}});
    for (const auto &[english, other] : counts)
        table.columns.append({.title = word(english, other), .kind = ColumnKind::Count, .width = 0, .name = {}});
    table.columns.append(
        {.title = word(u"Connect rate", u"接通率"), .kind = ColumnKind::Share, .width = 0, .name = {}});
    table.columns.append(
        {.title = word(u"Success rate", u"成功率"), .kind = ColumnKind::Share, .width = 0, .name = {}});
    table.charts = {
        {word(u"Calls by hour and outcome", u"各小时外呼结果"), ReportChart::Shape::StackedColumns, 0, {1, 2, 3, 4, 5}},
        {word(u"Rates by hour", u"各小时比率"), ReportChart::Shape::Lines, 0, {6, 7}}};
    writer.beginTable(table);
    std::mt19937 random(3);
    for (int hour = 0; hour < 24; ++hour) {
        const bool open = hour >= 8 && hour < 21;
        writer.text(u"%1:00"_s.arg(hour, 2, 10, QChar(u'0')));
        qint64 first = 0, sum = 0;
        for (int i = 0; i < 5; ++i) {
            const qint64 n = open ? 100 + random() % (2'000 / static_cast<unsigned>(i + 1)) : 0;
            first = i == 0 ? n : first;
            sum += n;
            writer.count(n);
        }
        writer.share({first, sum});
        writer.share({first / 2, sum});
        writer.endRow();
    }
    writer.endTable();
}

/// A call list as wide as the real one.
inline void writeCalls(ReportWriter &writer, qint64 rows, int customerColumns)
{
    ReportTable table;
    table.name = u"calls"_s;
    table.title = u"Calls"_s;
    const QStringList names{u"business_id"_s,   u"app_id"_s,         u"robot_id"_s,
                            u"call_uuid"_s,     u"caller"_s,         u"callee"_s,
                            u"direction"_s,     u"time_answer"_s,    u"time_hangup"_s,
                            u"duration_ring"_s, u"duration_call"_s,  u"call_relation_id"_s,
                            u"task_id"_s,       u"task_data_id"_s,   u"time_dial"_s,
                            u"time_ring"_s,     u"task_result"_s,    u"task_result_desc"_s,
                            u"task_tries"_s,    u"task_row_index"_s, u"talk_seconds"_s,
                            u"class"_s,         u"anomalies"_s};
    for (const QString &name : names) {
        const ColumnKind kind = name.startsWith(u"time_")              ? ColumnKind::Time
            : name.endsWith(u"_tries") || name.endsWith(u"_index")     ? ColumnKind::Count
            : name.startsWith(u"duration") || name.startsWith(u"talk") ? ColumnKind::Duration
                                                                       : ColumnKind::Text;
        table.columns.append({.title = name, .kind = kind, .width = 0, .name = {}});
    }
    for (int i = 0; i < customerColumns; ++i)
        table.columns.append(
            {.title = u"customer.字段%1"_s.arg(i + 1), .kind = ColumnKind::Text, .width = 0, .name = {}});
    writer.beginTable(table);
    for (qint64 row = 0; row < rows; ++row) {
        for (const ReportColumn &column : std::as_const(table.columns)) {
            if (column.kind == ColumnKind::Time)
                writer.time(1'763'769'600'000 + row * 1000);
            else if (column.kind == ColumnKind::Count)
                writer.count(row % 5);
            else if (column.kind == ColumnKind::Duration)
                writer.duration(row % 7 * 13'000);
            else if (column.title == u"call_uuid")
                writer.text(u"8f14e45f-ceea-467f-a0e6-%1"_s.arg(row, 12, 10, QChar(u'0')));
            else if (column.title == u"callee" || column.title == u"caller")
                writer.text(u"138****%1"_s.arg(row % 10'000, 4, 10, QChar(u'0')));
            else if (column.title == u"task_result_desc")
                writer.text(row % 3 == 0 ? u"用户正忙"_s : u"正常接听"_s);
            else if (column.title == u"anomalies")
                writer.text(row % 9 == 0 ? u"the answer lies after the hang-up; the parts disagree on the caller"_s
                                         : QString());
            else
                writer.text(column.title.startsWith(u"customer") ? u"值 %1"_s.arg(row % 97) : u"id-%1"_s.arg(row % 50));
        }
        writer.endRow();
    }
    writer.endTable();
}

} // namespace callboard::test
