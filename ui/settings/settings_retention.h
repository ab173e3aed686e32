// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database/reader_pool.h"
#include "ui/session/preferences.h"
#include "ui/session/services.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace callboard {

class FieldForm;

/// How long calls are kept: for ever, or for some days and then only their counts. Asks before a shorter time holds,
/// and says how many calls it means. Part of Settings, Storage. GUI thread.
class SettingsRetention : public QWidget
{
    Q_OBJECT
public:
    explicit SettingsRetention(const Services &services, QWidget *parent = nullptr);

    /// From when on the calls are there; looked at while somebody looks.
    void showKept();

private:
    void fill();
    void showState();
    int edited() const; ///< days, 0: for ever
    void apply();
    void ask(int days, qint64 calls);
    void keep(int days);

    Services m_services;
    FieldForm *m_form;
    QCheckBox *m_forever = nullptr;
    QLineEdit *m_days = nullptr;
    QLabel *m_status;
    QPushButton *m_apply;
    ReadTicket m_count, m_keptQuery;
};

} // namespace callboard
