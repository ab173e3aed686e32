// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

class QAbstractButton;
class QAction;
class QComboBox;
class QLabel;
class QLineEdit;
class QObject;
class QPlainTextEdit;
class QWidget;

namespace callboard {

/// Texts that follow the language of the program: each is given once, as a function, and set now and after each change
/// of the language for as long as its widget lives. GUI thread.
using TextFunction = std::function<QString()>;

/// Calls `update` now, and again whenever the language of the program has changed. `context`: a widget, or an action
/// whose parent is a widget; the widget's children have their new texts after it.
void bindLanguage(QObject *context, const std::function<void()> &update);

/// The same, but not now: for what is shown from time to time and has words.
void onLanguageChange(QObject *context, const std::function<void()> &update);

void bindText(QLabel *label, const TextFunction &text);
void bindText(QAbstractButton *button, const TextFunction &text);
void bindText(QAction *action, const TextFunction &text);
void bindPlaceholder(QLineEdit *edit, const TextFunction &text);
void bindPlaceholder(QPlainTextEdit *edit, const TextFunction &text);
void bindTip(QWidget *widget, const TextFunction &text); ///< a tooltip, as setTip() makes it
void bindName(QWidget *widget, const TextFunction &text); ///< what screen readers call it
void bindTitle(QWidget *window, const TextFunction &text);
/// The entries of a box; the chosen one stays chosen, and nobody is told of a change.
void bindItems(QComboBox *box, const std::function<QStringList()> &texts);

} // namespace callboard
