// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QCoreApplication;

namespace callboard {

/// The second wall behind ui/common/theme/plain_text.h, for labels that Qt makes itself (tooltips, the words in message
/// boxes and forms): each is plain before it is laid out for the first time. Made once, before the first widget. GUI
/// thread.
class PlainTextGuard : public QObject
{
    Q_OBJECT
public:
    explicit PlainTextGuard(QCoreApplication &application);

    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace callboard
