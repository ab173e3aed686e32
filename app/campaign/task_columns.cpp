// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/task_columns.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LongestHead = 100; ///< longer ones name none of our columns
constexpr qsizetype MostIgnoredShown = 20;
constexpr qsizetype LongestShown = 200;

/// What a head names. An exact name wins over one that other columns have too, such as "任务" for the campaign's name.
struct Meaning
{
    TaskColumn column;
    bool isExact;
};

QString simplifiedHead(QString head)
{
    static constexpr QStringView Traditional = u"務編號稱單數總時間規則結碼別撥話動條個選戶標識項鍵請寫筆";
    static constexpr QStringView Simplified = u"务编号称单数总时间规则结码别拨话动条个选户标识项键请写笔";
    static_assert(Traditional.size() == Simplified.size());
    for (QChar &c : head) {
        const qsizetype at = c.unicode() < 0x80 ? -1 : Traditional.indexOf(c);
        c = at < 0 ? c : Simplified[at];
    }
    return head;
}

/// A head without what people vary: width, case, blanks, marks, whether it must be filled in, units that mean "one".
QString plainHead(const QString &head)
{
    static const QRegularExpression remark(
        u"[(\\[{【〔「《<](?:[^)\\]}】〕」》>]*(?:必填|必选|选填|可选|required|optional|mandatory)[^)\\]}】〕」》>]*"
        "|唯一|不可重复|文本|数字|整数|单位:?[条个人户位笔]|[条个人户位笔]|text|number|unique)[)\\]}】〕」》>]"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression mark(u"^\\d{1,2}(?=[.、,)])|[^\\p{L}\\p{N}]"_s);
    static const QRegularExpression duty(u"^(?:必填|选填)项?|(?:必填|选填)项?$"_s);
    QString plain = simplifiedHead(head.normalized(QString::NormalizationForm_KC));
    return plain.remove(remark).remove(mark).toLower().remove(duty);
}

const QHash<QString, Meaning> &meanings()
{
    using enum TaskColumn;
    static const QHash<QString, Meaning> names = [] {
        QHash<QString, Meaning> all;
        const auto add = [&all](TaskColumn column, bool isExact, const QStringList &heads) {
            for (const QString &head : heads)
                all.insert(head, {column, isExact});
        };
        add(TaskId, true,
            u"taskid campaignid 任务id 任务编号 任务号 任务编码 任务代码 外呼任务id 外呼任务编号 "
            "活动id 活动编号"_s.split(u' '));
        add(TaskId, false, u"task campaign 任务"_s.split(u' '));
        add(Alias, true,
            u"alias taskname campaignname 任务名称 任务名 外呼任务名称 活动名称 活动名 别名"_s.split(u' '));
        add(Alias, false, u"name 名称"_s.split(u' '));
        add(ListSize, true,
            u"listsize contacts 名单量 名单数量 名单总数 名单总量 名单数 号码总数 号码总量 号码数量 "
            "号码数 号码量"_s.split(u' '));
        add(CallingHours, true,
            u"callinghours hours 呼叫时段 外呼时段 拨打时段 呼叫时间 外呼时间 拨打时间 "
            "呼叫时间段 外呼时间段 拨打时间段"_s.split(u' '));
        add(SuccessRule, true,
            u"successrule successcodes 成功规则 成功代码 成功结果 成功结果码 成功判定"_s.split(u' '));
        return all;
    }();
    return names;
}

std::optional<Meaning> meaningOf(const QString &head)
{
    if (head.isEmpty() || head.size() > LongestHead)
        return std::nullopt;
    const auto found = meanings().constFind(plainHead(head));
    return found == meanings().constEnd() ? std::nullopt : std::optional(*found);
}

void ignore(TaskColumns &columns, const QString &head)
{
    if (!head.isEmpty() && columns.ignored.size() < MostIgnoredShown)
        columns.ignored.append(head.left(LongestShown).simplified());
}

} // namespace

int TaskColumns::known() const
{
    return static_cast<int>(std::count_if(places.begin(), places.end(), [](int place) { return place >= 0; }));
}

std::optional<TaskColumns> columnsOf(const QStringList &heads)
{
    TaskColumns columns;
    columns.cells = static_cast<int>(heads.size());
    std::array<bool, TaskColumnCount> exact{};
    for (int i = 0; i < heads.size(); ++i) {
        const auto meaning = meaningOf(heads[i]);
        const std::size_t column = meaning ? static_cast<std::size_t>(meaning->column) : 0;
        if (!meaning || (columns.places[column] >= 0 && exact[column] && !meaning->isExact)) {
            ignore(columns, heads[i]);
            continue;
        }
        if (columns.places[column] >= 0 && exact[column] == meaning->isExact)
            columns.repeated = heads[i].simplified();
        else if (columns.places[column] >= 0)
            ignore(columns, heads[columns.places[column]]);
        columns.places[column] = i;
        exact[column] = meaning->isExact;
    }
    return columns.placeOf(TaskColumn::TaskId) < 0 ? std::nullopt : std::optional(columns);
}

QStringList joinedHeads(const QStringList &above, const QStringList &below)
{
    QStringList joined;
    QString group;
    for (qsizetype i = 0; i < std::max(above.size(), below.size()); ++i) {
        const QString upper = above.value(i), lower = below.value(i);
        group = upper.isEmpty() ? group : upper;
        const QString whole = group + lower;
        joined.append(lower.isEmpty() ? upper : meaningOf(whole) ? whole : lower);
    }
    return joined;
}

} // namespace callboard
