// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/theme/label_look.h"

#include <QLabel>
#include <QStyle>
#include <QVariant>

namespace callboard {

void setLook(QLabel *label, const QString &look)
{
    if (label->property("look").toString() == look)
        return;
    label->setProperty("look", look);
    label->style()->unpolish(label);
    label->style()->polish(label);
}

void setText(QLabel *label, const QString &look, const QString &text)
{
    setLook(label, look);
    label->setText(text);
}

} // namespace callboard
