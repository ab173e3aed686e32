// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/figures/snapshot_maker.h"
#include "ui/session/services.h"
#include "ui/wallboard/wall_slides.h"

#include <QTimer>
#include <QWidget>

namespace callboard {

class WallPainter;

/// The board for the wall: full screen, dark whatever the theme, figures to be read from five metres. Shows all
/// campaigns, then each in turn, those with an open alert first. Arrow keys change the campaign, the space bar stops
/// the turning, Esc and F11 leave.
class Wallboard : public QWidget
{
    Q_OBJECT
public:
    explicit Wallboard(const Services &services, QWidget *parent = nullptr);

    const QList<WallSlide> &slides() const { return m_slides; }
    int currentSlide() const
    {
        return m_current;
    } ///< of slides(); what a program that draws or drives the board waits for

Q_SIGNALS:
    void left(); ///< somebody left it by a key

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void tick();
    void take(const LiveSnapshot &snapshot);
    QStringList inTrouble() const;
    void go(int step);
    void changed();
    void paintHeader(WallPainter &painter, const QRectF &place) const;
    void paintAlerts(WallPainter &painter, const QRectF &place) const;
    QString sinceText() const;
    QString trendCaption(const WallSlide &slide) const;

    const Services m_services;
    const Theme m_theme{ThemeKind::Dark};
    const Theme m_alarm{ThemeKind::Light}; ///< its red is one from afar too
    SnapshotMaker m_maker;
    LiveSnapshot m_snapshot;
    QList<WallSlide> m_slides;
    QTimer m_second;
    int m_current = 0;
    int m_shownFor = 0; ///< seconds that the current slide has been there
    bool m_turns = true;
};

} // namespace callboard
