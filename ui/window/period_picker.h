// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QButtonGroup>
#include <QWidget>

namespace callboard {

class ViewState;

/// Chooses the period of all pages; the last entry asks for a custom one.
class PeriodPicker : public QWidget
{
    Q_OBJECT
public:
    explicit PeriodPicker(ViewState &view, QWidget *parent = nullptr);

private:
    void choose(int kind);
    void askCustom();
    void showChoice();
    ViewState &m_view;
    QButtonGroup m_buttons;
};

} // namespace callboard
