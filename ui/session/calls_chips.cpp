// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/calls_chips.h"

#include "record/filter/filter_words.h"
#include "text/format.h"
#include "ui/common/forms/flow_layout.h"
#include "ui/common/theme/bind_text.h"
#include "ui/common/theme/plain_text.h"

#include <QToolButton>

#include <algorithm>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

/// What a chip is called, and how its restriction goes.
struct ChipKind
{
    FilterPart part;
    QLatin1StringView name;
    void (*forget)(CallFilter &);
};

constexpr ChipKind ChipKinds[] = {
    {FilterPart::Results, "resultsChip"_L1, [](CallFilter &f) { f.results.clear(); }},
    {FilterPart::Answered, "answeredChip"_L1, [](CallFilter &f) { f.answered.reset(); }},
    {FilterPart::Outbound, "outboundChip"_L1, [](CallFilter &f) { f.outbound.reset(); }},
    {FilterPart::Awaiting, "awaitingChip"_L1, [](CallFilter &f) { f.onlyAwaiting = false; }},
    {FilterPart::OnlyAnomalies, "anomaliesChip"_L1, [](CallFilter &f) { f.onlyAnomalies = false; }},
    {FilterPart::Number, "numberChip"_L1, [](CallFilter &f) { f.numberContains.clear(); }},
    {FilterPart::Customer, "customerChip"_L1, [](CallFilter &f) { f.customerContains.clear(); }},
    {FilterPart::Uuid, "uuidChip"_L1, [](CallFilter &f) { f.uuid.clear(); }},
    {FilterPart::ExcludedResults, "excludedChip"_L1, [](CallFilter &f) { f.excludedResults.clear(); }},
    {FilterPart::Direction, "directionChip"_L1, [](CallFilter &f) { f.direction.reset(); }},
    {FilterPart::Seized, "seizedChip"_L1, [](CallFilter &f) { f.onlySeized = false; }},
    {FilterPart::Dialled, "dialledChip"_L1, [](CallFilter &f) { f.onlyDialled = false; }},
    {FilterPart::Settled, "settledChip"_L1, [](CallFilter &f) { f.onlySettled = false; }},
    {FilterPart::Parts, "partsChip"_L1, [](CallFilter &f) { f.parts.reset(); }},
    {FilterPart::OnlyContacts, "contactsChip"_L1, [](CallFilter &f) { f.onlyContacts = false; }},
    {FilterPart::ExcludedTasks, "excludedTaskChip"_L1, [](CallFilter &f) { f.excludedTaskIds.clear(); }},
    {FilterPart::ExcludedCallees, "excludedCalleeChip"_L1, [](CallFilter &f) { f.excludedCallees.clear(); }},
    {FilterPart::TalkAtLeast, "talkAtLeastChip"_L1, [](CallFilter &f) { f.talkAtLeastMs.reset(); }},
    {FilterPart::TalkBelow, "talkBelowChip"_L1, [](CallFilter &f) { f.talkBelowMs.reset(); }},
    {FilterPart::Callee, "calleeChip"_L1, [](CallFilter &f) { f.callee.clear(); }},
    {FilterPart::Contact, "contactChip"_L1, [](CallFilter &f) { f.contactId = 0; }},
    {FilterPart::Pick, "pickChip"_L1, [](CallFilter &f) { f.drill.pick = ContactPick::Every; }},
    {FilterPart::Tries, "triesChip"_L1, [](CallFilter &f) { f.drill.tries.reset(); }},
    {FilterPart::PreviousResult, "previousChip"_L1, [](CallFilter &f) { f.drill.previousResult.reset(); }},
    {FilterPart::Gap, "gapChip"_L1, [](CallFilter &f) { f.drill.afterGap = false; }},
    {FilterPart::Caller, "callerChip"_L1, [](CallFilter &f) { f.drill.caller.reset(); }},
    {FilterPart::CustomerValues, "customerValueChip"_L1, [](CallFilter &f) { f.drill.customerValues.clear(); }},
    {FilterPart::ExcludedCustomerValues, "otherValueChip"_L1,
     [](CallFilter &f) { f.drill.excludedCustomerValues.clear(); }},
    {FilterPart::Stretches, "stretchChip"_L1, [](CallFilter &f) { f.drill.stretches.clear(); }},
};

