// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme/bind_text.h"

class QDialogButtonBox;
class QFrame;
class QHBoxLayout;
class QPushButton;
class QSplitter;

namespace callboard {

/// The usual parts of pages and dialogs. Whoever lays them out owns them; `name` is the object's name. GUI thread.

/// A control of that kind with its name.
template <class Control, class... Arguments>
Control *makeNamed(const QString &name, Arguments &&...arguments)
{
    auto *control = new Control(std::forward<Arguments>(arguments)...);
    control->setObjectName(name);
    return control;
}

/// A button with its text; `accessibleName` where the text alone says too little.
QPushButton *makeButton(const QString &name, const TextFunction &text, const TextFunction &accessibleName = {});
/// A label of a style class; without a text, it is set later.
QLabel *makeLabel(const QString &styleClass, const TextFunction &text = {});
/// The title of a panel or section.
QLabel *makeTitle(const TextFunction &text);
/// A label in small type that wraps, for hints and states.
QLabel *makeCaption(const QString &name, const TextFunction &text = {});
/// A state or a problem: wraps, and says nothing to begin with.
QLabel *makeStatus(const QString &name);
/// Save and Cancel, in the language of the program; Save has that name.
QDialogButtonBox *makeDialogButtons(const QString &saveName);
/// Controls side by side; the one at `stretched` takes the room that the others leave, -1: none.
QHBoxLayout *makeRow(std::initializer_list<QWidget *> controls, int stretched = -1);
/// A frame like a card, with these below each other; the last one takes the room.
QFrame *makePanel(QHBoxLayout *head, std::initializer_list<QWidget *> below);
/// Panels with a handle between them that none of them closes.
QSplitter *makeSplitter(Qt::Orientation orientation, std::initializer_list<QWidget *> parts, const QList<int> &sizes);

} // namespace callboard
