// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/filter/filter_words.h"

#include "record/filter/call_choices.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(FilterWords)
};

QString separator()
{
    return Texts::tr(", ");
}

QString dateTime(qint64 epochMs, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(epochMs, zone).toString(u"yyyy-MM-dd HH:mm:ss"_s);
}

QString timeOfDay(qint64 epochMs, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(epochMs, zone).toString(u"HH:mm:ss"_s);
}

QString seconds(qint64 ms)
{
    const QLocale locale(programSpeaksChinese() ? u"zh_CN"_s : u"en"_s);
    return Texts::tr("%1 s").arg(locale.toString(static_cast<double>(ms) / 1000, 'f', 1));
}

/// Gathers the words of one filter, part after part.
class Words
{
public:
    Words(const CallFilter &filter, const FilterWordsContext &context)
        : m_filter(filter)
        , m_context(context)
    { }

    QList<FilterWord> all()
    {
        addResults();
        addState();
        addChoices();
        addMessages();
        addExclusions();
        addTalk();
        addTexts();
        addContacts();
        addValues();
        return m_words;
    }

private:
    void add(FilterPart part, const QString &words, qsizetype choice = -1) { m_words.append({part, words, choice}); }
    bool covers() const { return m_context.privacy == Privacy::Masked; }
    QString number(const QString &number) const { return covers() ? maskNumber(number) : number; }
    QString shown(const QString &value) const { return covers() ? maskText(value) : value; }
    QString resultName(const QString &code) const;
    QString resultNames(const QStringList &codes) const;
    QString taskNames(const QStringList &taskIds) const;
    QString values(const QStringList &values) const;
    QString customerText() const;
    QString pickText() const;
    void addResults();
    void addState();
    void addChoices();
    void addMessages();
    void addExclusions();
    void addTalk();
    void addTexts();
    void addContacts();
    void addValues();

    const CallFilter &m_filter;
    const FilterWordsContext &m_context;
    QList<FilterWord> m_words;
};

QString Words::resultName(const QString &code) const
{
    return m_context.resultName ? m_context.resultName(code) : resultWord(code, {}, programSpeaksChinese());
}

QString Words::resultNames(const QStringList &codes) const
{
    QStringList names;
    for (const QString &code : codes) {
        const QString name = resultName(code);
        names.append(code.isEmpty() || name == code ? name : code + u' ' + name);
    }
    return names.join(separator());
}

QString Words::taskNames(const QStringList &taskIds) const
{
    QStringList names;
    for (const QString &id : taskIds)
        names.append(m_context.taskName ? m_context.taskName(id) : id);
    return names.join(separator());
}

void Words::addResults()
{
    if (!m_filter.results.isEmpty())
        add(FilterPart::Results, Texts::tr("With the results %1").arg(resultNames(m_filter.results)));
    if (!m_filter.excludedResults.isEmpty())
        add(FilterPart::ExcludedResults,
            Texts::tr("Without the results %1").arg(m_filter.excludedResults.join(separator())));
}

void Words::addState()
{
    if (m_filter.direction)
        add(FilterPart::Direction, Texts::tr("Pushed direction %1").arg(*m_filter.direction));
    if (m_filter.onlySeized)
        add(FilterPart::Seized, Texts::tr("It rang (time_ring set)"));
    if (m_filter.onlyDialled)
        add(FilterPart::Dialled, Texts::tr("It says when it was dialled (time_dial set)"));
    if (m_filter.answered)
        add(FilterPart::Answered, *m_filter.answered ? Texts::tr("Answered") : Texts::tr("Not answered"));
    if (m_filter.outbound)
        add(FilterPart::Outbound, *m_filter.outbound ? Texts::tr("Outbound") : Texts::tr("Inbound"));
}

void Words::addChoices()
{
    for (qsizetype i = 0; i < m_filter.choices.size(); ++i) {
        const CallChoice &choice = m_filter.choices.at(i);
        const QString word = choiceWord(choice);
        add(FilterPart::Choice, word.isEmpty() ? Texts::tr("One of %1 kinds of calls").arg(choice.anyOf.size()) : word,
            i);
    }
    if (m_filter.onlySettled)
        add(FilterPart::Settled, Texts::tr("Not awaiting an outcome"));
    if (m_filter.onlyAwaiting)
        add(FilterPart::Awaiting, Texts::tr("Awaiting outcome"));
}

void Words::addMessages()
{
    if (m_filter.parts)
        add(FilterPart::Parts, Texts::tr("Messages: %1").arg(partsWords(*m_filter.parts)));
    if (m_filter.onlyContacts)
        add(FilterPart::OnlyContacts, Texts::tr("Of a contact"));
    if (m_filter.onlyAnomalies)
        add(FilterPart::OnlyAnomalies, Texts::tr("With anomalies"));
}

void Words::addExclusions()
{
    if (!m_filter.excludedTaskIds.isEmpty())
        add(FilterPart::ExcludedTasks, Texts::tr("Without campaign %1").arg(taskNames(m_filter.excludedTaskIds)));
    const qsizetype callees = m_filter.excludedCallees.size();
    if (callees > 0)
        add(FilterPart::ExcludedCallees,
            callees == 1 ? Texts::tr("Without one called number")
                         : Texts::tr("Without %1 called numbers").arg(callees));
}

void Words::addTalk()
{
    if (m_filter.talkAtLeastMs)
        add(FilterPart::TalkAtLeast, Texts::tr("Talk at least %1").arg(seconds(*m_filter.talkAtLeastMs)));
    if (m_filter.talkBelowMs)
        add(FilterPart::TalkBelow, Texts::tr("Talk below %1").arg(seconds(*m_filter.talkBelowMs)));
}

