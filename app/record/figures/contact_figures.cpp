// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/figures/figure_rows.h"

#include "record/filter/call_choices.h"

#include <QCoreApplication>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

template <auto Member>
qint64 count(const GroupFigures &g)
{
    return g.contacts.*Member;
}

bool knowsContacts(const GroupFigures &g)
{
    return g.contacts.isWhole;
}

void attempts(CallFilter &f, const FigureRules &)
{
    f.outbound = true;
}

void contactsTried(CallFilter &f, const FigureRules &)
{
    f.drill.pick = ContactPick::LastTry;
}

void contactsConnected(CallFilter &f, const FigureRules &)
{
    f.drill.pick = ContactPick::FirstConnect;
}

void contactsSuccessful(CallFilter &f, const FigureRules &rules)
{
    f.drill.pick = ContactPick::OncePerContact;
    f.choices.append(choiceOfSuccess(rules));
}

const MetricInfo Rows[] = {
    {.word = "contacts"_L1,
     .name = QT_TRANSLATE_NOOP("Metric", "Contacts"),
     .definition = QT_TRANSLATE_NOOP("Metric", "Contacts (data rows of a task) with a call in the period."),
     .numerator = count<&ContactFigures::attempted>,
     .counted = contactsTried,
     .isKnown = knowsContacts,
     .places = {.summary = 2, .contacts = 1}},
    {.word = "contacts_connected"_L1,
     .name = QT_TRANSLATE_NOOP("Metric", "Contacts reached"),
     .definition =
         QT_TRANSLATE_NOOP("Metric", "Contacts (data rows of a task) with a connected call / contacts attempted."),
     .numerator = count<&ContactFigures::connected>,
     .denominator = count<&ContactFigures::attempted>,
     .counted = contactsConnected,
     .outOf = contactsTried,
     .details = {QT_TRANSLATE_NOOP("Metric", "%3 of %2 tried"), "%3"},
     .isKnown = knowsContacts,
     .places = {.tile = 8, .wall = 8, .summary = 2, .contacts = 1}},
    {.word = "contact_connect_rate"_L1,
     .unit = MetricUnit::Share,
     .name = QT_TRANSLATE_NOOP("Metric", "Contact connect rate"),
     .definition = QT_TRANSLATE_NOOP("Metric", "Contacts with a connected call / contacts attempted."),
     .numerator = count<&ContactFigures::connected>,
     .denominator = count<&ContactFigures::attempted>,
     .counted = contactsConnected,
     .outOf = contactsTried,
     .isKnown = knowsContacts,
     .places = {.keyFigure = 6, .summary = 2, .contacts = 1}},
    {.word = "contacts_successful"_L1,
     .name = QT_TRANSLATE_NOOP("Metric", "Contacts successful"),
     .definition = QT_TRANSLATE_NOOP("Metric", "Contacts with a call whose result is in the task's success rule."),
     .numerator = count<&ContactFigures::successful>,
     .counted = contactsSuccessful,
     .isKnown = knowsContacts,
     .places = {.summary = 2, .contacts = 1}},
    {.word = "conversion"_L1,
     .unit = MetricUnit::Share,
     .name = QT_TRANSLATE_NOOP("Metric", "Conversion"),
     .definition = QT_TRANSLATE_NOOP("Metric", "Successful contacts / connected contacts."),
     .numerator = count<&ContactFigures::successful>,
     .denominator = count<&ContactFigures::connected>,
     .counted = contactsSuccessful,
     .outOf = contactsConnected,
     .isKnown = knowsContacts,
     .places = {.keyFigure = 7, .summary = 2, .contacts = 1}},
    {.word = "attempts_per_contact"_L1,
     .unit = MetricUnit::Quotient,
     .name = QT_TRANSLATE_NOOP("Metric", "Attempts per contact"),
     .definition = QT_TRANSLATE_NOOP("Metric", "Attempts / contacts attempted."),
     .numerator = [](const GroupFigures &g) { return g.tally.attempts; },
     .denominator = count<&ContactFigures::attempted>,
     .counted = attempts,
     .outOf = contactsTried,
     .isKnown = knowsContacts,
     .places = {.keyFigure = 9, .summary = 2, .contacts = 1}},
    {.word = "bad_number_rate"_L1,
     .unit = MetricUnit::Share,
     .name = QT_TRANSLATE_NOOP("Metric", "Bad-number rate"),
     .definition = QT_TRANSLATE_NOOP("Metric", "Contacts whose last result means a bad number / contacts attempted."),
     .numerator = count<&ContactFigures::badNumbers>,
     .denominator = count<&ContactFigures::attempted>,
     .counted =
         [](CallFilter &f, const FigureRules &rules) {
             contactsTried(f, rules);
             f.choices.append(choiceOfFlag(ResultFlag::BadNumber, rules.meanings()));
         },
     .outOf = contactsTried,
     .isKnown = knowsContacts,
     .places = {.keyFigure = 8, .summary = 2, .contacts = 1}},
    {.word = "list_size"_L1,
     .name = QT_TRANSLATE_NOOP("Metric", "List size"),
     .definition = QT_TRANSLATE_NOOP("Metric", "Data rows of the task, as typed in or imported; 0: unknown."),
     .numerator = [](const GroupFigures &g) { return g.listSize; },
     .places = {.summary = 2}},
    {.word = "progress"_L1, // only of campaigns whose list size is known, so that the totals' progress is theirs, too
     .unit = MetricUnit::Share,
     .name = QT_TRANSLATE_NOOP("Metric", "Progress"),
     .definition = QT_TRANSLATE_NOOP("Metric", "Contacts tried at any time / list size of the task."),
     .numerator = [](const GroupFigures &g) { return g.listSize > 0 ? g.triedEver.attempted : qint64(0); },
     .denominator = [](const GroupFigures &g) { return g.listSize; },
     .counted =
         [](CallFilter &f, const FigureRules &rules) {
             f.range = {};
             contactsTried(f, rules);
         },
     .isKnown = [](const GroupFigures &g) { return g.listSize == 0 || g.triedEver.isWhole; },
     .places = {.summary = 2}},
};

} // namespace

std::span<const MetricInfo> contactFigures()
{
    return Rows;
}

} // namespace callboard
