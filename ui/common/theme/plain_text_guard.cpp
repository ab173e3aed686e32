// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/theme/plain_text_guard.h"

#include <QCoreApplication>
#include <QEvent>
#include <QLabel>

namespace callboard {

PlainTextGuard::PlainTextGuard(QCoreApplication &application)
{
    application.installEventFilter(this);
}

bool PlainTextGuard::eventFilter(QObject *watched, QEvent *event)
{
    // A label asks to be polished before it measures its text, a tooltip before it even has one.
    if (event->type() == QEvent::Polish) {
        auto *label = qobject_cast<QLabel *>(watched);
        if (label != nullptr && label->textFormat() == Qt::AutoText)
            label->setTextFormat(Qt::PlainText);
    }
    return QObject::eventFilter(watched, event);
}

} // namespace callboard
