// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/terminal_stream.h"

#include <QStringList>

#include <algorithm>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

/// Whatever a terminal might obey. Joiners and variation selectors are parts of words and stay.
bool steersTerminal(char16_t c)
{
    if (c < 0x20 || (c >= 0x7F && c <= 0x9F))
        return true;
    const bool turnsDirection =
        c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    const bool breaksLine = c == 0x2028 || c == 0x2029;
    return turnsDirection || breaksLine || (c >= 0xFFF9 && c <= 0xFFFB) || c == 0xFEFF || c >= 0xFFFE;
}

/// Half of a pair is no character; written as it is it would not even be UTF-8.
bool isLoneHalf(QStringView text, qsizetype at)
{
    const QChar c = text[at];
    if (c.isHighSurrogate())
        return at + 1 == text.size() || !text[at + 1].isLowSurrogate();
    return c.isLowSurrogate() && (at == 0 || !text[at - 1].isHighSurrogate());
}

QString codeOf(char16_t c)
{
    return u"\\u%1"_s.arg(static_cast<uint>(c), 4, 16, QChar(u'0'));
}

/// With `isKept`, characters for which it is true stay.
QString encoded(const QString &text, bool (*isKept)(char16_t))
{
    const auto isBare = [&](qsizetype i) {
        const char16_t c = text[i].unicode();
        return steersTerminal(c) ? !isKept(c) : (QChar::isSurrogate(c) && isLoneHalf(text, i));
    };
    QString result;
    qsizetype from = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!isBare(i))
            continue;
        result.append(QStringView(text).mid(from, i - from)).append(codeOf(text[i].unicode()));
        from = i + 1;
    }
    return from == 0 ? text : result.append(QStringView(text).mid(from));
}

void writeMessage(QtMsgType, const QMessageLogContext &, const QString &message)
{
    const QByteArray line = terminalText(message).toUtf8() + '\n';
    std::fwrite(line.constData(), 1, static_cast<size_t>(line.size()), stderr);
}

} // namespace

QString terminalText(const QString &text)
{
    return encoded(text, [](char16_t) { return false; });
}

QByteArray terminalJson(const QByteArray &document)
{
    // Between texts JSON has only line breaks and tabs; inside them QJsonDocument has escaped these already.
    return encoded(QString::fromUtf8(document), [](char16_t c) { return c == u'\n' || c == u'\t'; }).toUtf8();
}

void TerminalStream::lines(const QString &text)
{
    m_stream << encoded(text, [](char16_t c) { return c == u'\n'; });
}

bool TerminalStream::flush()
{
    m_stream.flush();
    return m_stream.status() == QTextStream::Ok && std::fflush(m_file) == 0 && std::ferror(m_file) == 0;
}

void guardQtMessages()
{
    qInstallMessageHandler(writeMessage);
}

} // namespace callboard
