// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/campaigns/campaign_header.h"

#include "campaign/calling_hours.h"
#include "text/format.h"
#include "ui/common/theme/bind_text.h"
#include "ui/common/theme/plain_text.h"
#include "ui/common/theme/theme.h"
#include "ui/session/figures/live_figures.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int BarWidth = 40 * Theme::Unit;
constexpr int BarSteps = 1000;

QString clockText(int minute)
{
    const auto two = [](int n) { return QString::number(n).rightJustified(2, u'0'); };
    return two(minute / 60) + u':' + two(minute % 60);
}

/// "Mon–Fri 09:00–20:00": days that follow each other are written as a stretch.
QString daysText(const QList<int> &days, const QLocale &locale)
{
    QStringList parts;
    for (qsizetype i = 0; i < days.size();) {
        qsizetype last = i;
        while (last + 1 < days.size() && days.at(last + 1) == days.at(last) + 1)
            ++last;
        const QString first = locale.standaloneDayName(days.at(i), QLocale::ShortFormat);
        parts.append(last == i ? first
                               : first + u"–"_s + locale.standaloneDayName(days.at(last), QLocale::ShortFormat));
        i = last + 1;
    }
    return parts.join(u' ');
}

QString hoursText(const QString &json, const Format &format)
{
    const auto hours = CallingHours::parse(json);
    if (!hours)
        return {};
    QStringList parts;
    for (const CallingRange &range : hours->ranges())
        parts.append(daysText(range.days, format.locale()) + u' ' + clockText(range.fromMinute) + u"–"_s
                     + clockText(range.toMinute));
    return parts.join(u", "_s);
}

} // namespace

CampaignHeader::CampaignHeader(const Services &services, QWidget *parent)
    : QFrame(parent)
    , m_services(services)
    , m_back(new QPushButton)
    , m_name(new PlainLabel)
    , m_facts(new PlainLabel)
    , m_bar(new QProgressBar)
    , m_progress(new QToolButton)
    , m_edit(new QPushButton)
{
    layOut();
    connect(m_back, &QPushButton::clicked, this, &CampaignHeader::backRequested);
    connect(m_edit, &QPushButton::clicked, this, &CampaignHeader::editRequested);
    connect(m_progress, &QToolButton::clicked, this, [this] {
        CallFilter filter; // of all time, as the progress itself
        filter.taskIds = {m_taskId};
        filter.drill.pick = ContactPick::LastTry;
        Q_EMIT callsRequested(filter);
    });
    connect(&services.feed, &LiveFigures::figuresChanged, this, &CampaignHeader::showFacts);
    bindTexts();
}

void CampaignHeader::layOut()
{
    setProperty("styleClass", u"panel"_s);
    m_back->setObjectName(u"backToCampaigns"_s);
    m_edit->setObjectName(u"editTask"_s);
    m_progress->setObjectName(u"campaignProgress"_s);
    m_progress->setFocusPolicy(Qt::StrongFocus);
    m_name->setFont(m_services.theme.font(TypeStep::Title, true));
    m_facts->setProperty("styleClass", u"caption"_s);
    m_facts->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_bar->setRange(0, BarSteps);
    m_bar->setTextVisible(false);
    m_bar->setFixedSize(BarWidth, 2 * Theme::Unit);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_name);
    words->addWidget(m_facts);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(2 * Theme::Unit, 2 * Theme::Unit, 2 * Theme::Unit, 2 * Theme::Unit);
    layout->setSpacing(3 * Theme::Unit);
    layout->addWidget(m_back);
    layout->addLayout(words, 1);
    layout->addWidget(m_bar);
    layout->addWidget(m_progress);
    layout->addWidget(m_edit);
}

void CampaignHeader::setCampaign(const QString &taskId)
{
    m_taskId = taskId;
    m_hasFigures = false;
    m_figures = {};
    showFacts();
    showProgress();
}

void CampaignHeader::setFigures(const CampaignFigures &figures)
{
    m_figures = figures;
    m_hasFigures = true;
    showFacts();
    showProgress();
}

void CampaignHeader::showFacts()
{
    m_name->setText(m_services.feed.taskName(m_taskId));
    m_edit->setEnabled(!m_taskId.isEmpty());
    QStringList facts{m_taskId.isEmpty() ? tr("Calls without a task") : tr("Task %1").arg(m_taskId)};
    if (m_hasFigures) {
        const QString hours = hoursText(m_figures.callingHours, m_services.format);
        facts.append(hours.isEmpty() ? tr("calling hours not set") : hours);
        QStringList codes;
        const FigureRules &rules = m_figures.rules;
        for (const QString &code : rules.ruleOf(m_taskId).codes)
            codes.append(code + u' ' + rules.meanings().word(code, {}, m_services.format.isChinese()));
        facts.append(tr("success: %1").arg(codes.join(u", "_s)));
    }
    const QString text = facts.join(u" · "_s);
    m_facts->setText(text);
    setTip(m_facts, text);
}

void CampaignHeader::showProgress()
{
    const Format &format = m_services.format;
    const ContactCount &ever = m_figures.contactsEver;
    const Ratio progress = metricRatio(
        Metric::Progress, GroupFigures{.listSize = m_figures.listSize, .triedEver = m_figures.contactsEver});
    const bool known = m_hasFigures && m_figures.listSize > 0 && ever.isWhole;
    m_bar->setVisible(known);
    m_bar->setValue(static_cast<int>(BarSteps * std::min(1.0, progress.value().value_or(0))));
    m_progress->setVisible(m_hasFigures);
    if (!ever.isWhole)
        return m_progress->setText(tr("Progress –: earlier calls are no longer kept"));
    m_progress->setText(
        known ? tr("%1 of %2 contacts, %3")
                    .arg(format.count(progress.numerator), format.count(progress.denominator), format.share(progress))
              : tr("%1 contacts, list size unknown").arg(format.count(ever.attempted)));
}

void CampaignHeader::bindTexts()
{
    bindText(m_back, [] { return u"← "_s + tr("All campaigns"); });
    bindName(m_back, [] { return tr("Back to all campaigns"); });
    bindTip(m_back, [] { return tr("Back to all campaigns (Escape)"); });
    bindText(m_edit, [] { return tr("Edit…"); });
    bindName(m_edit, [] { return tr("Edit the campaign"); });
    bindTip(m_edit, [] { return tr("Name, list size, calling hours and success rule"); });
    bindName(m_bar, [] { return tr("Progress"); });
    bindName(m_progress, [] { return tr("Progress"); });
    bindTip(m_progress, [] {
        return tr("Contacts attempted at any time / list size of the task. Click for the last call of each.");
    });
    bindLanguage(this, [this] {
        showFacts();
        showProgress();
    });
}

} // namespace callboard
