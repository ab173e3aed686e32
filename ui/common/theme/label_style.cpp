// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/theme/label_style.h"

#include <QLabel>
#include <QStyle>
#include <QVariant>

namespace callboard {

void setStyleClass(QWidget *widget, const QString &styleClass)
{
    if (widget->property("styleClass").toString() == styleClass)
        return;
    widget->setProperty("styleClass", styleClass);
    for (QWidget *each : widget->findChildren<QWidget *>() + QList<QWidget *>{widget}) {
        each->style()->unpolish(each);
        each->style()->polish(each);
    }
}

void setText(QLabel *label, const QString &styleClass, const QString &text)
{
    setStyleClass(label, styleClass);
    label->setText(text);
}

} // namespace callboard
