// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/report_subject.h"

#include "record/filter/call_choices.h"
#include "record/filter/filter_words.h"
#include "text/format.h"
#include "ui/common/theme/bind_text.h"
#include "ui/common/theme/plain_text.h"
#include "ui/common/theme/theme.h"
#include "ui/session/figures/live_figures.h"
#include "ui/session/view_state.h"

#include <QDateTime>
#include <QLabel>
#include <QVBoxLayout>

namespace callboard {

using namespace Qt::StringLiterals;

ReportSubject::ReportSubject(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_words(new PlainLabel)
    , m_chips(new CallsChips(services.format,
                             [feed = &services.feed](const QString &taskId) { return feed->taskName(taskId); }))
{
    m_words->setObjectName(u"reportScope"_s);
    m_words->setWordWrap(true);
    m_chips->setObjectName(u"reportChips"_s);
    m_chips->setPersonalColumns(services.view.personalColumns());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Theme::Unit);
    layout->addWidget(m_words);
    layout->addWidget(m_chips);
    connect(m_chips, &CallsChips::partsChanged, this, [this] {
        showWords();
        Q_EMIT changed();
    });
    connect(&services.view, &ViewState::changed, this, &ReportSubject::takeFrameChange);
    connect(&services.view, &ViewState::privacyChanged, this,
            [this] { m_chips->setPersonalColumns(m_services.view.personalColumns()); });
    connect(&services.feed, &LiveFigures::figuresChanged, this, &ReportSubject::takeRules);
    bindLanguage(this, [this] { showWords(); });
}

CallFilter ReportSubject::frameFilter() const
{
    CallFilter frame;
    frame.range = m_services.view.period().resolve(QDateTime::currentMSecsSinceEpoch(), m_services.format.zone());
    frame.taskIds = m_services.view.taskIds();
    return frame;
}

void ReportSubject::setFilter(const CallFilter &wanted)
{
    const CallFilter frame = frameFilter();
    CallsChips::Parts parts{wanted, {}, {}};
    if (wanted.range != frame.range)
        parts.range = wanted.range;
    if (wanted.taskIds != frame.taskIds)
        parts.taskIds = wanted.taskIds;
    m_chips->setParts(parts);
    showWords();
    Q_EMIT changed();
}

CallFilter ReportSubject::filter() const
{
    const CallFilter frame = frameFilter();
    const CallsChips::Parts &parts = m_chips->parts();
    CallFilter filter = parts.filter;
    filter.range = parts.range.value_or(frame.range);
    filter.taskIds = parts.taskIds.value_or(frame.taskIds);
    return filter;
}

void ReportSubject::takeFrameChange(ViewState::Choice choice)
{
    m_chips->takeChoice(choice);
    showWords();
    Q_EMIT changed();
}

/// What codes mean changed: the calls behind a class or a success rule are others now.
void ReportSubject::takeRules()
{
    CallsChips::Parts parts = m_chips->parts();
    for (CallChoice &choice : parts.filter.choices)
        choice = resolvedChoice(choice.name, m_services.feed.rules());
    if (parts.filter.choices == m_chips->parts().filter.choices)
        return showWords(); // a campaign may have got another name
    m_chips->setParts(parts);
    Q_EMIT changed();
}

QString ReportSubject::periodWords() const
{
    const TimeRange range = frameFilter().range;
    const QString from = m_services.format.dateTime(range.from);
    switch (m_services.view.period().kind) {
    case PeriodKind::Today:
        return tr("Today, from %1 on").arg(from);
    case PeriodKind::Last15Minutes:
        return tr("The last 15 minutes, from %1 on").arg(from);
    case PeriodKind::LastHour:
        return tr("The last hour, from %1 on").arg(from);
    case PeriodKind::Last24Hours:
        return tr("The last 24 hours, from %1 on").arg(from);
    case PeriodKind::Yesterday:
        return tr("Yesterday, %1").arg(rangeWords(range, m_services.format.zone()));
    case PeriodKind::Last7Days:
        return tr("The last 7 days, from %1 on").arg(from);
    case PeriodKind::Custom:
        break;
    }
    return rangeWords(range, m_services.format.zone());
}

void ReportSubject::showWords()
{
    const CallsChips::Parts &parts = m_chips->parts();
    FilterWordsContext context;
    context.taskName = [this](const QString &taskId) { return m_services.feed.taskName(taskId); };
    QStringList lines;
    if (!parts.range)
        lines.append(tr("%1 (%2)").arg(periodWords(), QString::fromUtf8(m_services.format.zone().id())));
    if (!parts.taskIds)
        lines.append(taskWords(m_services.view.taskIds(), context));
    m_words->setText(lines.join(u'\n'));
    m_words->setVisible(!lines.isEmpty());
    setTip(m_words, tr("Period and campaigns are chosen at the top, for all pages."));
}

} // namespace callboard
