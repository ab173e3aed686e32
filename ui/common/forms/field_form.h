// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme/bind_text.h"

#include <QList>
#include <QWidget>

#include <optional>

class QGridLayout;
class QLabel;
class QLineEdit;

namespace callboard {

/// Bounds of a whole number, both included.
struct NumberBounds
{
    qint64 least = 0, most = 0;
};

/// A field of a form, given once: what it is called, what is said beside it, and when its value is wrong. All functions
/// are called again after each change of a value and of the language.
struct FormField
{
    TextFunction label;
    TextFunction hint{};
    TextFunction problem{}; ///< what is wrong with the value of now; empty: nothing
    std::optional<NumberBounds> bounds{}; ///< of a QLineEdit's number; a value outside of them is a problem, too
    std::function<bool()> isVisible{}; ///< without it, always
    std::function<bool()> isEnabled{}; ///< without it, always; fields that can't be changed have no problem
};

/// Fields one below the other: the name, the control, and beside it a hint, or what is wrong with its value. The name
/// is also what screen readers say. GUI thread.
class FieldForm : public QWidget
{
    Q_OBJECT
public:
    explicit FieldForm(QWidget *parent = nullptr);

    /// A row for the control, which the form owns from now on. `key`: the name of the object.
    template <class Control>
    Control *add(const QString &key, Control *control, const FormField &field)
    {
        addRow(key, control, field);
        return control;
    }
    /// A head above the rows that follow.
    void addHead(const TextFunction &text);

    /// Sets values; they are checked once, afterwards.
    void fill(const std::function<void()> &set);
    /// Asks all fields again; needed where something else changed than a value.
    void check();
    /// What was found wrong elsewhere, in the place of the hint; holds until the next check.
    void setProblem(QWidget *control, const QString &problem);
    QString problemOf(const QWidget *control) const;
    bool hasProblem() const;

Q_SIGNALS:
    /// A value is another one now; all fields have been checked.
    void changed();

private:
    struct Row
    {
        QWidget *control;
        QLabel *name, *note;
        FormField field;
        QString problem{};
    };
    void addRow(const QString &key, QWidget *control, const FormField &field);
    void watch(QWidget *control);
    void takeChange();
    void checkRow(Row &row);
    void showNote(const Row &row, const QString &hint);
    QString problemIn(const Row &row) const;

    QGridLayout *m_grid;
    QList<Row> m_rows;
    bool m_isFilling = false;
};

/// The whole number that a field holds, if it lies within the bounds.
std::optional<qint64> numberIn(const QLineEdit *edit, const NumberBounds &bounds);

} // namespace callboard
