// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/call/result_meanings.h"

#include <algorithm>
#include <tuple>

namespace callboard {

ResultMeaning shippedMeaning(const QString &code)
{
    ResultMeaning meaning;
    meaning.code = code;
    if (const ResultCode *known = findResultCode(code)) {
        meaning.outcomeClass = known->outcomeClass;
        meaning.flags = known->flags;
    }
    return meaning;
}

ResultMeaning ResultMeanings::meaningOf(const QString &code) const
{
    const auto changed = m_changed.constFind(code);
    return changed == m_changed.cend() ? shippedMeaning(code) : *changed;
}

OutcomeClass ResultMeanings::classOf(const QString &code, bool answered) const
{
    const auto changed = m_changed.constFind(code);
    return changed == m_changed.cend() ? outcomeClassOf(code, answered) : changed->outcomeClass;
}

ResultFlags ResultMeanings::flagsOf(const QString &code) const
{
    const auto changed = m_changed.constFind(code);
    if (changed != m_changed.cend())
        return changed->flags;
    const ResultCode *known = findResultCode(code);
    return known ? known->flags : ResultFlags();
}

QString ResultMeanings::word(const QString &code, const QString &pushedDesc, bool chinese) const
{
    const auto changed = m_changed.constFind(code);
    if (changed != m_changed.cend()) {
        const QString &own = chinese ? changed->zh : changed->en;
        if (!own.isEmpty())
            return own;
    }
    return resultWord(code, pushedDesc, chinese);
}

QStringList ResultMeanings::codesWith(ResultFlag flag) const
{
    QStringList codes;
    for (const QString &code : catalogueCodes() + addedCodes()) {
        if (flagsOf(code).testFlag(flag))
            codes.append(code);
    }
    return codes;
}

QStringList ResultMeanings::addedCodes() const
{
    QStringList codes;
    for (auto it = m_changed.cbegin(); it != m_changed.cend(); ++it) {
        if (!findResultCode(it.key()))
            codes.append(it.key());
    }
    codes.sort();
    return codes;
}

MeaningHistory::MeaningHistory(QList<ResultMeaning> meanings)
    : m_meanings(std::move(meanings))
{
    std::sort(m_meanings.begin(), m_meanings.end(), [](const ResultMeaning &a, const ResultMeaning &b) {
        return std::tie(a.since, a.code) < std::tie(b.since, b.code);
    });
}

ResultMeanings MeaningHistory::at(qint64 timeMs) const
{
    ResultMeanings meanings;
    for (const ResultMeaning &meaning : m_meanings) {
        if (meaning.since <= timeMs)
            meanings.set(meaning);
    }
    return meanings;
}

QList<ResultMeaning> MeaningHistory::of(const QString &code) const
{
    QList<ResultMeaning> found;
    std::copy_if(m_meanings.cbegin(), m_meanings.cend(), std::back_inserter(found),
                 [&](const ResultMeaning &meaning) { return meaning.code == code; });
    return found;
}

} // namespace callboard
