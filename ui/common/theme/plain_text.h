// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QMessageBox>
#include <QString>

class QTableWidgetItem;

namespace callboard {

/// Whatever may hold words from outside (a push, a file, a person) is shown as the signs it consists of. Qt's own
/// defaults take what looks like HTML for HTML, and read the files that it names: so labels, tooltips, questions,
/// notifications and titles are made here and nowhere else, which a test of the structure checks. GUI thread.

/// The label of this program: it never interprets its text.
class PlainLabel : public QLabel
{
public:
    explicit PlainLabel(QWidget *parent = nullptr);
    explicit PlainLabel(const QString &text, QWidget *parent = nullptr);
};

/// A message over a window that owns it, or over none. Deleted when it is closed; the caller opens it.
QMessageBox *makeMessageBox(QMessageBox::Icon icon, const QString &title, const QString &text,
                            QMessageBox::StandardButtons buttons, QWidget *parent);

/// A text as a tooltip: broken into lines that fit a screen, cut with "…" beyond 40 of them, and nothing that Qt would
/// take for markup. What models return for Qt::ToolTipRole.
QString tipText(const QString &text);
void setTip(QWidget *widget, const QString &text);
void setTip(QTableWidgetItem *item, const QString &text);

/// A text as the words of a button, a menu entry, a tab or a box: "&" is a sign, and no key's mark.
QString buttonText(const QString &text);

/// The title of a window or dialog: "[*]" is text, and no mark of unsaved changes.
void setTitle(QWidget *window, const QString &title);

/// A text as the body of a desktop notification. Desktops may read markup there, or not, and don't say so in time: a
/// joiner that nobody sees keeps a bracket or an ampersand from beginning any, and both show the same.
QString notificationText(const QString &text);

} // namespace callboard
