// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/calls_chips.h"

#include "record/call_choices.h"
#include "ui/charts/flow_layout.h"
#include "ui/models/call_columns_table.h"
#include "ui/theme/format.h"

#include <QEvent>
#include <QToolButton>

namespace callboard {

using namespace Qt::StringLiterals;

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
    into.drill = filter.drill;
}

CallsChips::CallsChips(const Format &format, std::function<QString(const QString &)> taskName, QWidget *parent)
    : QWidget(parent)
    , m_format(format)
    , m_taskName(std::move(taskName))
{
    new FlowLayout(this);
    hide();
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
    addResultChips();
    addChoiceChips();
    addExclusionChips();
    addOtherChips();
    addContactChips();
    addValueChips();
    setVisible(!m_parts.isEmpty());
}

void CallsChips::addChip(const QString &name, const QString &text, Remover remove)
{
    auto *chip = new QToolButton(this);
    chip->setObjectName(name);
    chip->setProperty("look", u"boxed"_s);
    chip->setFocusPolicy(Qt::StrongFocus);
    chip->setText(text + u"  ✕"_s);
    chip->setAccessibleName(tr("Remove: %1").arg(text));
    chip->setToolTip(tr("Click to remove this restriction"));
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

QString CallsChips::rangeText(const TimeRange &range) const
{
    const bool open = range.to == TimeRange().to;
    if (range.from <= 0 && open)
        return tr("All time");
    if (open)
        return tr("From %1 on").arg(m_format.dateTime(range.from));
    if (range.from <= 0)
        return tr("Before %1").arg(m_format.dateTime(range.to));
    const bool sameDay = m_format.dateTime(range.from).first(10) == m_format.dateTime(range.to).first(10);
    return tr("%1 to %2")
        .arg(m_format.dateTime(range.from), sameDay ? m_format.time(range.to) : m_format.dateTime(range.to));
}

QString CallsChips::taskNames(const QStringList &taskIds) const
{
    QStringList names;
    for (const QString &id : taskIds)
        names.append(m_taskName ? m_taskName(id) : id);
    return names.join(tr(", "));
}

QString CallsChips::taskText() const
{
    constexpr qsizetype MostNames = 3;
    if (m_parts.taskIds->isEmpty())
        return tr("All campaigns");
    if (m_parts.taskIds->size() > MostNames)
        return tr("%1 campaigns").arg(m_parts.taskIds->size());
    return tr("Campaign: %1").arg(taskNames(*m_parts.taskIds));
}

void CallsChips::addRangeChips()
{
    if (m_parts.range)
        addChip(u"rangeChip"_s, rangeText(*m_parts.range), [](Parts &p) { p.range.reset(); });
    if (m_parts.taskIds)
        addChip(u"taskChip"_s, taskText(), [](Parts &p) { p.taskIds.reset(); });
}

void CallsChips::addResultChips()
{
    const CallFilter &f = m_parts.filter;
    if (!f.excludedResults.isEmpty())
        addChip(u"excludedChip"_s, tr("Without the results %1").arg(f.excludedResults.join(tr(", "))),
                [](Parts &p) { p.filter.excludedResults.clear(); });
    if (f.direction)
        addChip(u"directionChip"_s, tr("Pushed direction %1").arg(*f.direction),
                [](Parts &p) { p.filter.direction.reset(); });
    if (f.onlySeized)
        addChip(u"seizedChip"_s, tr("It rang (time_ring set)"), [](Parts &p) { p.filter.onlySeized = false; });
}

void CallsChips::addChoiceChips()
{
    const CallFilter &f = m_parts.filter;
    for (const CallChoice &choice : f.choices)
        addChip(u"choiceChip"_s, choiceWord(choice), [choice](Parts &p) { p.filter.choices.removeAll(choice); });
    if (f.onlySettled)
        addChip(u"settledChip"_s, tr("Not awaiting an outcome"), [](Parts &p) { p.filter.onlySettled = false; });
    if (f.parts)
        addChip(u"partsChip"_s, tr("Messages: %1").arg(callPartsText(static_cast<quint8>(*f.parts))),
                [](Parts &p) { p.filter.parts.reset(); });
    if (f.onlyContacts)
        addChip(u"contactsChip"_s, tr("Of a contact"), [](Parts &p) { p.filter.onlyContacts = false; });
}

void CallsChips::addExclusionChips()
{
    const CallFilter &f = m_parts.filter;
    if (!f.excludedTaskIds.isEmpty())
        addChip(u"excludedTaskChip"_s, tr("Without campaign %1").arg(taskNames(f.excludedTaskIds)),
                [](Parts &p) { p.filter.excludedTaskIds.clear(); });
    if (!f.excludedCallees.isEmpty())
        addChip(u"excludedCalleeChip"_s,
                f.excludedCallees.size() == 1 ? tr("Without one called number")
                                              : tr("Without %1 called numbers").arg(f.excludedCallees.size()),
                [](Parts &p) { p.filter.excludedCallees.clear(); });
}

void CallsChips::addOtherChips()
{
    const CallFilter &f = m_parts.filter;
    if (f.talkAtLeastMs)
        addChip(u"talkAtLeastChip"_s, tr("Talk at least %1").arg(m_format.exactSeconds(*f.talkAtLeastMs)),
                [](Parts &p) { p.filter.talkAtLeastMs.reset(); });
    if (f.talkBelowMs)
        addChip(u"talkBelowChip"_s, tr("Talk below %1").arg(m_format.exactSeconds(*f.talkBelowMs)),
                [](Parts &p) { p.filter.talkBelowMs.reset(); });
    if (!f.callee.isEmpty())
        addChip(u"calleeChip"_s, tr("One called number"), [](Parts &p) { p.filter.callee.clear(); });
    if (f.contactId != 0)
        addChip(u"contactChip"_s, tr("Tries of one contact"), [](Parts &p) { p.filter.contactId = 0; });
}

void CallsChips::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        rebuild();
    QWidget::changeEvent(event);
}

} // namespace callboard
