// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

#include <optional>

class QGridLayout;
class QLabel;
class QLineEdit;

namespace callboard {

/// Settings one below the other: the name, the control, and beside it a hint, or what is wrong with its value. GUI
/// thread.
class FieldForm : public QWidget
{
    Q_OBJECT
public:
    explicit FieldForm(QWidget *parent = nullptr);

    /// A row for the control, which the form owns from now on.
    void add(QWidget *control);
    /// A head above the rows that follow; the text comes from setTexts() with the returned label.
    QLabel *addHead();
    /// The name and the hint of a control, also as its accessible name and description.
    void setTexts(QWidget *control, const QString &name, const QString &hint = {});
    /// What is wrong with the control's value, in the place of its hint; empty: nothing.
    void setProblem(QWidget *control, const QString &problem);
    QString problemOf(const QWidget *control) const;
    bool hasProblem() const;
    /// Shows or hides a whole row.
    void setRowVisible(QWidget *control, bool visible);

Q_SIGNALS:
    void problemsChanged();

private:
    struct Row
    {
        QWidget *control;
        QLabel *name, *note;
        QString hint, problem;
    };
    Row *rowOf(const QWidget *control);
    void showNote(const Row &row);

    QGridLayout *m_grid;
    QList<Row> m_rows;
};

/// The whole number that a field holds, if it lies within the bounds (both included).
std::optional<qint64> numberIn(const QLineEdit *edit, qint64 least, qint64 most);

} // namespace callboard
