// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/filter/filter_conditions.h"

#include "record/filter/call_choices.h"
#include "record/filter/filter_members.h"
#include "record/filter/filter_words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace callboard {

using namespace Qt::StringLiterals;
using FilterMembers::memberOf;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(FilterWords)
};

using Filter = const CallFilter &;
using Context = const FilterWordsContext &;

// --- Values in words -----------------------------------------------------------------------------------------------

bool covers(Context x)
{
    return x.privacy == Privacy::Masked;
}

QString number(const QString &number, Context x)
{
    return covers(x) ? maskNumber(number) : number;
}

QString shown(const QString &value, Context x)
{
    return covers(x) ? maskText(value) : value;
}

template <std::optional<qint64> CallFilter::*Member>
QString seconds(Filter f, Context)
{
    const QLocale locale(programSpeaksChinese() ? u"zh_CN"_s : u"en"_s);
    return Texts::tr("%1 s").arg(locale.toString(static_cast<double>(*(f.*Member)) / 1000, 'f', 1));
}

QString resultName(const QString &code, Context x)
{
    return x.resultName ? x.resultName(code) : resultWord(code, {}, programSpeaksChinese());
}

QString resultNames(Filter f, Context x)
{
    QStringList names;
    for (const QString &code : f.results) {
        const QString name = resultName(code, x);
        names.append(code.isEmpty() || name == code ? name : code + u' ' + name);
    }
    return names.join(Texts::tr(", "));
}

/// What was looked for in the customer row may be a name: where names are covered, so is this.
QString customerText(Filter f, Context x)
{
    return covers(x) && !x.personalColumns.isEmpty() ? WhollyCovered.toString() : shown(f.customerContains, x);
}

QString calleeCount(Filter f, Context)
{
    return f.excludedCallees.size() == 1 ? Texts::tr("Without one called number")
                                         : Texts::tr("Without %1 called numbers").arg(f.excludedCallees.size());
}

QString pickText(Filter f, Context)
{
    switch (f.drill.pick) {
    case ContactPick::LastTry:
        return Texts::tr("Each contact's last call");
    case ContactPick::BestTry:
        return Texts::tr("Each contact's best call");
    case ContactPick::FirstConnect:
        return Texts::tr("Each contact's first connected call");
    case ContactPick::OncePerContact:
        return Texts::tr("One call of each contact");
    case ContactPick::Every:
        break;
    }
    return {};
}

/// Values of a customer column, a few of them; what is personal is covered, as everywhere.
QString values(const QStringList &values, Filter f, Context x)
{
    constexpr qsizetype MostValues = 3;
    const bool isCovered = covers(x) && x.personalColumns.contains(f.drill.customerColumn);
    QStringList words;
    for (const QString &value : values.first(std::min(values.size(), MostValues)))
        words.append(value.isEmpty() ? Texts::tr("no value") : isCovered ? WhollyCovered.toString() : shown(value, x));
    return words.join(Texts::tr(", ")) + (values.size() > MostValues ? u" …"_s : QString());
}

QString stretchText(Filter f, Context x)
{
    const QList<TimeRange> &stretches = f.drill.stretches;
    if (stretches.size() == 1)
        return rangeWords(stretches.constFirst(), x.zone);
    return Texts::tr("%1 stretches of time from %2 on")
        .arg(stretches.size())
        .arg(QDateTime::fromMSecsSinceEpoch(stretches.constFirst().from, x.zone).toString(u"yyyy-MM-dd HH:mm:ss"_s));
}

// --- Values of queries ---------------------------------------------------------------------------------------------

QString containing(const QString &text)
{
    QString escaped = text;
    escaped.replace(u'!', "!!"_L1).replace(u'%', "!%"_L1).replace(u'_', "!_"_L1);
    return u'%' + escaped + u'%';
}

/// A customer value stands in the store as JSON text: what is looked for is written the same way.
QString jsonInner(const QString &text)
{
    QString escaped = text;
    return escaped.replace(u'\\', "\\\\"_L1).replace(u'"', "\\\""_L1);
}

// --- The table -----------------------------------------------------------------------------------------------------

