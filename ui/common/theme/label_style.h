// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLabel;
class QString;
class QWidget;

namespace callboard {

/// Gives a widget and what is in it a class of the style sheet ("caption", "good", "bad"…), also after it was shown.
void setStyleClass(QWidget *widget, const QString &styleClass);
/// The same of a label, with a text.
void setText(QLabel *label, const QString &styleClass, const QString &text);

} // namespace callboard
