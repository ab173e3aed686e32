// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/services.h"

#include <QObject>
#include <QPointer>

class QMessageBox;
class QWidget;

namespace callboard {

/// Asks what closing the window is to do while pushes are received: nobody else would take them. The answer is kept
/// for the next time, unless the reader wants to be asked again. GUI thread.
class CloseQuestion : public QObject
{
    Q_OBJECT
public:
    CloseQuestion(const Services &services, QWidget *window);

    /// Shows the question, once at a time; it does not block.
    void ask();

Q_SIGNALS:
    void keepReceivingChosen();
    void quitChosen();

private:
    QString text() const;
    Services m_services;
    QWidget *m_window;
    QPointer<QMessageBox> m_box;
};

} // namespace callboard
