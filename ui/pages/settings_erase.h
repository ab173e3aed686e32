// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/store_work.h"
#include "ui/window/services.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace callboard {

struct EraseReport;

/// A person's number that is to be erased: looks where it stands first, which changes nothing, and asks. The writer
/// then erases it between pushes; looking for it again is the proof. Part of Settings, Privacy. GUI thread.
class SettingsErase : public QWidget
{
    Q_OBJECT
public:
    explicit SettingsErase(const Services &services, QWidget *parent = nullptr);

    void retranslate();
    /// The number of a call; while numbers are covered it is not shown.
    void setNumber(const QString &number);

private:
    QString number() const;
    void look();
    void ask(const QString &number, const EraseReport &report);
    void erase(const QString &number, bool atOnce);
    void showState();

    Services m_services;
    QLabel *m_head, *m_hint, *m_status;
    QLineEdit *m_number;
    QPushButton *m_look;
    QString m_given; ///< by setNumber(); gone as soon as somebody types
    StoreWork m_work;
};

} // namespace callboard