const ChipKind *findChip(FilterPart part)
{
    const auto found = std::find_if(std::begin(ChipKinds), std::end(ChipKinds),
                                    [part](const ChipKind &kind) { return kind.part == part; });
    return found == std::end(ChipKinds) ? nullptr : found;
}

} // namespace

bool CallsChips::Parts::isEmpty() const
{
    return !range && !taskIds && filter == CallFilter();
}

void CallsChips::Parts::applyTo(CallFilter &into) const
{
    if (range)
        into.range = *range;
    if (taskIds)
        into.taskIds = *taskIds;
    into.excludedResults = filter.excludedResults;
    into.excludedTaskIds = filter.excludedTaskIds;
    into.excludedCallees = filter.excludedCallees;
    into.choices += filter.choices;
    into.onlySettled = into.onlySettled || filter.onlySettled;
    into.onlyContacts = filter.onlyContacts;
    into.direction = filter.direction;
    into.parts = filter.parts;
    if (filter.talkAtLeastMs)
        into.talkAtLeastMs = filter.talkAtLeastMs;
    into.talkBelowMs = filter.talkBelowMs;
    into.callee = filter.callee;
    into.contactId = filter.contactId;
    into.onlySeized = filter.onlySeized;
    into.onlyDialled = filter.onlyDialled;
    into.drill = filter.drill;
}

CallsChips::CallsChips(const Format &format, std::function<QString(const QString &)> taskName, QWidget *parent)
    : QWidget(parent)
    , m_format(format)
    , m_taskName(std::move(taskName))
{
    new FlowLayout(this);
    hide();
    onLanguageChange(this, [this] { rebuild(); });
}

void CallsChips::setParts(const Parts &parts)
{
    m_parts = parts;
    m_parts.filter.range = {};
    m_parts.filter.taskIds.clear();
    rebuild();
}

void CallsChips::setPersonalColumns(const QStringList &columns)
{
    m_personalColumns = columns;
    rebuild();
}

void CallsChips::rebuild()
{
    qDeleteAll(findChildren<QToolButton *>(QString(), Qt::FindDirectChildrenOnly));
    addRangeChips();
    addFilterChips();
    setVisible(!m_parts.isEmpty());
}

void CallsChips::addChip(const QString &name, const QString &text, Remover remove)
{
    auto *chip = new QToolButton(this);
    chip->setObjectName(name);
    chip->setProperty("styleClass", u"boxed"_s);
    chip->setFocusPolicy(Qt::StrongFocus);
    chip->setText(buttonText(text) + u"  ✕"_s);
    chip->setAccessibleName(tr("Remove: %1").arg(text));
    setTip(chip, tr("Click to remove this condition"));
    layout()->addWidget(chip);
    chip->show();
    // Queued: the chip is deleted by its own click.
    const auto removed = [this, remove = std::move(remove)] {
        remove(m_parts);
        rebuild();
        Q_EMIT partsChanged();
    };
    connect(chip, &QToolButton::clicked, this, removed, Qt::QueuedConnection);
}

FilterWordsContext CallsChips::wordsContext() const
{
    return {m_format.zone(), Privacy::Masked, m_personalColumns, m_taskName, {}};
}

void CallsChips::addRangeChips()
{
    if (m_parts.range)
        addChip(u"rangeChip"_s, rangeWords(*m_parts.range, m_format.zone()), [](Parts &p) { p.range.reset(); });
    if (m_parts.taskIds)
        addChip(u"taskChip"_s, taskWords(*m_parts.taskIds, wordsContext()), [](Parts &p) { p.taskIds.reset(); });
}

void CallsChips::addFilterChips()
{
    const QList<FilterWord> words = filterWords(m_parts.filter, wordsContext());
    for (const FilterWord &word : words) {
        if (word.part == FilterPart::Choice) {
            const CallChoice choice = m_parts.filter.choices.at(word.choice);
            addChip(u"choiceChip"_s, word.text, [choice](Parts &p) { p.filter.choices.removeAll(choice); });
        } else if (const ChipKind *kind = findChip(word.part)) {
            addChip(QString(kind->name), word.text, [forget = kind->forget](Parts &p) { forget(p.filter); });
        }
    }
}

} // namespace callboard
