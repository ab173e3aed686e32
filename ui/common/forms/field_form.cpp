// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/forms/field_form.h"

#include "ui/common/theme/label_style.h"
#include "ui/common/theme/plain_text.h"
#include "ui/common/theme/theme.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QPlainTextEdit>
#include <QSpinBox>

#include <algorithm>
#include <utility>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int Unit = Theme::Unit;
constexpr int NameColumn = 0, ControlColumn = 1, NoteColumn = 2;

} // namespace

FieldForm::FieldForm(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins({});
    m_grid->setHorizontalSpacing(3 * Unit);
    m_grid->setVerticalSpacing(2 * Unit);
    m_grid->setColumnMinimumWidth(NameColumn, 36 * Unit);
    m_grid->setColumnMinimumWidth(ControlColumn, 72 * Unit);
    m_grid->setColumnStretch(ControlColumn, 2);
    m_grid->setColumnStretch(NoteColumn, 3);
    bindLanguage(this, [this] { check(); });
}

void FieldForm::addRow(const QString &key, QWidget *control, const FormField &field)
{
    control->setObjectName(key);
    auto *name = new PlainLabel;
    name->setBuddy(control);
    name->setWordWrap(true);
    auto *note = new PlainLabel;
    note->setWordWrap(true);
    note->setObjectName(key + u"Note"_s);
    setStyleClass(note, u"caption"_s);
    const int line = m_grid->rowCount();
    const auto height = control->sizeHint().height();
    const bool isTall = height > 12 * Unit;
    name->setMinimumHeight(isTall ? 0 : height);
    note->setMinimumHeight(isTall ? 0 : height);
    const Qt::Alignment place = isTall ? Qt::AlignTop : Qt::AlignVCenter;
    m_grid->addWidget(name, line, NameColumn, place);
    m_grid->addWidget(control, line, ControlColumn);
    m_grid->addWidget(note, line, NoteColumn, place);
    m_rows.append({control, name, note, field});
    watch(control);
}

void FieldForm::addHead(const TextFunction &text)
{
    auto *head = new PlainLabel;
    setStyleClass(head, u"title"_s);
    bindText(head, text);
    if (!m_rows.isEmpty())
        head->setContentsMargins(0, 3 * Unit, 0, 0);
    m_grid->addWidget(head, m_grid->rowCount(), NameColumn, 1, 3);
}

/// Any change in the control, or in one of its parts, is a change of the form.
void FieldForm::watch(QWidget *control)
{
    if (const auto *edit = qobject_cast<QLineEdit *>(control))
        connect(edit, &QLineEdit::textChanged, this, &FieldForm::takeChange);
    else if (const auto *text = qobject_cast<QPlainTextEdit *>(control))
        connect(text, &QPlainTextEdit::textChanged, this, &FieldForm::takeChange);
    else if (const auto *button = qobject_cast<QAbstractButton *>(control))
        connect(button, &QAbstractButton::toggled, this, &FieldForm::takeChange);
    else if (const auto *time = qobject_cast<QDateTimeEdit *>(control))
        connect(time, &QDateTimeEdit::dateTimeChanged, this, &FieldForm::takeChange);
    else if (const auto *number = qobject_cast<QSpinBox *>(control))
        connect(number, &QSpinBox::valueChanged, this, &FieldForm::takeChange);
    else if (const auto *decimal = qobject_cast<QDoubleSpinBox *>(control))
        connect(decimal, &QDoubleSpinBox::valueChanged, this, &FieldForm::takeChange);
    else if (const auto *list = qobject_cast<QListWidget *>(control))
        connect(list, &QListWidget::itemChanged, this, &FieldForm::takeChange);
    else if (const auto *box = qobject_cast<QComboBox *>(control))
        connect(box, &QComboBox::currentTextChanged, this, &FieldForm::takeChange);
    else
        for (QWidget *part : control->findChildren<QWidget *>(Qt::FindDirectChildrenOnly))
            watch(part);
}

void FieldForm::takeChange()
{
    if (m_isFilling)
        return;
    check();
    Q_EMIT changed();
}

void FieldForm::fill(const std::function<void()> &set)
{
    const bool isPartOfAnother = std::exchange(m_isFilling, true);
    set();
    m_isFilling = isPartOfAnother;
    takeChange();
}

void FieldForm::check()
{
    if (m_isFilling)
        return;
    for (Row &row : m_rows)
        checkRow(row);
}

void FieldForm::checkRow(Row &row)
{
    if (row.field.isEnabled)
        row.control->setEnabled(row.field.isEnabled());
    if (row.field.isVisible) {
        for (QWidget *part : {row.control, static_cast<QWidget *>(row.name), static_cast<QWidget *>(row.note)})
            part->setVisible(row.field.isVisible());
    }
    const QString label = row.field.label();
    row.name->setText(label);
    row.control->setAccessibleName(label);
    if (QWidget *part = row.control->focusProxy())
        part->setAccessibleName(label);
    row.problem = problemIn(row);
    showNote(row, row.field.hint ? row.field.hint() : QString());
}

QString FieldForm::problemIn(const Row &row) const
{
    if (!row.control->isEnabledTo(this) || (row.field.isVisible && !row.field.isVisible()))
        return {};
    const auto &bounds = row.field.bounds;
    if (bounds && !numberIn(qobject_cast<QLineEdit *>(row.control), *bounds))
        return tr("A whole number from %1 to %2.")
            .arg(QLocale().toString(bounds->least), QLocale().toString(bounds->most));
    return row.field.problem ? row.field.problem() : QString();
}

void FieldForm::showNote(const Row &row, const QString &hint)
{
    const bool isWrong = !row.problem.isEmpty();
    setStyleClass(row.note, isWrong ? u"bad"_s : u"caption"_s);
    row.note->setText(isWrong ? row.problem : hint);
    row.control->setAccessibleDescription(row.note->text());
}

void FieldForm::setProblem(QWidget *control, const QString &problem)
{
    for (Row &row : m_rows) {
        if (row.control != control)
            continue;
        row.problem = problem;
        showNote(row, row.field.hint ? row.field.hint() : QString());
    }
}

QString FieldForm::problemOf(const QWidget *control) const
{
    for (const Row &row : m_rows) {
        if (row.control == control)
            return row.problem;
    }
    return {};
}

bool FieldForm::hasProblem() const
{
    return std::any_of(m_rows.begin(), m_rows.end(), [](const Row &row) { return !row.problem.isEmpty(); });
}

std::optional<qint64> numberIn(const QLineEdit *edit, const NumberBounds &bounds)
{
    bool isNumber = false;
    const qint64 number = edit->text().trimmed().toLongLong(&isNumber);
    return isNumber && number >= bounds.least && number <= bounds.most ? std::optional(number) : std::nullopt;
}

} // namespace callboard
