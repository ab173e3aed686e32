// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

namespace callboard {

class LiveFigures;
class ViewState;

/// Chooses campaigns for all pages: a button with a menu in which several can be ticked. None ticked means all.
class CampaignPicker : public QToolButton
{
    Q_OBJECT
public:
    CampaignPicker(const LiveFigures &feed, ViewState &view, QWidget *parent = nullptr);

private:
    void fillMenu();
    void toggle(const QString &taskId, bool chosen);
    void showChoice();
    const LiveFigures &m_feed;
    ViewState &m_view;
};

} // namespace callboard
