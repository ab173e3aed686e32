// SPDX-License-Identifier: GPL-3.0-or-later
// The filter of the Calls page: the frame's choice, the bar, the chips, and saved filters.
#include "record/filter/call_choices.h"
#include "ui/calls/call_list_loader.h"
#include "ui/calls/calls_detail.h"
#include "ui/calls/calls_filter_bar.h"
#include "ui/calls/calls_page.h"
#include "ui/calls/calls_saved.h"
#include "ui/session/figures/live_figures.h"
#include "ui/session/view_state.h"

#include <QDateTime>
#include <QLabel>
#include <QPushButton>

namespace callboard {

CallFilter CallsPage::frameFilter() const
{
    CallFilter frame;
    frame.range = m_services.view.period().resolve(QDateTime::currentMSecsSinceEpoch(), m_services.format.zone());
    frame.taskIds = m_services.view.taskIds();
    return frame;
}

CallFilter CallsPage::filter() const
{
    CallFilter filter = frameFilter();
    m_bar->applyTo(filter);
    m_chips->parts().applyTo(filter);
    return filter;
}

/// All calls of the period and the campaigns that are shown: the "M" of "N of M".
CallFilter CallsPage::unfiltered() const
{
    CallFilter all = frameFilter();
    all.range = m_chips->parts().range.value_or(all.range);
    all.taskIds = m_chips->parts().taskIds.value_or(all.taskIds);
    return all;
}

ViewScope CallsPage::scope() const
{
    return m_chips->scope();
}

void CallsPage::showFilter(const CallFilter &wanted)
{
    const CallFilter frame = frameFilter();
    CallsChips::Parts parts{CallsFilterBar::withoutControls(wanted), {}, {}};
    if (wanted.range != frame.range)
        parts.range = wanted.range;
    if (wanted.taskIds != frame.taskIds)
        parts.taskIds = wanted.taskIds;
    m_bar->setFilter(wanted);
    m_chips->setParts(parts);
    takeChange();
}

void CallsPage::reset()
{
    m_bar->setFilter({});
    m_chips->setParts({});
    takeChange();
}

void CallsPage::takeFrameChange(ViewState::Choice choice)
{
    m_chips->takeChoice(choice);
    takeChange();
}

/// What codes mean changed: words, colours, and the calls behind a class or a success rule.
void CallsPage::takeRules()
{
    const FigureRules &rules = m_services.feed.rules();
    m_model->setMeanings(rules.meanings());
    m_detail->setMeanings(rules.meanings());
    m_bar->setRules(rules);
    CallsChips::Parts parts = m_chips->parts();
    for (CallChoice &choice : parts.filter.choices)
        choice = resolvedChoice(choice.name, rules);
    if (parts.filter.choices == m_chips->parts().filter.choices)
        return;
    m_chips->setParts(parts);
    takeChange();
}

void CallsPage::takeChange()
{
    m_total = -1;
    askElsewhere();
    m_loader->reload(true);
    Q_EMIT scopeChanged();
    Q_EMIT stateChanged();
}

/// Who looks for a number or a name may not know when the call was.
void CallsPage::askElsewhere()
{
    m_everywhere = -1;
    m_elsewhereQuery.cancel();
    m_elsewhere->hide();
    CallFilter everywhere = filter();
    const bool searches =
        !everywhere.numberContains.isEmpty() || !everywhere.customerContains.isEmpty() || !everywhere.uuid.isEmpty();
    if (!searches || everywhere.range == TimeRange())
        return;
    everywhere.range = {};
    m_elsewhereQuery = m_services.readers.ask<qint64>(
        this, [everywhere](Connection &connection) { return countCalls(connection, everywhere); },
        [this](const qint64 &count) {
            m_everywhere = count;
            showElsewhere();
        });
}

void CallsPage::showElsewhere()
{
    if (m_loader->isLoading())
        return; // comes again with the list
    const qint64 here = m_model->index().count;
    m_elsewhere->setVisible(m_everywhere > here);
    const QString others = m_services.format.count(m_everywhere - here);
    m_elsewhere->setText(here == 0 ? tr("None in this period, %1 at other times: show").arg(others)
                                   : tr("%1 more at other times: show").arg(others));
}

void CallsPage::showAllTime()
{
    CallFilter everywhere = filter();
    everywhere.range = {};
    showFilter(everywhere);
}

SavedFilter CallsPage::current(const QString &name) const
{
    SavedFilter saved{name, m_services.view.period(), m_services.view.taskIds(), filter(), {}, {}};
    saved.filter.range = {};
    saved.filter.taskIds.clear();
    for (CallChoice &choice : saved.filter.choices)
        choice.anyOf.clear();
    saved.range = m_chips->parts().range;
    saved.ownTaskIds = m_chips->parts().taskIds;
    return saved;
}

void CallsPage::saveFilter(const QString &name)
{
    m_saved->put(current(name));
    m_notice->setText(tr("The filter is saved as “%1”.").arg(name));
    m_noticeTimer.start();
}

void CallsPage::showSaved(const SavedFilter &saved)
{
    m_services.view.setPeriod(saved.period);
    m_services.view.setTaskIds(saved.taskIds);
    showInFrame(saved);
}

/// With the period and the campaigns that the frame has, where the filter has none of its own.
void CallsPage::showInFrame(const SavedFilter &saved)
{
    CallFilter wanted = saved.filter;
    const CallFilter frame = frameFilter();
    wanted.range = saved.range.value_or(frame.range);
    wanted.taskIds = saved.ownTaskIds.value_or(frame.taskIds);
    for (CallChoice &choice : wanted.choices)
        choice = resolvedChoice(choice.name, m_services.feed.rules());
    showFilter(wanted);
}

} // namespace callboard
