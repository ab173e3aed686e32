// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/filter/call_filter.h"

#include <QDialog>

class QDateTimeEdit;
class QDialogButtonBox;
class QLabel;

namespace callboard {

/// Asks for a stretch of time, in the local time zone.
class CustomPeriodDialog : public QDialog
{
    Q_OBJECT
public:
    explicit CustomPeriodDialog(const TimeRange &proposal, QWidget *parent = nullptr);
    TimeRange range() const;

private:
    void check();
    QDateTimeEdit *m_from;
    QDateTimeEdit *m_to;
    QLabel *m_problem;
    QDialogButtonBox *m_buttons;
};

} // namespace callboard