/// What was looked for in the customer row may be a name: where names are covered, so is this.
QString Words::customerText() const
{
    return covers() && !m_context.personalColumns.isEmpty() ? WhollyCovered.toString()
                                                            : shown(m_filter.customerContains);
}

void Words::addTexts()
{
    if (!m_filter.numberContains.isEmpty())
        add(FilterPart::Number, Texts::tr("Number contains %1").arg(number(m_filter.numberContains)));
    if (!m_filter.callee.isEmpty())
        add(FilterPart::Callee, Texts::tr("Called number contains %1").arg(number(m_filter.callee)));
    if (!m_filter.uuid.isEmpty())
        add(FilterPart::Uuid, Texts::tr("Call %1").arg(m_filter.uuid));
    if (!m_filter.customerContains.isEmpty())
        add(FilterPart::Customer, Texts::tr("Customer row contains %1").arg(customerText()));
    if (m_filter.contactId != 0)
        add(FilterPart::Contact, Texts::tr("Tries of one contact"));
}

QString Words::pickText() const
{
    switch (m_filter.drill.pick) {
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

void Words::addContacts()
{
    const DrillFilter &drill = m_filter.drill;
    if (drill.pick != ContactPick::Every)
        add(FilterPart::Pick, pickText());
    if (drill.tries)
        add(FilterPart::Tries, Texts::tr("Try %1").arg(*drill.tries + 1));
    if (drill.previousResult)
        add(FilterPart::PreviousResult, Texts::tr("The try before: %1").arg(resultName(*drill.previousResult)));
    if (drill.afterGap)
        add(FilterPart::Gap, Texts::tr("The try before is missing"));
}

/// Values of a customer column, a few of them; what is personal is covered, as everywhere.
QString Words::values(const QStringList &values) const
{
    constexpr qsizetype MostValues = 3;
    const bool isCovered = covers() && m_context.personalColumns.contains(m_filter.drill.customerColumn);
    QStringList words;
    for (const QString &value : values.first(std::min(values.size(), MostValues)))
        words.append(value.isEmpty() ? Texts::tr("no value") : isCovered ? WhollyCovered.toString() : shown(value));
    return words.join(separator()) + (values.size() > MostValues ? u" …"_s : QString());
}

void Words::addValues()
{
    const DrillFilter &drill = m_filter.drill;
    if (drill.caller)
        add(FilterPart::Caller, Texts::tr("Line %1").arg(number(*drill.caller)));
    if (!drill.customerValues.isEmpty())
        add(FilterPart::CustomerValues,
            Texts::tr("%1: %2").arg(shown(drill.customerColumn), values(drill.customerValues)));
    if (!drill.excludedCustomerValues.isEmpty())
        add(FilterPart::ExcludedCustomerValues,
            Texts::tr("%1: none of %2").arg(shown(drill.customerColumn), values(drill.excludedCustomerValues)));
    if (drill.stretches.size() == 1)
        add(FilterPart::Stretches, rangeWords(drill.stretches.constFirst(), m_context.zone));
    else if (!drill.stretches.isEmpty())
        add(FilterPart::Stretches,
            Texts::tr("%1 stretches of time from %2 on")
                .arg(drill.stretches.size())
                .arg(dateTime(drill.stretches.constFirst().from, m_context.zone)));
}

} // namespace

QList<FilterWord> filterWords(const CallFilter &filter, const FilterWordsContext &context)
{
    return Words(filter, context).all();
}

QString rangeWords(const TimeRange &range, const QTimeZone &zone)
{
    const bool open = range.to == TimeRange().to;
    if (range.from <= 0 && open)
        return Texts::tr("All time");
    if (open)
        return Texts::tr("From %1 on").arg(dateTime(range.from, zone));
    if (range.from <= 0)
        return Texts::tr("Before %1").arg(dateTime(range.to, zone));
    const bool sameDay = dateTime(range.from, zone).first(10) == dateTime(range.to, zone).first(10);
    return Texts::tr("%1 to %2")
        .arg(dateTime(range.from, zone), sameDay ? timeOfDay(range.to, zone) : dateTime(range.to, zone));
}

QString taskWords(const QStringList &taskIds, const FilterWordsContext &context, qsizetype mostNames)
{
    if (taskIds.isEmpty())
        return Texts::tr("All campaigns");
    if (taskIds.size() > mostNames)
        return Texts::tr("%1 campaigns").arg(taskIds.size());
    return Texts::tr("Campaign: %1").arg(taskNames(taskIds, context));
}

QString taskNames(const QStringList &taskIds, const FilterWordsContext &context)
{
    QStringList names;
    for (const QString &id : taskIds)
        names.append(context.taskName ? context.taskName(id) : id);
    return names.join(separator());
}

QString partsWords(CallParts parts)
{
    return Texts::tr(parts.select(
        QT_TRANSLATE_NOOP("FilterWords", "none"), QT_TRANSLATE_NOOP("FilterWords", "basic part only"),
        QT_TRANSLATE_NOOP("FilterWords", "outbound part only"), QT_TRANSLATE_NOOP("FilterWords", "both parts")));
}

bool programSpeaksChinese()
{
    //: The code of the language that the texts of this file are in, such as zh_CN.
    return QCoreApplication::translate("FilterWords", "en").startsWith("zh"_L1);
}

} // namespace callboard
