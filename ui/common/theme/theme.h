// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/call/result_codes.h"

#include <QColor>
#include <QFont>
#include <QObject>
#include <QPalette>

namespace callboard {

enum class ThemeKind : quint8 { Light, Dark };

/// What a colour is for. No colour literal stands anywhere else.
enum class ColorRole : quint8 {
    Window, ///< behind everything
    Panel, ///< cards, tables
    PanelEdge, ///< hairlines around panels, chart axes
    Grid, ///< chart grid
    Text, ///< at least 4.5:1 on Panel and Window
    MutedText, ///< captions; still 4.5:1
    Accent, ///< selection, links, the current page
    AccentText, ///< on Accent
    Good,
    Warning,
    Bad, ///< states; 4.5:1 as text
    Awaiting, ///< calls still without outcome
    Inbound, ///< inbound calls
    Hover, ///< row under the pointer
    Bar, ///< neutral bars in charts and cells
};

/// Steps of the type scale (11, 13, 16, 24, 36 px at scale 1).
enum class TypeStep : quint8 { Small, Body, Title, Figure, Huge };

/// The one place of colours, spacing, radii and type sizes. Made by main, handed down by reference; GUI thread.
class Theme : public QObject
{
    Q_OBJECT
public:
    explicit Theme(ThemeKind kind = ThemeKind::Light, QObject *parent = nullptr);

    ThemeKind kind() const { return m_kind; }
    void setKind(ThemeKind kind); ///< emits changed(); the application palette follows through applyTo()

    QColor ink(ColorRole ink) const;
    /// One hue per outcome class, told apart by colour-blind readers, at least 3:1 on Panel; the same everywhere.
    QColor outcome(OutcomeClass outcomeClass) const;
    QFont font(TypeStep step, bool bold = false) const; ///< figures in tabular digits
    QPalette palette() const;

    static constexpr int Unit = 4; ///< px: every distance is a multiple
    static constexpr int Radius = 6;

    /// Sets Fusion, palette, fonts and the style sheet on the application.
    void applyTo(class QApplication &application) const;

    /// Whether a desktop with this palette is a dark one (Qt 6.4 does not say it otherwise).
    static bool desktopIsDark(const QPalette &desktop);
    /// False when no installed font can write Chinese.
    static bool hasChineseFont();

Q_SIGNALS:
    void changed();

private:
    ThemeKind m_kind;
};

} // namespace callboard
