// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/campaign_picker.h"

#include "ui/common/theme/bind_text.h"
#include "ui/common/theme/label_style.h"
#include "ui/common/theme/plain_text.h"
#include "ui/session/figures/live_figures.h"
#include "ui/session/view_state.h"

#include <QCheckBox>
#include <QMenu>
#include <QWidgetAction>

namespace callboard {

using namespace Qt::StringLiterals;

CampaignPicker::CampaignPicker(const LiveFigures &feed, ViewState &view, QWidget *parent)
    : QToolButton(parent)
    , m_feed(feed)
    , m_view(view)
{
    setProperty("styleClass", u"boxed"_s);
    setPopupMode(QToolButton::InstantPopup);
    setFocusPolicy(Qt::StrongFocus);
    setMenu(new QMenu(this));
    connect(menu(), &QMenu::aboutToShow, this, &CampaignPicker::fillMenu);
    connect(&view, &ViewState::changed, this, &CampaignPicker::showChoice);
    connect(&view, &ViewState::scopeChanged, this, &CampaignPicker::showChoice);
    connect(&feed, &LiveFigures::overviewChanged, this, &CampaignPicker::showChoice);
    bindLanguage(this, [this] { showChoice(); });
}

void CampaignPicker::fillMenu()
{
    menu()->clear();
    QAction *all = menu()->addAction(tr("All campaigns"));
    all->setCheckable(true);
    all->setChecked(m_view.shownTaskIds().isEmpty());
    connect(all, &QAction::triggered, this, [this] { m_view.setTaskIds({}); });
    menu()->addSeparator();
    QStringList ids = m_feed.tasks().keys();
    std::sort(ids.begin(), ids.end());
    for (const QString &id : std::as_const(ids)) {
        // A check box inside the menu keeps it open, so that several can be ticked at once.
        auto *box = new QCheckBox(buttonText(m_feed.taskName(id)), menu());
        box->setChecked(m_view.shownTaskIds().contains(id));
        connect(box, &QCheckBox::toggled, this, [this, id](bool chosen) { toggle(id, chosen); });
        auto *entry = new QWidgetAction(menu());
        entry->setDefaultWidget(box);
        menu()->addAction(entry);
    }
}

void CampaignPicker::toggle(const QString &taskId, bool chosen)
{
    QStringList ids = m_view.shownTaskIds();
    ids.removeAll(taskId);
    if (chosen)
        ids.append(taskId);
    std::sort(ids.begin(), ids.end());
    m_view.setTaskIds(ids);
}

void CampaignPicker::showChoice()
{
    const QStringList ids = m_view.shownTaskIds();
    const bool isOwn = m_view.scope().taskIds.has_value();
    setStyleClass(this, isOwn ? u"ownBoxed"_s : u"boxed"_s);
    QString text = tr("All campaigns");
    if (ids.size() == 1)
        text = m_feed.taskName(ids.constFirst());
    else if (ids.size() > 1)
        text = tr("%n campaigns", nullptr, static_cast<int>(ids.size()));
    setText(buttonText(text) + u"  ▾"_s);
    setAccessibleName(tr("Campaigns"));
    setTip(this, isOwn ? tr("Campaigns of this list alone") : tr("Campaigns that all pages show"));
}

} // namespace callboard
