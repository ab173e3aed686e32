// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/theme/theme.h"

#include "ui/common/theme/style_sheet.h"

#include <QApplication>
#include <QFontDatabase>

#include <array>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

using Inks = std::array<QRgb, 15>;
using Outcomes = std::array<QRgb, OutcomeClassCount>;

// In the order of ColorRole. tests/ui/theme computes every contrast that theme.h promises.
constexpr Inks LightInks{0xfff3f5f8, 0xffffffff, 0xffd9dfe6, 0xffe9edf1, 0xff1b232d, 0xff586473, 0xff1767b8, 0xffffffff,
                         0xff0b7a56, 0xff8a5a00, 0xffc0310a, 0xff5f6b77, 0xff0b3f8f, 0xffecf2f9, 0xff8fb4d9};
constexpr Inks DarkInks{0xff12171d, 0xff1a2027, 0xff303942, 0xff272f38, 0xffe4e9ef, 0xff98a4b2, 0xff6cb2f7, 0xff0d1b2a,
                        0xff3ccb9c, 0xffebb04a, 0xffff8a66, 0xffdde2e7, 0xff1f68e8, 0xff222b35, 0xff3f5f80};

// Okabe-Ito hues, moved in lightness until they stand out on the panel and from each other, also for readers who can't
// tell red from green.
constexpr Outcomes LightOutcomes{0xff0f9d6e, 0xff3a8edd, 0xffc38412, 0xffe63fb2, 0xff38360a, 0xffb6420c, 0xff1d232b};
constexpr Outcomes DarkOutcomes{0xff08b682, 0xff4fa8f5, 0xfff7be3c, 0xffe27fbf, 0xfff5f0a0, 0xffef562d, 0xff687480};

constexpr std::array<int, 5> PixelSizes{11, 13, 16, 24, 36};

QStringList fontFamilies()
{
    // One family for both scripts keeps lines and digits alike when the language changes.
    return {u"Noto Sans CJK SC"_s, u"Source Han Sans SC"_s, u"Noto Sans"_s,
            QFontDatabase::systemFont(QFontDatabase::GeneralFont).family()};
}

} // namespace

Theme::Theme(ThemeKind kind, QObject *parent)
    : QObject(parent)
    , m_kind(kind)
{ }

void Theme::setKind(ThemeKind kind)
{
    if (kind == m_kind)
        return;
    m_kind = kind;
    Q_EMIT changed();
}

QColor Theme::ink(ColorRole ink) const
{
    return QColor::fromRgb((m_kind == ThemeKind::Light ? LightInks : DarkInks)[static_cast<std::size_t>(ink)]);
}

QColor Theme::outcome(OutcomeClass outcomeClass) const
{
    const Outcomes &hues = m_kind == ThemeKind::Light ? LightOutcomes : DarkOutcomes;
    return QColor::fromRgb(hues[static_cast<std::size_t>(outcomeClass)]);
}

QFont Theme::font(TypeStep step, bool bold) const
{
    static const QStringList families = fontFamilies();
    QFont font;
    font.setFamilies(families);
    font.setPixelSize(PixelSizes[static_cast<std::size_t>(step)]);
    font.setWeight(bold ? QFont::Bold : QFont::Normal);
    return font;
}

QPalette Theme::palette() const
{
    QPalette p(ink(ColorRole::Text), ink(ColorRole::Panel), ink(ColorRole::PanelEdge), ink(ColorRole::PanelEdge),
               ink(ColorRole::MutedText), ink(ColorRole::Text), ink(ColorRole::Text), ink(ColorRole::Panel),
               ink(ColorRole::Window));
    p.setColor(QPalette::Button, ink(ColorRole::Panel));
    p.setColor(QPalette::AlternateBase, ink(ColorRole::Hover));
    p.setColor(QPalette::Highlight, ink(ColorRole::Accent));
    p.setColor(QPalette::HighlightedText, ink(ColorRole::AccentText));
    p.setColor(QPalette::Link, ink(ColorRole::Accent));
    p.setColor(QPalette::LinkVisited, ink(ColorRole::Accent));
    p.setColor(QPalette::ToolTipBase, ink(ColorRole::Panel));
    p.setColor(QPalette::ToolTipText, ink(ColorRole::Text));
    p.setColor(QPalette::PlaceholderText, ink(ColorRole::MutedText));
    for (auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, ink(ColorRole::MutedText));
    return p;
}

void Theme::applyTo(QApplication &application) const
{
    application.setStyle(u"Fusion"_s);
    application.setPalette(palette());
    application.setFont(font(TypeStep::Body));
    application.setStyleSheet(styleSheet(*this));
}

bool Theme::desktopIsDark(const QPalette &desktop)
{
    return desktop.color(QPalette::Window).lightness() < desktop.color(QPalette::WindowText).lightness();
}

bool Theme::hasChineseFont()
{
    return !QFontDatabase::families(QFontDatabase::SimplifiedChinese).isEmpty();
}

} // namespace callboard
