// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/calls_chips.h"

#include "record/filter/filter_words.h"
#include "text/format.h"
#include "ui/common/forms/flow_layout.h"
#include "ui/common/theme/bind_text.h"
#include "ui/common/theme/plain_text.h"

#include <QDateTime>
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
    into.choices += filter.choices;
    for (const FilterCondition &condition : filterConditions()) {
        if (condition.word != "choices"_L1 && condition.member.isSet(filter))
            condition.member.copy(filter, into);
    }
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

void CallsChips::takeChoice(ViewState::Choice choice)
{
    if (choice == ViewState::Choice::Period)
        m_parts.range.reset();
    else
        m_parts.taskIds.reset();
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
    if (m_parts.range) {
        TimeRange range = *m_parts.range;
        if (range.to > QDateTime::currentMSecsSinceEpoch()) // of a period that goes on
            range.to = TimeRange().to;
        addChip(u"rangeChip"_s, rangeWords(range, m_format.zone()), [](Parts &p) { p.range.reset(); });
    }
    if (m_parts.taskIds)
        addChip(u"taskChip"_s, taskWords(*m_parts.taskIds, wordsContext()), [](Parts &p) { p.taskIds.reset(); });
}

void CallsChips::addFilterChips()
{
    const QList<FilterWord> words = filterWords(m_parts.filter, wordsContext());
    for (const FilterWord &word : words) {
        const auto remove = [word](Parts &parts) {
            if (word.choice >= 0)
                parts.filter.choices.removeAt(word.choice);
            else
                word.condition->member.clear(parts.filter);
        };
        addChip(QString(word.condition->word) + "Chip"_L1, word.text, remove);
    }
}

} // namespace callboard
