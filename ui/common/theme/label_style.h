// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLabel;
class QString;

namespace callboard {

/// Gives a label a look of the style sheet ("caption", "good", "bad"…), also after it was shown.
void setStyleClass(QLabel *label, const QString &styleClass);
/// The same with a text.
void setText(QLabel *label, const QString &styleClass, const QString &text);

} // namespace callboard
