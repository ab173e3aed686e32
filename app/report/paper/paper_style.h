// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/writer/report_text.h"

#include <QColor>
#include <QFont>
#include <QFontMetricsF>
#include <QHash>
#include <QStringList>

#include <array>

namespace callboard {

/// Everything on paper is measured in dots of 1/1200 inch, whatever the device, so that a printer, a preview and a file
/// break their lines and pages alike.
namespace paper {

inline constexpr double DotsPerInch = 1200;
constexpr double points(double n)
{
    return n * DotsPerInch / 72;
}
constexpr double millimetres(double n)
{
    return n * DotsPerInch / 25.4;
}

enum class Type : quint8 { Small, Body, BodyBold, Head, Section, Title };

// What the colours are for; all text stands out at least 4.5:1 from its ground, also when printed in grey.
inline constexpr QRgb Text = 0xff1b232d;
inline constexpr QRgb Muted = 0xff586473;
inline constexpr QRgb Hairline = 0xffd9dfe6;
inline constexpr QRgb Rule = 0xff586473;
inline constexpr QRgb HeadGround = 0xffe9eef4;
inline constexpr QRgb Accent = 0xff1767b8;

/// The colour of the n-th series of a chart, told apart by colour-blind readers; a series that is an outcome class has
/// the colour that this class has in the window.
QColor seriesColor(qsizetype n, const QString &name);

/// Text of a font, measured fast: most of what a report holds is ASCII and Chinese.
class Meter
{
public:
    explicit Meter(Type type);

    const QFont &font() const { return m_font; }
    double width(const QString &text) const;
    /// The widest piece that may not be broken: a word, a number, a Chinese character.
    double widestWord(const QString &text) const;
    double lineHeight() const { return m_lineHeight; }
    double ascent() const; ///< from a line's top to its baseline
    /// The lines of a text in that width, broken between words where possible; line breaks in the text count.
    QStringList lines(const QString &text, double width) const;
    bool isOneLine(const QString &text, double width) const;

private:
    QFont m_font;
    QFontMetricsF m_metrics;
    double m_lineHeight;
    std::array<double, 128> m_ascii;
    double m_han;
};

/// The meters of all types, made once per report (making a font is slow).
class Meters
{
public:
    Meters();
    const Meter &operator[](Type type) const { return m_meters[static_cast<std::size_t>(type)]; }

private:
    std::array<Meter, 6> m_meters;
};

/// A machine without a font for it prints Chinese as empty boxes.
bool hasChineseFont();
bool holdsChinese(const QString &text);

/// Text of the platform as it may stand on paper: line breaks become plain ones, other control characters a visible
/// mark, and what turns the direction of writing around, so that digits read backwards, is left out.
QString printable(const QString &text, qsizetype mostCharacters = ShownCharacters);

} // namespace paper

} // namespace callboard
