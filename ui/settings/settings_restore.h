// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database/reader_pool.h"
#include "ui/session/services.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace callboard {

class FileField;
struct RestoreLeftovers;

/// A copy that takes the place of the store: names it, looks whether it can be one, and asks before anything happens.
/// The work itself needs the store without anybody who reads it, so that the program's frame does it. GUI thread.
class SettingsRestore : public QWidget
{
    Q_OBJECT
public:
    explicit SettingsRestore(const Services &services, QWidget *parent = nullptr);

Q_SIGNALS:
    /// Somebody read the question and agreed.
    void restoreRequested(const QString &file);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void showLeft(const RestoreLeftovers &left);
    void look();
    void ask(const QString &file, const QString &problem);
    void say(const QString &styleClass, const QString &text);

    Services m_services;
    QLabel *m_status, *m_left;
    FileField *m_file;
    QPushButton *m_restore;
    ReadTicket m_look, m_leftQuery;
};

} // namespace callboard
