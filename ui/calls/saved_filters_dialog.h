// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/calls/saved_filters.h"

#include <QDialog>

class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace callboard {

/// Asks under which name a filter is to be saved; says when a filter of that name would be replaced. Used with open().
class SaveFilterDialog : public QDialog
{
    Q_OBJECT
public:
    explicit SaveFilterDialog(const QStringList &taken, QWidget *parent = nullptr);

Q_SIGNALS:
    void nameChosen(const QString &name);

private:
    void check();
    QStringList m_taken;
    QLineEdit *m_name;
    QLabel *m_hint;
    QDialogButtonBox *m_buttons;
};

/// Renames and deletes saved filters. Used with open(); every change is told at once.
class ManageFiltersDialog : public QDialog
{
    Q_OBJECT
public:
    explicit ManageFiltersDialog(const SavedFilters &filters, QWidget *parent = nullptr);

Q_SIGNALS:
    void filtersChanged(const callboard::SavedFilters &filters);

private:
    void layOut();
    void fill(const QString &current);
    void showCurrent();
    void rename();
    void remove();
    QString currentName() const;

    SavedFilters m_filters;
    QListWidget *m_list;
    QLineEdit *m_name;
    QLabel *m_hint;
    QPushButton *m_rename, *m_delete;
};

} // namespace callboard
