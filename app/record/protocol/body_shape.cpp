// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/protocol/body_shape.h"

#include <QJsonObject>

#include <algorithm>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MostLooked = 4096; ///< bytes at the beginning that decide

QByteArrayView beginningOf(const QByteArray &body)
{
    return QByteArrayView(body).first(std::min(MostLooked, body.size())).trimmed();
}

/// `[` and the `{` of its first record.
bool isListOfRecords(QByteArrayView text)
{
    return text.startsWith('[') && text.sliced(1).trimmed().startsWith('{');
}

bool isNameOfForm(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
        || QByteArrayView("_-.[]%+").contains(c);
}

/// `name=value`, percent-encoded as a browser does, or the parts of a form with files.
bool isForm(QByteArrayView text)
{
    const qsizetype equal = text.indexOf('=');
    const bool isEncoded = equal > 0 && std::all_of(text.begin(), text.begin() + equal, isNameOfForm)
        && std::all_of(text.begin() + equal, text.end(), [](char c) { return c > ' ' && c != '"' && c != '<'; });
    return isEncoded || (text.startsWith("--") && text.indexOf("form-data") > 0);
}

Refusal refusal(RefusalReason reason, const QString &error)
{
    return Refusal{reason, error, {}};
}

/// Collects the keys of the outermost object, as far as it goes. Of what is no JSON it collects nothing of use.
class KeyReader
{
public:
    QStringList keysOf(QByteArrayView text);

private:
    void character(char c);
    void endText();

    QStringList m_keys;
    QByteArray m_text; ///< the last one at depth 1
    int m_depth = 0;
    bool m_isText = false, m_isEscaped = false;
};

QStringList KeyReader::keysOf(QByteArrayView text)
{
    for (const char c : text) {
        if (!m_isText)
            character(c);
        else if (std::exchange(m_isEscaped, false))
            m_text += c;
        else if (c == '\\')
            m_isEscaped = true;
        else if (c == '"')
            m_isText = false;
        else if (m_depth == 1)
            m_text += c;
    }
    return m_keys;
}

void KeyReader::character(char c)
{
    if (c == '"') {
        m_isText = true;
        m_text.clear();
    } else if (c == '{' || c == '[') {
        ++m_depth;
    } else if (c == '}' || c == ']') {
        --m_depth;
    } else if (c == ':' && m_depth == 1) {
        m_keys.append(QString::fromUtf8(m_text));
    }
}

} // namespace

std::optional<Refusal> foreignShapeOf(const QByteArray &body)
{
    const QByteArrayView text = beginningOf(body);
    if (isListOfRecords(text))
        return refusal(RefusalReason::ListOfRecords, u"The body is a list. Send one record in each message."_s);
    if (text.startsWith("<?xml") || text.startsWith("<soap") || (text.startsWith('<') && text.endsWith('>')))
        return refusal(RefusalReason::Xml, u"The body is XML. Send a record as a JSON object."_s);
    if (isForm(text))
        return refusal(RefusalReason::Form, u"The body is a form. Send a record as a JSON object."_s);
    return std::nullopt;
}

PushKind kindOfBeginning(QByteArrayView beginning, PushKind ofAddress, const QList<PushKindInfo> &kinds)
{
    FieldSet present;
    QJsonObject extra;
    const QStringList keys = KeyReader().keysOf(beginning);
    for (const QString &key : keys) {
        if (const FieldInfo *info = findField(key))
            present.add(info->field);
        else
            extra.insert(key, QJsonValue());
    }
    return pushKindOf(present, extra, ofAddress, kinds);
}

} // namespace callboard
