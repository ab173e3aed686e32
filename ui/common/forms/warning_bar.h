// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace callboard {

/// A warning over a page, with at most one thing to do about it. Not there while there is nothing to warn of. GUI
/// thread.
class WarningBar : public QFrame
{
    Q_OBJECT
public:
    explicit WarningBar(const QString &name, QWidget *parent = nullptr);

    /// Nothing: the bar goes.
    void setWarning(const QString &text);
    /// The words of the button; without any there is none.
    void setAction(const QString &text);
    const QString &warning() const { return m_warning; }

Q_SIGNALS:
    void actionRequested();

private:
    QLabel *m_text;
    QPushButton *m_action;
    QString m_warning;
};

} // namespace callboard
