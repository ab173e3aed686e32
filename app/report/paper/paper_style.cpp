// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/paper/paper_style.h"

#include "record/call/result_codes.h"
#include "report/writer/report_writer.h"

#include <QFontDatabase>
#include <QGuiApplication>
#include <QTextLayout>

#include <algorithm>

namespace callboard::paper {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<double, 6> PointSizes{6.8, 7.8, 7.8, 7.2, 11.5, 20};
constexpr double LineSpacing = 1.34; ///< of the size: Chinese fonts ask for more than tables can spare
constexpr std::array<QRgb, 8> SeriesColors{0xff1767b8, 0xffc38412, 0xff0f9d6e, 0xffe63fb2,
                                           0xff3a8edd, 0xffb6420c, 0xff38360a, 0xff8a94a0};
// The window's colours of the outcome classes, see ui/common/theme.
constexpr std::array<QRgb, OutcomeClassCount> OutcomeColors{0xff0f9d6e, 0xff3a8edd, 0xffc38412, 0xffe63fb2,
                                                            0xff38360a, 0xffb6420c, 0xff1d232b};
constexpr char16_t FirstHan = 0x4E00, LastHan = 0x9FFF;

bool isHan(QChar c)
{
    return c.unicode() >= FirstHan && c.unicode() <= LastHan;
}

QFont fontOf(Type type)
{
    if (!qobject_cast<QGuiApplication *>(QCoreApplication::instance())) // Qt would end the program
        throw ReportError("Paper", QT_TRANSLATE_NOOP("Paper", "this program was started without fonts"));
    const bool bold = type != Type::Small && type != Type::Body;
    QFont font;
    font.setFamilies({u"Noto Sans CJK SC"_s, u"Source Han Sans SC"_s, u"Noto Sans"_s, u"DejaVu Sans"_s});
    font.setPixelSize(qRound(points(PointSizes[static_cast<std::size_t>(type)])));
    font.setWeight(bold ? QFont::Bold : QFont::Normal);
    font.setHintingPreference(QFont::PreferNoHinting);
    // Shaped digits and ligatures are glyphs without a character of their own: a reader could not search or copy them.
    font.setStyleStrategy(QFont::PreferNoShaping);
    font.setKerning(false);
    return font;
}

bool turnsDirection(QChar c)
{
    const char16_t u = c.unicode();
    return (u >= 0x202A && u <= 0x202E) || (u >= 0x2066 && u <= 0x2069);
}

} // namespace

QColor seriesColor(qsizetype n, const QString &name)
{
    for (int i = 0; i < OutcomeClassCount; ++i) {
        if (name == outcomeClassWord(static_cast<OutcomeClass>(i)))
            return QColor::fromRgb(OutcomeColors[static_cast<std::size_t>(i)]);
    }
    return QColor::fromRgb(SeriesColors[static_cast<std::size_t>(n) % SeriesColors.size()]);
}

Meter::Meter(Type type)
    : m_font(fontOf(type))
    , m_metrics(m_font)
    , m_lineHeight(m_font.pixelSize() * LineSpacing)
    , m_han(m_metrics.horizontalAdvance(u"中"_s))
{
    for (char16_t c = 0; c < m_ascii.size(); ++c)
        m_ascii[c] = c < u' ' ? 0 : m_metrics.horizontalAdvance(QChar(c));
}

double Meter::width(const QString &text) const
{
    double sum = 0;
    for (const QChar c : text) {
        if (c.unicode() < m_ascii.size())
            sum += m_ascii[c.unicode()];
        else if (isHan(c))
            sum += m_han;
        else
            return m_metrics.horizontalAdvance(text);
    }
    return sum;
}

double Meter::widestWord(const QString &text) const
{
    double widest = 0;
    QString word;
    for (const QChar c : text) {
        if (c.isSpace() || isHan(c)) {
            widest = std::max({widest, width(word), isHan(c) ? m_han : 0});
            word.clear();
        } else {
            word += c;
        }
    }
    return std::max(widest, width(word));
}

double Meter::ascent() const
{
    // The font's own ascent holds room for accents that tables do not need: capitals stand in the middle of the line.
    return (m_lineHeight + m_metrics.capHeight()) / 2;
}

bool Meter::isOneLine(const QString &text, double width) const
{
    return !text.contains(u'\n') && this->width(text) <= width;
}

QStringList Meter::lines(const QString &text, double width) const
{
    if (isOneLine(text, width))
        return {text};
    QStringList lines;
    const QStringList paragraphs = text.split(u'\n');
    for (const QString &paragraph : paragraphs) {
        if (isOneLine(paragraph, width)) {
            lines.append(paragraph);
            continue;
        }
        QTextLayout layout(paragraph, m_font);
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        layout.setTextOption(option);
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(width);
            lines.append(paragraph.mid(line.textStart(), line.textLength()).trimmed());
        }
        layout.endLayout();
    }
    return lines;
}

Meters::Meters()
    : m_meters{Meter(Type::Small), Meter(Type::Body),    Meter(Type::BodyBold),
               Meter(Type::Head),  Meter(Type::Section), Meter(Type::Title)}
{ }

bool hasChineseFont()
{
    return !QFontDatabase::families(QFontDatabase::SimplifiedChinese).isEmpty();
}

bool holdsChinese(const QString &text)
{
    return std::any_of(text.begin(), text.end(), isHan);
}

QString printable(const QString &text, qsizetype mostCharacters)
{
    const auto isSpecial = [](QChar c) {
        return c.category() == QChar::Other_Control || c.category() == QChar::Separator_Line
            || c.category() == QChar::Separator_Paragraph || turnsDirection(c);
    };
    if (std::none_of(text.begin(), text.end(), isSpecial))
        return shortenedText(text, mostCharacters);
    QString clean;
    const QString even = QString(text).replace("\r\n"_L1, "\n"_L1);
    for (const QChar c : even) {
        if (!isSpecial(c))
            clean += c;
        else if (c == u'\t')
            clean += u' ';
        else if (c == u'\n' || c == u'\r' || c == QChar::LineSeparator || c == QChar::ParagraphSeparator)
            clean += u'\n';
        else if (!turnsDirection(c))
            clean += QChar(QChar::ReplacementCharacter);
    }
    return shortenedText(clean, mostCharacters);
}

} // namespace callboard::paper
