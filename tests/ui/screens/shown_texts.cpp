// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/shown_texts.h"

#include <QSignalBlocker>
#include <QVariant>
#include <QWidget>

namespace callboard {

namespace {

constexpr const char *Text = "text"; ///< the property of all three classes

void setText(QWidget *widget, const QString &text)
{
    const QSignalBlocker blocker(widget);
    widget->setProperty(Text, text);
}

} // namespace

ShownTexts::ShownTexts(QWidget *widget, const QList<TextReplacement> &replacements)
{
    const QList<QWidget *> children = widget->findChildren<QWidget *>();
    for (QWidget *child : children) {
        const QString own = child->property(Text).toString();
        QString shown = own;
        for (const TextReplacement &each : replacements)
            shown.replace(each.text, each.shown);
        if (shown == own)
            continue;
        m_texts.insert(child, own);
        setText(child, shown);
    }
}

ShownTexts::~ShownTexts()
{
    for (auto it = m_texts.cbegin(); it != m_texts.cend(); ++it)
        setText(it.key(), it.value());
}

} // namespace callboard
