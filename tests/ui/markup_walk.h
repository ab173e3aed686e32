// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

class QAbstractItemView;
class QAbstractScrollArea;
class QHeaderView;
class QLabel;
class QPoint;
class QWidget;

namespace callboard::test {

/// Draws windows, shows every tooltip in them, and notes what would interpret the words that it shows.
class MarkupWalk
{
public:
    /// The part of hostile words that a button has to write otherwise: a "&" between two letters.
    static QString ampersand() { return QStringLiteral("R&D"); }

    /// All words of the visible widgets in a window: labels, buttons, entries, cells, heads, fields.
    static QString wordsOf(const QWidget *root);
    /// Draws a window and its tips; adds to `seen` and `problems`.
    void look(QWidget *root, const QString &place);

    QString seen;
    QStringList problems;
    int tips = 0; ///< that were shown

private:
    void lookAtWidget(QWidget *widget);
    void lookAtItems(QAbstractItemView *view);
    void lookAtHeader(QHeaderView *header);
    void lookAtLabel(const QLabel *label);
    void lookAtButtonWords(const QString &words);
    void hover(QWidget *widget, const QPoint &at);
    void complain(const QString &what) { problems.append(m_place + QStringLiteral(": ") + what.left(300)); }

    QString m_place;
};

} // namespace callboard::test
