// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace callboard {

/// F1: what live means, how figures lead to calls, and the keys.
class HelpDialog : public QDialog
{
    Q_OBJECT
public:
    explicit HelpDialog(QWidget *parent = nullptr);
};

} // namespace callboard
