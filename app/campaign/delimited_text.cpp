// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/delimited_text.h"

#include <QStringDecoder>

#include <algorithm>
#include <array>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

std::optional<QString> decodedWith(QStringDecoder decoder, const QByteArray &bytes)
{
    if (!decoder.isValid())
        return std::nullopt;
    QString text = decoder(bytes);
    if (decoder.hasError() || text.contains(QChar::Null) || !text.isValidUtf16()) // half of a pair is no text
        return std::nullopt;
    if (text.startsWith(QChar::ByteOrderMark))
        text.remove(0, 1);
    return text;
}

/// Reads a table character by character.
class Scanner
{
public:
    Scanner(const QString &text, QChar separator)
        : m_text(text)
        , m_separator(separator)
    { }

    bool atEnd() const { return m_at >= m_text.size(); }
    DelimitedRow row();

private:
    bool takeQuoted(QString &cell);
    QString takeCell(DelimitedRow &row);
    bool isLineEnd() const { return m_text[m_at] == u'\n' || m_text[m_at] == u'\r'; }
    void skipLineEnd();

    const QString &m_text;
    const QChar m_separator;
    qsizetype m_at = 0;
    int m_line = 1;
};

void Scanner::skipLineEnd()
{
    if (atEnd())
        return;
    if (m_text[m_at] == u'\r' && m_at + 1 < m_text.size() && m_text[m_at + 1] == u'\n')
        ++m_at;
    ++m_at;
    ++m_line;
}

/// From behind the opening mark to behind the closing one. False: it was never closed.
bool Scanner::takeQuoted(QString &cell)
{
    while (!atEnd()) {
        const QChar c = m_text[m_at++];
        const bool doubled = c == u'"' && !atEnd() && m_text[m_at] == u'"';
        if (c == u'"' && !doubled)
            return true;
        m_at += doubled ? 1 : 0;
        m_line += c == u'\n' ? 1 : 0;
        cell += c;
    }
    return false;
}

QString Scanner::takeCell(DelimitedRow &row)
{
    QString cell;
    while (!atEnd() && m_text[m_at] != m_separator && !isLineEnd()) {
        const QChar c = m_text[m_at++];
        if (c == u'"' && cell.trimmed().isEmpty()) {
            cell.clear();
            row.isBroken = !takeQuoted(cell) || row.isBroken;
        } else {
            cell += c;
        }
    }
    return cell.trimmed();
}

DelimitedRow Scanner::row()
{
    DelimitedRow row;
    row.line = m_line;
    row.cells.append(takeCell(row));
    while (!atEnd() && m_text[m_at] == m_separator) {
        ++m_at;
        row.cells.append(takeCell(row));
    }
    skipLineEnd();
    return row;
}

} // namespace

bool DelimitedRow::isBlank() const
{
    return std::all_of(cells.begin(), cells.end(), [](const QString &cell) { return cell.isEmpty(); });
}

std::optional<DecodedText> decodeText(const QByteArray &bytes)
{
    constexpr auto Whole = QStringDecoder::Flag::Stateless; // a character that is cut off at the end is an error too
    const bool is16 = bytes.startsWith("\xff\xfe") || bytes.startsWith("\xfe\xff");
    if (is16 && bytes.size() % 2 != 0)
        return std::nullopt;
    if (is16) {
        const auto text = decodedWith(QStringDecoder(QStringDecoder::Utf16, Whole), bytes);
        return text ? std::optional(DecodedText{*text, u"UTF-16"_s}) : std::nullopt;
    }
    if (const auto text = decodedWith(QStringDecoder(QStringDecoder::Utf8, Whole), bytes))
        return DecodedText{*text, u"UTF-8"_s};
    if (const auto text = decodedWith(QStringDecoder("GB18030", Whole), bytes))
        return DecodedText{*text, u"GB18030"_s};
    return std::nullopt;
}

QChar separatorOf(const QString &text)
{
    constexpr std::array<char16_t, 3> candidates{u',', u';', u'\t'};
    std::array<int, candidates.size()> counts{};
    bool quoted = false;
    for (const QChar c : text) {
        quoted = c == u'"' ? !quoted : quoted;
        if (!quoted && (c == u'\n' || c == u'\r'))
            break;
        const auto found = std::find(candidates.begin(), candidates.end(), c.unicode());
        if (!quoted && found != candidates.end())
            ++counts[static_cast<std::size_t>(found - candidates.begin())];
    }
    const auto most = std::max_element(counts.begin(), counts.end());
    return candidates[static_cast<std::size_t>(most - counts.begin())];
}

QList<DelimitedRow> delimitedRows(const QString &text, QChar separator, qsizetype mostRows)
{
    QList<DelimitedRow> rows;
    Scanner scanner(text, separator);
    while (!scanner.atEnd() && rows.size() < mostRows)
        rows.append(scanner.row());
    return rows;
}

} // namespace callboard
