// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QListWidget;

namespace callboard {

/// Chooses some of many, such as the columns of a report. At least one; all of them are an empty choice. GUI thread.
class ChecklistDialog : public QDialog
{
    Q_OBJECT
public:
    /// `all`: names and what they are called; `chosen` empty: all.
    ChecklistDialog(const QString &title, const QList<std::pair<QString, QString>> &all, const QStringList &chosen,
                    QWidget *parent = nullptr);

    QStringList chosen() const; ///< empty: all

private:
    void makeWidgets();
    void layOut();
    void setAll(bool checked);
    void filter(const QString &text);
    void check();
    int checkedCount() const;

    QLineEdit *m_filter;
    QListWidget *m_list;
    QLabel *m_state;
    QDialogButtonBox *m_buttons;
};

} // namespace callboard