const FilterCondition Rows[] = {
    {.word = "range"_L1, .member = memberOf<&CallFilter::range>(), .sql = "placed_at >= ? AND placed_at < ?"},
    {.word = "taskIds"_L1, .member = memberOf<&CallFilter::taskIds>(), .sql = "task_id IN (%1)"},
    {.word = "results"_L1,
     .member = memberOf<&CallFilter::results>(),
     .label = QT_TRANSLATE_NOOP("FilterWords", "With the results %1"),
     .value = resultNames,
     .sql = "task_result IN (%1)",
     .control = {3, FilterEditor::Results, "resultFilter"}},
    {.word = "excludedResults"_L1,
     .member = memberOf<&CallFilter::excludedResults>(),
     .label = QT_TRANSLATE_NOOP("FilterWords", "Without the results %1"),
     .value = [](Filter f, Context) { return f.excludedResults.join(Texts::tr(", ")); },
     .sql = "task_result NOT IN (%1)"},
    {.word = "direction"_L1,
     .member = memberOf<&CallFilter::direction>(),
     .label = QT_TRANSLATE_NOOP("FilterWords", "Pushed direction %1"),
     .value = [](Filter f, Context) { return QString::number(*f.direction); },
     .sql = "direction = ?"},
    {.word = "onlySeized"_L1,
     .member = memberOf<&CallFilter::onlySeized>(),
     .label = QT_TRANSLATE_NOOP("FilterWords", "It rang (time_ring set)"),
     .sql = "time_ring > 0"},
    {.word = "onlyDialled"_L1,
     .member = memberOf<&CallFilter::onlyDialled>(),
     .label = QT_TRANSLATE_NOOP("FilterWords", "With a dial time (time_dial set)"),
     .sql = "time_dial > 0"},
    {.word = "answered"_L1,
     .member = memberOf<&CallFilter::answered>(),
     .label = QT_TRANSLATE_NOOP("FilterWords", "Answered"),
     .labelIfNo = QT_TRANSLATE_NOOP("FilterWords", "Not answered"),
     .sql = "time_answer > 0",
     .sqlIfNo = "time_answer = 0",
     .control = {5, FilterEditor::YesNo, "answeredFilter", QT_TRANSLATE_NOOP("FilterControls", "Answered or not"),
                 QT_TRANSLATE_NOOP("FilterControls", "Answered")}},
    {.word = "outbound"_L1,
     .member = memberOf<&CallFilter::outbound>(),
     .label = QT_TRANSLATE_NOOP("FilterWords", "Outbound"),
     .labelIfNo = QT_TRANSLATE_NOOP("FilterWords", "Inbound"),
     .sql = "{outbound}",
     .sqlIfNo = "{inbound}",
     .control = {6, FilterEditor::YesNo, "directionFilter", QT_TRANSLATE_NOOP("FilterControls", "Both directions"),
                 QT_TRANSLATE_NOOP("FilterControls", "Direction")}},
    {.word = "choices"_L1, .member = memberOf<&CallFilter::choices>()},
    {.word = "onlySettled"_L1,
     .member = memberOf<&CallFilter::onlySettled>(),
     .label = QT_TRANSLATE_NOOP("FilterWords", "Not awaiting an outcome"),
     .sql = "{settled}"},
    {.word = "onlyAwaiting"_L1,
     .member = memberOf<&CallFilter::onlyAwaiting>(),
     .label = QT_TRANSLATE_NOOP("FilterWords", "Awaiting outcome"),
     .sql = "{awaiting}",
     .control = {10, FilterEditor::Switch, "awaitingFilter", QT_TRANSLATE_NOOP("FilterControls", "Awaiting outcome"),
                 QT_TRANSLATE_NOOP("FilterControls", "Only outbound calls whose second message has not arrived")}},
    {.word = "parts"_L1,
     .member = memberOf<&CallFilter::parts>(),
     .label = QT_TRANSLATE_NOOP("FilterWords", "Messages: %1"),
     .value = [](Filter f, Context) { return partsWords(*f.parts); },
     .sql = "{parts}"},
    // The plus keeps the database from taking the index of contacts, which would fetch every row.
    {.word = "onlyContacts"_L1,
     .member = memberOf<&CallFilter::onlyContacts>(),
     .label = QT_TRANSLATE_NOOP("FilterWords", "Of a contact"),
     .sql = "+contact_id > 0"},
    {.word = "onlyAnomalies"_L1,
     .member = memberOf<&CallFilter::onlyAnomalies>(),
     .label = QT_TRANSLATE_NOOP("FilterWords", "With anomalies"),
     .sql = "anomalies <> 0",
     .control = {9, FilterEditor::Switch, "anomalyFilter", QT_TRANSLATE_NOOP("FilterControls", "Anomalies"),
                 QT_TRANSLATE_NOOP("FilterControls", "Only calls with an anomaly")}},
    {.word = "excludedTaskIds"_L1,
     .member = memberOf<&CallFilter::excludedTaskIds>(),
     .label = QT_TRANSLATE_NOOP("FilterWords", "Without campaign %1"),
     .value = [](Filter f, Context x) { return taskNames(f.excludedTaskIds, x); },
     .sql = "task_id NOT IN (%1)"},
    {.word = "excludedCallees"_L1,
     .member = memberOf<&CallFilter::excludedCallees>(),
     .value = calleeCount,
     .sql = "callee NOT IN (%1)",
     .namesPersons = true},
    {.word = "talkAtLeastMs"_L1,
     .member = memberOf<&CallFilter::talkAtLeastMs>(),
     .label = QT_TRANSLATE_NOOP("FilterWords", "Talk at least %1"),
     .value = seconds<&CallFilter::talkAtLeastMs>,
     .sql = "time_answer > 0 AND {talk} >= ?",
     .control = {7, FilterEditor::Seconds, "talkFilter", QT_TRANSLATE_NOOP("FilterControls", "Any talk time"),
                 QT_TRANSLATE_NOOP("FilterControls", "Talk time at least, in seconds")}},
    {.word = "talkBelowMs"_L1,
     .member = memberOf<&CallFilter::talkBelowMs>(),
     .label = QT_TRANSLATE_NOOP("FilterWords", "Talk below %1"),
     .value = seconds<&CallFilter::talkBelowMs>,
     .sql = "time_answer > 0 AND {talk} < ?"},
    {.word = "numberContains"_L1,
     .member = memberOf<&CallFilter::numberContains>(),
     .label = QT_TRANSLATE_NOOP("FilterWords", "Number contains %1"),
     .value = [](Filter f, Context x) { return number(f.numberContains, x); },
     .sql = "(number_found(callee, ?) OR number_found(caller, ?))",
     .bound = [](Filter f) { return QVariantList(2, f.numberContains); },
     .control = {1, FilterEditor::Text, "numberFilter", QT_TRANSLATE_NOOP("FilterControls", "Number contains"),
                 QT_TRANSLATE_NOOP("FilterControls", "Caller or called number contains")},
     .namesPersons = true},
    {.word = "callee"_L1,
     .member = memberOf<&CallFilter::callee>(),
     .label = QT_TRANSLATE_NOOP("FilterWords", "Called number contains %1"),
     .value = [](Filter f, Context x) { return number(f.callee, x); },
     .sql = "number_found(callee, ?)",
     .bound = [](Filter f) { return QVariantList{f.callee}; },
     .namesPersons = true},
    {.word = "uuid"_L1,
     .member = memberOf<&CallFilter::uuid>(),
     .label = QT_TRANSLATE_NOOP("FilterWords", "Call %1"),
     .value = [](Filter f, Context) { return f.uuid; },
     .sql = "call_uuid = ?",
     .control = {8, FilterEditor::Text, "uuidFilter", QT_TRANSLATE_NOOP("FilterControls", "Call id (call_uuid)"),
                 QT_TRANSLATE_NOOP("FilterControls", "Exact call id (call_uuid)")}},
    {.word = "customerContains"_L1,
     .member = memberOf<&CallFilter::customerContains>(),
     .label = QT_TRANSLATE_NOOP("FilterWords", "Customer row contains %1"),
     .value = customerText,
     .sql = "task_row_value LIKE ? ESCAPE '!' AND text_found(task_row_value, ?)",
     .bound =
         [](Filter f) {
             const QString inner = jsonInner(f.customerContains);
             return QVariantList{containing(inner), inner};
         },
     .control = {2, FilterEditor::Text, "customerFilter", QT_TRANSLATE_NOOP("FilterControls", "Customer row contains"),
                 QT_TRANSLATE_NOOP("FilterControls", "Any value of the customer row contains"), 44},
     .namesPersons = true},
    {.word = "contactId"_L1,
     .member = memberOf<&CallFilter::contactId>(),
     .label = QT_TRANSLATE_NOOP("FilterWords", "Tries of one contact"),
     .sql = "contact_id = ?"},
    {.word = "pick"_L1, .member = memberOf<&DrillFilter::pick>(), .value = pickText},
    {.word = "tries"_L1,
     .member = memberOf<&DrillFilter::tries>(),
     .label = QT_TRANSLATE_NOOP("FilterWords", "Try %1"),
     .value = [](Filter f, Context) { return QString::number(*f.drill.tries + 1); }},
    {.word = "previousResult"_L1,
     .member = memberOf<&DrillFilter::previousResult>(),
     .label = QT_TRANSLATE_NOOP("FilterWords", "The try before: %1"),
     .value = [](Filter f, Context x) { return resultName(*f.drill.previousResult, x); }},
    {.word = "afterGap"_L1,
     .member = memberOf<&DrillFilter::afterGap>(),
     .label = QT_TRANSLATE_NOOP("FilterWords", "The try before is missing")},
    {.word = "caller"_L1,
     .member = memberOf<&DrillFilter::caller>(),
     .label = QT_TRANSLATE_NOOP("FilterWords", "Line %1"),
     .value = [](Filter f, Context x) { return number(*f.drill.caller, x); },
     .namesPersons = true},
    {.word = "customerColumn"_L1, .member = memberOf<&DrillFilter::customerColumn>(), .namesPersons = true},
    {.word = "customerValues"_L1,
     .member = memberOf<&DrillFilter::customerValues>(),
     .value =
         [](Filter f, Context x) {
             return Texts::tr("%1: %2").arg(shown(f.drill.customerColumn, x), values(f.drill.customerValues, f, x));
         },
     .namesPersons = true},
    {.word = "excludedCustomerValues"_L1,
     .member = memberOf<&DrillFilter::excludedCustomerValues>(),
     .value =
         [](Filter f, Context x) {
             return Texts::tr("%1: none of %2")
                 .arg(shown(f.drill.customerColumn, x), values(f.drill.excludedCustomerValues, f, x));
         },
     .namesPersons = true},
    {.word = "stretches"_L1, .member = memberOf<&DrillFilter::stretches>(), .value = stretchText},
};

} // namespace

std::span<const FilterCondition> filterConditions()
{
    return Rows;
}

} // namespace callboard
