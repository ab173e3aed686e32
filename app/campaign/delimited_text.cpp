// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/delimited_text.h"

#include <QRegularExpression>

#include <algorithm>
#include <utility>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LongestNaming = 16; ///< of a line that names the separator

/// Without spaces and tabs around it. Other blanks are part of a cell: they are seen as none, and can make another id.
QString withoutBlanks(const QString &cell)
{
    const auto isInside = [](QChar c) { return c != u' ' && c != u'\t'; };
    const auto *const from = std::find_if(cell.begin(), cell.end(), isInside);
    const auto to = std::find_if(cell.rbegin(), std::make_reverse_iterator(from), isInside).base();
    return cell.mid(from - cell.begin(), to - from);
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
    bool endsCell() const;
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

/// From behind the opening mark to behind the closing one, which ends its cell. False, and nothing read: there is none.
/// The next mark that could close it decides, so that no part of a text is searched for each mark before it.
bool Scanner::takeQuoted(QString &cell)
{
    const qsizetype begin = m_at;
    const int line = m_line;
    QString inside;
    bool closed = false;
    while (!atEnd() && !closed) {
        const QChar c = m_text[m_at++];
        const bool doubled = c == u'"' && !atEnd() && m_text[m_at] == u'"';
        closed = c == u'"' && !doubled;
        if (closed)
            continue;
        m_at += doubled ? 1 : 0;
        m_line += c == u'\n' ? 1 : 0;
        inside += c;
    }
    if (closed && endsCell()) {
        cell = inside;
        return true;
    }
    m_at = begin;
    m_line = line;
    return false;
}

/// Only blanks are left of the cell.
bool Scanner::endsCell() const
{
    qsizetype at = m_at;
    while (at < m_text.size() && m_text[at] == u' ')
        ++at;
    return at == m_text.size() || m_text[at] == m_separator || m_text[at] == u'\n' || m_text[at] == u'\r';
}

QString Scanner::takeCell(DelimitedRow &row)
{
    QString cell;
    bool opens = true, isFormula = false; // a mark opens a quoted cell behind nothing but blanks and one equals sign
    while (!atEnd() && m_text[m_at] != m_separator && !isLineEnd()) {
        const QChar c = m_text[m_at++];
        QString inside;
        if (c == u'"' && opens && takeQuoted(inside)) {
            cell = isFormula ? u"=\"%1\""_s.arg(inside) : inside;
        } else {
            row.isBroken = row.isBroken || (c == u'"' && opens);
            cell += c;
        }
        opens = opens && (c == u' ' || (c == u'=' && !isFormula));
        isFormula = isFormula || c == u'=';
    }
    return withoutBlanks(cell);
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
    return std::all_of(cells.begin(), cells.end(), [](const QString &cell) { return cell.trimmed().isEmpty(); });
}

QList<QChar> separatorsOf(const QString &text)
{
    static const QRegularExpression named(u"^\"?sep=(.)\"?\\s*?(?:[\\r\\n]|$)"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    if (const auto match = named.match(text.left(LongestNaming)); match.hasMatch())
        return {match.captured(1).front()};
    QList<std::pair<QChar, int>> counts{{u',', 0}, {u';', 0}, {u'\t', 0}, {u'|', 0}, {u'，', 0}};
    bool quoted = false;
    for (const QChar c : text) {
        quoted = c == u'"' ? !quoted : quoted;
        if (!quoted && (c == u'\n' || c == u'\r'))
            break;
        for (auto &[separator, count] : counts)
            count += !quoted && c == separator ? 1 : 0;
    }
    std::stable_sort(counts.begin(), counts.end(), [](const auto &a, const auto &b) { return a.second > b.second; });
    QList<QChar> separators;
    for (const auto &[separator, count] : std::as_const(counts))
        separators.append(separator);
    return separators;
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
