// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database/reader_pool.h"
#include "ui/session/preferences.h"
#include "ui/session/services.h"
#include "ui/settings/settings_section.h"

#include <QTimer>

#include <atomic>
#include <memory>

class QCheckBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace callboard {

class FieldForm;
class FileField;
class ClockWarning;
class SettingsRestore;
class SettingsRetention;

/// The store: its place and size, how long messages are kept as received, and a copy of it all. GUI thread; files are
/// looked at elsewhere.
class SettingsStorage : public SettingsSection
{
    Q_OBJECT
public:
    explicit SettingsStorage(const Services &services, QWidget *parent = nullptr);

    QString title() const override;
    void setActive(bool active) override;
    /// Copies the whole store into that file while the receiver goes on. The button that starts it cancels it
    /// meanwhile, and so does the program's end.
    void backup(const QString &file);

Q_SIGNALS:
    void backupEnded(bool good);

private:
    void makeFields();
    void makeWidgets();
    void layOut();
    void connectAll();
    void fill();
    void showState();
    StoragePreferences edited() const;
    void apply();
    void keep(const StoragePreferences &storage, const QString &problem);
    void showSize();
    void askProgress(const QString &file);
    void endBackup(const QString &file, const QString &error);

    Services m_services;
    FieldForm *m_form;
    FileField *m_file = nullptr, *m_backupFile = nullptr;
    QLineEdit *m_days = nullptr, *m_free = nullptr;
    QCheckBox *m_forever = nullptr;
    QLabel *m_size = nullptr, *m_status = nullptr, *m_backupStatus = nullptr;
    QPushButton *m_apply = nullptr, *m_undo = nullptr, *m_backup = nullptr;
    QProgressBar *m_progress = nullptr;
    SettingsRestore *m_restore = nullptr;
    SettingsRetention *m_retention = nullptr;
    ClockWarning *m_clock = nullptr;
    QTimer m_second;
    ReadTicket m_check, m_copy, m_look;
    std::shared_ptr<std::atomic<bool>> m_stopCopy; ///< there while a copy is made
    bool m_active = false;
};

} // namespace callboard
