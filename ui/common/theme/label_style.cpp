// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/theme/label_style.h"

#include <QLabel>
#include <QStyle>
#include <QVariant>

namespace callboard {

void setStyleClass(QLabel *label, const QString &styleClass)
{
    if (label->property("styleClass").toString() == styleClass)
        return;
    label->setProperty("styleClass", styleClass);
    label->style()->unpolish(label);
    label->style()->polish(label);
}

void setText(QLabel *label, const QString &styleClass, const QString &text)
{
    setStyleClass(label, styleClass);
    label->setText(text);
}

} // namespace callboard
