// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QAction;
class QLabel;
class QMenu;
class QToolButton;

namespace callboard {

class AlertBanner;
class Appearance;
class CampaignPicker;
class PeriodPicker;
struct Services;

/// Above all pages: the page's title with what live means, period, campaigns, and the menu for language and theme. An
/// alert stands in the place of the title, so that nothing else moves.
class TopBar : public QFrame
{
    Q_OBJECT
public:
    TopBar(const Services &services, Appearance &appearance, QWidget *parent = nullptr);
    void setTitle(const QString &title);
    AlertBanner &banner() const { return *m_banner; }

Q_SIGNALS:
    void revealRequested(); ///< of all numbers
    void helpRequested();
    void wallboardRequested();

private:
    QWidget *makeHead();
    void makeMenu();
    QAction *addChoice(class QActionGroup *group, bool chosen);
    void paintIcons();
    void showChosen();
    void bindTexts();

    const Services &m_services;
    Appearance &m_appearance;
    AlertBanner *m_banner;
    QLabel *m_title, *m_meaning, *m_demoNote, *m_fontNote;
    PeriodPicker *m_period;
    CampaignPicker *m_campaigns;
    QToolButton *m_menuButton;
    QMenu *m_menu;
    QList<QAction *> m_languages;
    QAction *m_light, *m_dark, *m_help, *m_reveal, *m_wallboard, *m_languageHead, *m_themeHead;
};

} // namespace callboard
