// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

class QWidget;

namespace callboard {

/// A text that differs from run to run, such as a port that the system chose, and what a picture shows in its place.
struct TextReplacement
{
    QString text, shown;
};

/// Labels, buttons and line edits of a widget show other texts as long as this lives; nobody is notified. GUI thread.
class ShownTexts
{
public:
    ShownTexts(QWidget *widget, const QList<TextReplacement> &replacements);
    ~ShownTexts(); ///< they show their own texts again
    Q_DISABLE_COPY_MOVE(ShownTexts)

private:
    QHash<QWidget *, QString> m_texts; ///< their own
};

} // namespace callboard
