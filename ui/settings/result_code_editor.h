// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/call/result_meanings.h"
#include "ui/session/services.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDateTimeEdit;
class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace callboard {

class DetailTable;
class FieldForm;

/// What one result code means: its words, class and flags, and from when on. Stores it itself, all or nothing; closes
/// once it is stored. GUI thread. Open it with open().
class ResultCodeEditor : public QDialog
{
    Q_OBJECT
public:
    enum class ValidFrom : quint8 { FromNow, FromDate, Always };

    /// `history`: what was decided about the code so far.
    ResultCodeEditor(const Services &services, const QString &code, const QList<ResultMeaning> &history,
                     QWidget *parent = nullptr);

    /// Everything that would be decided about the code if it were saved now.
    QList<ResultMeaning> edited() const;
    void setValidFrom(ValidFrom validFrom, qint64 sinceMs = 0);

Q_SIGNALS:
    void saved();

private:
    void addWords();
    void addMeaning();
    void addDates();
    void layOut();
    void fill();
    void showHistory();
    void showState();
    ValidFrom validFrom() const;
    void save();
    void askReset();
    void store(const QList<ResultMeaning> &meanings);
    ResultMeaning meaning() const;
    qint64 since() const;

    Services m_services;
    const QString m_code;
    const QList<ResultMeaning> m_history;
    ResultMeaning m_now;
    FieldForm *m_form;
    QLineEdit *m_zh = nullptr, *m_en = nullptr;
    QComboBox *m_class = nullptr, *m_validFrom = nullptr;
    QList<QCheckBox *> m_flags;
    QDateTimeEdit *m_since = nullptr;
    DetailTable *m_past = nullptr;
    QLabel *m_status = nullptr;
    QDialogButtonBox *m_buttons = nullptr;
    QPushButton *m_reset = nullptr;
};

} // namespace callboard
