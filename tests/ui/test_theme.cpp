// SPDX-License-Identifier: GPL-3.0-or-later
#include "contrast.h"

#include "ui/common/theme/style_sheet.h"
#include "ui/common/theme/theme.h"

#include <QFontMetrics>
#include <QTest>

#include <cmath>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

namespace {

/// How a reader without red (protan) or green (deutan) cones sees a colour; Machado, Oliveira and Fernandes 2009.
enum class Sight { Full, Protan, Deutan };

std::array<double, 3> seen(const QColor &c, Sight sight)
{
    static constexpr double Matrices[3][3][3] = {
        {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
        {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
        {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};
    const double rgb[] = {linear(c.redF()), linear(c.greenF()), linear(c.blueF())};
    std::array<double, 3> result{};
    for (std::size_t i = 0; i < 3; ++i) {
        for (std::size_t j = 0; j < 3; ++j)
            result[i] += Matrices[static_cast<int>(sight)][i][j] * rgb[j];
        result[i] = std::clamp(result[i], 0.0, 1.0);
    }
    return result;
}

/// CIELAB distance, of which about 2 is just noticed.
double distance(const QColor &a, const QColor &b, Sight sight)
{
    const auto lab = [](const std::array<double, 3> &v) {
        const auto f = [](double t) { return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116; };
        const double x = f((0.4124 * v[0] + 0.3576 * v[1] + 0.1805 * v[2]) / 0.9505);
        const double y = f(0.2126 * v[0] + 0.7152 * v[1] + 0.0722 * v[2]);
        const double z = f((0.0193 * v[0] + 0.1192 * v[1] + 0.9505 * v[2]) / 1.089);
        return std::array{116 * y - 16, 500 * (x - y), 200 * (y - z)};
    };
    const auto p = lab(seen(a, sight)), q = lab(seen(b, sight));
    return std::hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}

QList<QColor> chartColours(const Theme &theme)
{
    QList<QColor> colours{theme.ink(ColorRole::Awaiting), theme.ink(ColorRole::Inbound)};
    for (int i = 0; i < OutcomeClassCount; ++i)
        colours.append(theme.outcome(static_cast<OutcomeClass>(i)));
    return colours;
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("light") << static_cast<int>(ThemeKind::Light);
        QTest::newRow("dark") << static_cast<int>(ThemeKind::Dark);
    }

    void textStandsOut()
    {
        const auto theme = made();
        for (ColorRole text : {ColorRole::Text, ColorRole::MutedText, ColorRole::Accent, ColorRole::Good,
                               ColorRole::Warning, ColorRole::Bad}) {
            for (ColorRole ground : {ColorRole::Panel, ColorRole::Window, ColorRole::Hover})
                QVERIFY2(contrast(theme.ink(text), theme.ink(ground)) >= 4.5,
                         qPrintable(QString::number(static_cast<int>(text))));
        }
        QVERIFY(contrast(theme.ink(ColorRole::AccentText), theme.ink(ColorRole::Accent)) >= 4.5);
    }

    void outcomesStandOut()
    {
        const auto theme = made();
        for (const QColor &colour : chartColours(theme))
            QVERIFY2(contrast(colour, theme.ink(ColorRole::Panel)) >= 3, qPrintable(colour.name()));
    }

    void outcomesAreToldApart()
    {
        const QList<QColor> colours = chartColours(made());
        for (Sight sight : {Sight::Full, Sight::Protan, Sight::Deutan}) {
            for (int i = 0; i < colours.size(); ++i) {
                for (int j = 0; j < i; ++j)
                    QVERIFY2(distance(colours[i], colours[j], sight) >= 12,
                             qPrintable(colours[i].name() + colours[j].name()));
            }
        }
    }

    void digitsAreTabular()
    {
        const auto theme = made();
        for (TypeStep step : {TypeStep::Small, TypeStep::Body, TypeStep::Figure}) {
            const QFontMetricsF metrics(theme.font(step));
            for (char16_t digit = u'1'; digit <= u'9'; ++digit)
                QCOMPARE(metrics.horizontalAdvance(QChar(digit)), metrics.horizontalAdvance(u'0'));
        }
    }

    void styleSheetNamesEveryColour() { QVERIFY(!styleSheet(made()).contains(u'@')); }

private:
    struct Made : Theme
    {
        using Theme::Theme;
    };
    static Made made()
    {
        QFETCH_GLOBAL(int, kind);
        return Made(static_cast<ThemeKind>(kind));
    }
};

QTEST_MAIN(TestTheme)
#include "test_theme.moc"
