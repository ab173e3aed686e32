// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/text_encoding.h"

#include <QStringDecoder>

#include <algorithm>
#include <array>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr double UsualShare = 0.5; ///< of the characters beyond ASCII

/// One reading of the bytes.
struct Reading
{
    DecodedText decoded;
    double share = 0; ///< 0 … 1: how usual its characters beyond ASCII are
    bool isDamaged = false; ///< not all bytes are valid

    double plausibility() const { return share - (isDamaged ? UsualShare / 2 : 0); }
};

bool isHigh(char byte)
{
    return static_cast<uchar>(byte) >= 0x80;
}

bool isAsciiLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

std::optional<Reading> readingOf(const QByteArray &bytes, const QString &encoding)
{
    // Stateless: a character that is cut off at the end is an error too.
    const QString name = encoding == u"Big5" ? u"Big5-HKSCS"_s : encoding; // which has all of Big5, and more names
    QStringDecoder decoder(name.toLatin1().constData(), QStringDecoder::Flag::Stateless);
    if (!decoder.isValid())
        return std::nullopt;
    QString text = decoder(bytes);
    if (text.contains(QChar::Null) || !text.isValidUtf16()) // half of a pair is no text
        return std::nullopt;
    if (text.startsWith(QChar::ByteOrderMark))
        text.remove(0, 1);
    return Reading{{text, encoding}, 0, decoder.hasError()};
}

/// The share of usual pairs of bytes: of two points each.
double pairShare(const QByteArray &bytes, int (*points)(uchar lead, uchar trail))
{
    qint64 sum = 0, pairs = 0;
    for (qsizetype i = 0; i + 1 < bytes.size(); ++i) {
        if (!isHigh(bytes[i]))
            continue;
        sum += points(static_cast<uchar>(bytes[i]), static_cast<uchar>(bytes[i + 1]));
        ++pairs;
        ++i;
    }
    return pairs == 0 ? 0 : static_cast<double>(sum) / (2.0 * static_cast<double>(pairs));
}

/// Signs and the 3,755 most used characters of GB2312 count twice, its other characters once.
int gbPoints(uchar lead, uchar trail)
{
    if (trail < 0xA1)
        return 0;
    if ((lead >= 0xB0 && lead <= 0xD7) || (lead >= 0xA1 && lead <= 0xA3))
        return 2;
    return lead >= 0xD8 && lead <= 0xF7 ? 1 : 0;
}

/// The same for the two levels of Big5.
int big5Points(uchar lead, uchar trail)
{
    if (trail < 0x40 || (trail > 0x7E && trail < 0xA1))
        return 0;
    if (lead >= 0xA1 && lead <= 0xC6)
        return 2;
    return lead >= 0xC9 && lead <= 0xF9 ? 1 : 0;
}

/// The share of letters that stand within words, at most two in a row.
double latinShare(const QByteArray &bytes)
{
    qsizetype letters = 0, all = 0;
    for (qsizetype from = 0; from < bytes.size();) {
        qsizetype to = from;
        bool isWord = from > 0 && isAsciiLetter(QLatin1Char(bytes[from - 1]));
        for (; to < bytes.size() && isHigh(bytes[to]); ++to)
            isWord = isWord && static_cast<uchar>(bytes[to]) >= 0xC0;
        letters += isWord && to - from <= 2 ? to - from : 0;
        all += to - from;
        from = std::max(to, from + 1);
    }
    return all == 0 ? 0 : static_cast<double>(letters) / static_cast<double>(all);
}

/// A letter of Latin stands among letters of ASCII, or alone.
bool isUsualLatin(QStringView text, qsizetype at)
{
    const QChar before = at > 0 ? text[at - 1] : QChar(u' '), after = at + 1 < text.size() ? text[at + 1] : QChar(u' ');
    return isAsciiLetter(before) || isAsciiLetter(after) || (before.unicode() < 0x80 && after.unicode() < 0x80);
}

/// A character of two bytes in UTF-8 that the alphabets in use have.
bool isUsualAlphabetic(QStringView text, qsizetype at)
{
    const char16_t c = text[at].unicode();
    if (c < 0xC0)
        return c >= 0xA0;
    if (c < 0x180)
        return isUsualLatin(text, at);
    const bool greek = c >= 0x386 && c <= 0x3CE, cyrillic = c >= 0x400 && c <= 0x45F;
    const bool hebrew = c >= 0x5D0 && c <= 0x5EA, arabic = c >= 0x621 && c <= 0x652;
    const bool vietnamese = c == 0x1A0 || c == 0x1A1 || c == 0x1AF || c == 0x1B0;
    return greek || cyrillic || hebrew || arabic || vietnamese;
}

