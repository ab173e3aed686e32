// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme/bind_text.h"

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace callboard {

/// A path, typed or chosen. GUI thread.
class FileField : public QWidget
{
    Q_OBJECT
public:
    enum class Purpose : quint8 { Open, Save, Folder };

    explicit FileField(Purpose purpose, QWidget *parent = nullptr);

    QString path() const; ///< trimmed; empty: none
    void setPath(const QString &path);
    void setNameFilter(const QString &filter) { m_filter = filter; }
    /// What it is called where no form names it; also shown while it is empty.
    void bindLabel(const TextFunction &text);
    QLineEdit *edit() const { return m_edit; }

Q_SIGNALS:
    void changed();

private:
    void choose();

    const Purpose m_purpose;
    QString m_filter;
    QLineEdit *m_edit;
    QPushButton *m_choose;
};

} // namespace callboard
