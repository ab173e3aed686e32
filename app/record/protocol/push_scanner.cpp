// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/protocol/push_scanner.h"

#include "record/protocol/field_value.h"

#include <algorithm>
#include <charconv>

namespace callboard {

namespace {

constexpr QByteArrayView ByteOrderMark("\xEF\xBB\xBF");
constexpr qsizetype LongestName = 16;
constexpr qsizetype MostDigits = 15; // exact in a double as well

constexpr bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

/// A byte that stands for itself inside a text, or is part of a character beyond ASCII.
constexpr bool isPlain(char c)
{
    return static_cast<uchar>(c) >= 0x20 && c != '"' && c != '\\';
}

/// Decoding puts U+FFFD where bytes are no UTF-8, and drops a mark at the beginning: neither is told from the text that
/// was meant, so both are left to others.
bool decode(QByteArrayView run, QString &into)
{
    into = QString::fromUtf8(run);
    return !run.startsWith(ByteOrderMark) && !into.contains(QChar(QChar::ReplacementCharacter));
}

bool isStorable(const QString &text)
{
    return text.isValidUtf16() && !text.contains(QChar(QChar::Null));
}

/// Walks over a body once. Every function stops at the first thing that is not usual; its result is of no use then.
class Scanner
{
public:
    explicit Scanner(QByteArrayView body)
        : m_at(body.begin())
        , m_end(body.end())
    { }
    std::optional<PartMessage> message();

private:
    bool object();
    bool member();
    const FieldInfo *name();
    FieldValue value(FieldKind kind);
    FieldValue nothing();
    FieldValue wholeNumber();
    FieldValue texts();
    bool text(QString &into);
    bool plainRun(QString &into);
    bool appendEscaped(QString &text);
    std::optional<char16_t> escape();
    std::optional<char16_t> codeUnit();

    bool isAtEnd() const { return m_at == m_end; }
    bool isAt(char c) const { return m_at != m_end && *m_at == c; }
    void skipSpace();
    bool take(char c);
    bool takeHere(char c);
    bool takeAll(QByteArrayView expected);

    const char *m_at;
    const char *m_end;
    FieldSet m_seen;
    PartMessage m_message;
};

std::optional<PartMessage> Scanner::message()
{
    takeAll(ByteOrderMark);
    if (!object() || !m_message.fields.presentFields.has(Field::CallUuid))
        return std::nullopt;
    m_message.part = partOf(m_message.fields);
    return std::move(m_message);
}

bool Scanner::object()
{
    if (!take('{'))
        return false;
    do {
        if (!member())
            return false;
    } while (take(','));
    if (!take('}'))
        return false;
    skipSpace();
    return isAtEnd();
}

bool Scanner::member()
{
    const FieldInfo *info = name();
    if (!info || m_seen.has(info->field) || !take(':'))
        return false;
    m_seen.add(info->field);
    skipSpace();
    return assignField(m_message.fields, *info, value(info->kind));
}

const FieldInfo *Scanner::name()
{
    if (!take('"'))
        return nullptr;
    const char *const from = m_at;
    m_at = std::find(from, from + std::min<qsizetype>(LongestName + 1, m_end - from), '"');
    const FieldInfo *info = findField(QLatin1StringView(from, m_at - from));
    return takeHere('"') ? info : nullptr;
}

FieldValue Scanner::value(FieldKind kind)
{
    if (kind == FieldKind::TextList)
        return isAt('[') ? texts() : nothing();
    if (!isAt('"'))
        return isAt('n') ? nothing() : wholeNumber();
    QString result;
    if (!text(result))
        return Unreadable();
    return result;
}

FieldValue Scanner::nothing()
{
    if (takeAll("null"))
        return std::monostate();
    return Unreadable();
}

/// Only in the one writing that every reader takes for the same number.
FieldValue Scanner::wholeNumber()
{
    const char *const digits = m_at + (isAt('-') ? 1 : 0);
    qint64 number = 0;
    const auto [end, error] = std::from_chars(m_at, m_end, number);
    if (error != std::errc() || end - digits > MostDigits || (*digits == '0' && end - m_at > 1))
        return Unreadable();
    m_at = end;
    return number;
}

FieldValue Scanner::texts()
{
    QStringList list;
    take('[');
    if (take(']'))
        return list;
    do {
        skipSpace();
        if (!text(list.emplace_back()))
            return Unreadable();
    } while (take(','));
    if (!take(']'))
        return Unreadable();
    return list;
}

bool Scanner::text(QString &into)
{
    return takeHere('"') && plainRun(into) && (!isAt('\\') || appendEscaped(into)) && takeHere('"');
}

bool Scanner::plainRun(QString &into)
{
    const char *const from = m_at;
    uchar bits = 0;
    for (; m_at != m_end && isPlain(*m_at); ++m_at)
        bits |= static_cast<uchar>(*m_at);
    const QByteArrayView run(from, m_at);
    if (bits >= 0x80)
        return decode(run, into);
    into = QString::fromLatin1(run);
    return true;
}

/// Continues a text from its first backslash to its end.
bool Scanner::appendEscaped(QString &text)
{
    while (isAt('\\')) {
        const std::optional<char16_t> unit = escape();
        QString run;
        if (!unit || !plainRun(run))
            return false;
        text.append(QChar(*unit)).append(run);
    }
    return isStorable(text);
}

std::optional<char16_t> Scanner::escape()
{
    if (m_end - m_at < 2)
        return std::nullopt;
    const char letter = m_at[1];
    m_at += 2;
    switch (letter) {
    case '"':
    case '\\':
    case '/':
        return letter;
    case 'b':
        return u'\b';
    case 'f':
        return u'\f';
    case 'n':
        return u'\n';
    case 'r':
        return u'\r';
    case 't':
        return u'\t';
    case 'u':
        return codeUnit();
    default:
        return std::nullopt;
    }
}

std::optional<char16_t> Scanner::codeUnit()
{
    constexpr int Digits = 4;
    if (m_end - m_at < Digits)
        return std::nullopt;
    quint16 unit = 0;
    const char *const from = std::exchange(m_at, m_at + Digits);
    const auto [end, error] = std::from_chars(from, m_at, unit, 16);
    return error == std::errc() && end == m_at ? std::optional<char16_t>(unit) : std::nullopt;
}

void Scanner::skipSpace()
{
    while (m_at != m_end && isSpace(*m_at))
        ++m_at;
}

bool Scanner::take(char c)
{
    skipSpace();
    return takeHere(c);
}

bool Scanner::takeHere(char c)
{
    const bool found = isAt(c);
    m_at += found ? 1 : 0;
    return found;
}

bool Scanner::takeAll(QByteArrayView expected)
{
    const bool found = QByteArrayView(m_at, m_end).startsWith(expected);
    m_at += found ? expected.size() : 0;
    return found;
}

} // namespace

std::optional<PartMessage> scanUsualPush(const QByteArray &body)
{
    return Scanner(body).message();
}

} // namespace callboard