double unicodeShare(QStringView text)
{
    qint64 usual = 0, all = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t c = text[i].unicode();
        if (c < 0x80)
            continue;
        usual += c >= 0x800 || isUsualAlphabetic(text, i) ? 1 : 0;
        ++all;
    }
    return all == 0 ? 1 : static_cast<double>(usual) / static_cast<double>(all);
}

double shareOf(const QByteArray &bytes, const DecodedText &decoded)
{
    if (decoded.encoding == u"GB18030")
        return pairShare(bytes, gbPoints);
    if (decoded.encoding == u"Big5")
        return pairShare(bytes, big5Points);
    return decoded.encoding == u"Windows-1252" ? latinShare(bytes) : unicodeShare(decoded.text);
}

/// Damage here and there, not everywhere.
bool isReadable(const Reading &reading)
{
    const QString &text = reading.decoded.text;
    const qsizetype damaged = text.count(QChar(QChar::ReplacementCharacter));
    const auto beyondAscii = std::count_if(text.begin(), text.end(), [](QChar c) { return c.unicode() >= 0x80; });
    return !reading.isDamaged || damaged * 4 <= beyondAscii;
}

bool isControl(QChar c)
{
    return c.category() == QChar::Other_Control && c != u'\t' && c != u'\r' && c != u'\n';
}

QList<DecodedText> withMark(const QByteArray &bytes, const QString &encoding)
{
    const auto reading = readingOf(bytes, encoding);
    return reading && isReadable(*reading) ? QList{reading->decoded} : QList<DecodedText>();
}

/// UTF-16 without a mark shows by the NUL bytes of its ASCII characters.
QList<DecodedText> withNulBytes(const QByteArray &bytes)
{
    std::array<qint64, 2> nuls{};
    for (qsizetype i = 0; i < bytes.size(); ++i)
        nuls[static_cast<std::size_t>(i % 2)] += bytes[i] == '\0' ? 1 : 0;
    const auto reading = readingOf(bytes, nuls[1] >= nuls[0] ? u"UTF-16LE"_s : u"UTF-16BE"_s);
    if (bytes.size() % 2 != 0 || !reading || reading->isDamaged)
        return {};
    const QString &text = reading->decoded.text;
    return std::any_of(text.begin(), text.end(), isControl) ? QList<DecodedText>() : QList{reading->decoded};
}

} // namespace

QStringList textEncodings()
{
    return {u"UTF-8"_s, u"GB18030"_s, u"Big5"_s, u"UTF-16LE"_s, u"UTF-16BE"_s, u"Windows-1252"_s};
}

QList<DecodedText> plausibleTexts(const QByteArray &bytes)
{
    if (bytes.startsWith("\xff\xfe") || bytes.startsWith("\xfe\xff"))
        return bytes.size() % 2 == 0 ? withMark(bytes, u"UTF-16"_s) : QList<DecodedText>();
    if (bytes.startsWith("\xef\xbb\xbf"))
        return withMark(bytes, u"UTF-8"_s);
    if (bytes.contains('\0'))
        return withNulBytes(bytes);
    if (std::none_of(bytes.begin(), bytes.end(), isHigh))
        return withMark(bytes, u"UTF-8"_s);
    QList<Reading> readings;
    for (const QString &encoding : {u"UTF-8"_s, u"GB18030"_s, u"Big5"_s, u"Windows-1252"_s}) {
        auto reading = readingOf(bytes, encoding);
        if (!reading || !isReadable(*reading))
            continue;
        reading->share = shareOf(bytes, reading->decoded);
        const bool isStrict = encoding == u"UTF-8" || encoding == u"GB18030"; // any bytes are valid in the others
        if (isStrict || reading->share > UsualShare)
            readings.append(*reading);
    }
    std::stable_sort(readings.begin(), readings.end(),
                     [](const Reading &a, const Reading &b) { return a.plausibility() > b.plausibility(); });
    QList<DecodedText> texts;
    for (const Reading &reading : std::as_const(readings))
        texts.append(reading.decoded);
    return texts;
}

std::optional<DecodedText> decodeText(const QByteArray &bytes)
{
    const QList<DecodedText> texts = plausibleTexts(bytes);
    return texts.isEmpty() ? std::nullopt : std::optional(texts.first());
}

std::optional<DecodedText> decodeTextAs(const QByteArray &bytes, const QString &encoding)
{
    const auto reading = textEncodings().contains(encoding) ? readingOf(bytes, encoding) : std::nullopt;
    return reading ? std::optional(reading->decoded) : std::nullopt;
}

} // namespace callboard
