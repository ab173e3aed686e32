// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calls/saved_filters.h"

#include "record/filter/filter_json.h"

#include <QJsonObject>

#include <algorithm>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

QJsonObject jsonOf(const SavedFilter &filter)
{
    QJsonObject object{{u"name"_s, filter.name},
                       {u"period"_s, static_cast<int>(filter.period.kind)},
                       {u"campaigns"_s, QJsonArray::fromStringList(filter.taskIds)},
                       {u"filter"_s, filterToJson(filter.filter)}};
    if (filter.period.kind == PeriodKind::Custom)
        object.insert("custom"_L1, rangeToJson(filter.period.custom));
    if (filter.range)
        object.insert("range"_L1, rangeToJson(*filter.range));
    if (filter.ownTaskIds)
        object.insert("ownCampaigns"_L1, QJsonArray::fromStringList(*filter.ownTaskIds));
    return object;
}

QStringList textsOf(const QJsonValue &value)
{
    QStringList texts;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &item : array)
        texts.append(item.toString());
    return texts;
}

SavedFilter filterOf(const QJsonObject &object)
{
    SavedFilter filter;
    filter.name = object.value("name"_L1).toString();
    filter.period.kind =
        static_cast<PeriodKind>(std::clamp(object.value("period"_L1).toInt(), 0, static_cast<int>(PeriodKind::Custom)));
    if (filter.period.kind == PeriodKind::Custom)
        filter.period.custom = rangeFromJson(object.value("custom"_L1));
    filter.taskIds = textsOf(object.value("campaigns"_L1));
    filter.filter = filterFromJson(object.value("filter"_L1).toObject());
    if (object.contains("range"_L1))
        filter.range = rangeFromJson(object.value("range"_L1));
    if (object.contains("ownCampaigns"_L1))
        filter.ownTaskIds = textsOf(object.value("ownCampaigns"_L1));
    return filter;
}

bool byName(const SavedFilter &a, const SavedFilter &b)
{
    return a.name.localeAwareCompare(b.name) < 0;
}

} // namespace

QStringList SavedFilters::names() const
{
    QStringList names;
    for (const SavedFilter &filter : m_list)
        names.append(filter.name);
    return names;
}

bool SavedFilters::contains(const QString &name) const
{
    return names().contains(name);
}

void SavedFilters::put(const SavedFilter &filter)
{
    remove(filter.name);
    m_list.append(filter);
    std::sort(m_list.begin(), m_list.end(), byName);
}

bool SavedFilters::rename(const QString &name, const QString &newName)
{
    const QString wanted = newName.trimmed();
    const auto found =
        std::find_if(m_list.begin(), m_list.end(), [&name](const SavedFilter &f) { return f.name == name; });
    if (found == m_list.end() || wanted.isEmpty() || (wanted != name && contains(wanted)))
        return false;
    found->name = wanted;
    std::sort(m_list.begin(), m_list.end(), byName);
    return true;
}

void SavedFilters::remove(const QString &name)
{
    m_list.removeIf([&name](const SavedFilter &filter) { return filter.name == name; });
}

QJsonArray SavedFilters::toJson() const
{
    QJsonArray array;
    for (const SavedFilter &filter : m_list)
        array.append(jsonOf(filter));
    return array;
}

SavedFilters SavedFilters::fromJson(const QJsonArray &array)
{
    SavedFilters filters;
    for (const QJsonValue &value : array) {
        const SavedFilter filter = filterOf(value.toObject());
        if (!filter.name.trimmed().isEmpty())
            filters.put(filter);
    }
    return filters;
}

} // namespace callboard
