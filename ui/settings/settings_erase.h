// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/services.h"
#include "ui/session/store_work.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace callboard {

struct EraseReport;
struct FinishedErasure;
class PersonNumber;

/// A person's number that is to be erased: looks where it stands first, which changes nothing, and asks. The writer
/// then erases it between pushes; afterwards the store and its files are searched, and one account of all of it is
/// given. Part of Settings, Privacy. GUI thread.
class SettingsErase : public QWidget
{
    Q_OBJECT
public:
    explicit SettingsErase(const Services &services, QWidget *parent = nullptr);

    /// The number of a call; while numbers are covered it is not shown.
    void setNumber(const QString &number);

private:
    QString number() const;
    void look();
    void ask(const QString &number, const EraseReport &report);
    void erase(const QString &number, bool atOnce);
    void prove(const PersonNumber &person, const FinishedErasure &erasure);
    void showAccount(const FinishedErasure &erasure, const EraseReport &after);
    void showState();

    Services m_services;
    QLabel *m_status;
    QLineEdit *m_number;
    QPushButton *m_look;
    QString m_given; ///< by setNumber(); gone as soon as somebody types
    StoreWork m_work;
    bool m_isErasing = false; ///< the writer is at it
};

} // namespace callboard
