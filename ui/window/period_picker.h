// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QButtonGroup>
#include <QWidget>

namespace callboard {

class Format;
class ViewState;

/// Chooses the period of all pages; the last entry asks for a custom one and names it. A stretch of time that only the
/// page on screen shows stands there too, dashed.
class PeriodPicker : public QWidget
{
    Q_OBJECT
public:
    PeriodPicker(ViewState &view, const Format &format, QWidget *parent = nullptr);

private:
    void choose(int kind);
    void askCustom();
    void showChoice();
    void showCustom();

    ViewState &m_view;
    const Format &m_format;
    QButtonGroup m_buttons;
};

} // namespace callboard
