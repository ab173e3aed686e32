// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "campaign/calling_hours.h"

#include <QWidget>

class QTimeEdit;
class QToolButton;

namespace callboard {

/// Days of the week, and from when to when: calling hours of one range. Further ranges that came in are kept as they
/// were.
class HoursField : public QWidget
{
    Q_OBJECT
public:
    explicit HoursField(QWidget *parent = nullptr);

    void setHours(const CallingHours &hours);
    CallingHours hours() const; ///< empty where no day is chosen

Q_SIGNALS:
    void changed();

private:
    QList<QToolButton *> m_days; ///< Monday first
    QTimeEdit *m_from, *m_to;
    QList<CallingRange> m_others;
};

} // namespace callboard
