// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/forms/field_form.h"

#include "ui/common/theme/label_style.h"
#include "ui/common/theme/plain_text.h"
#include "ui/common/theme/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>

#include <algorithm>

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
}

void FieldForm::add(QWidget *control)
{
    auto *name = new PlainLabel;
    name->setBuddy(control);
    name->setWordWrap(true);
    auto *note = new PlainLabel;
    note->setWordWrap(true);
    note->setObjectName(control->objectName() + u"Note"_s);
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
    m_rows.append({control, name, note, {}, {}});
}

QLabel *FieldForm::addHead()
{
    auto *head = new PlainLabel;
    setStyleClass(head, u"title"_s);
    const int line = m_grid->rowCount();
    if (!m_rows.isEmpty())
        head->setContentsMargins(0, 3 * Unit, 0, 0);
    m_grid->addWidget(head, line, NameColumn, 1, 3);
    return head;
}

FieldForm::Row *FieldForm::rowOf(const QWidget *control)
{
    const auto row =
        std::find_if(m_rows.begin(), m_rows.end(), [control](const Row &r) { return r.control == control; });
    return row == m_rows.end() ? nullptr : &*row;
}

void FieldForm::setTexts(QWidget *control, const QString &name, const QString &hint)
{
    Row *row = rowOf(control);
    row->name->setText(name);
    row->hint = hint;
    control->setAccessibleName(name);
    showNote(*row);
}

void FieldForm::setProblem(QWidget *control, const QString &problem)
{
    Row *row = rowOf(control);
    if (row->problem == problem)
        return;
    row->problem = problem;
    showNote(*row);
    Q_EMIT problemsChanged();
}

void FieldForm::showNote(const Row &row)
{
    const bool isWrong = !row.problem.isEmpty();
    setStyleClass(row.note, isWrong ? u"bad"_s : u"caption"_s);
    row.note->setText(isWrong ? row.problem : row.hint);
    row.control->setAccessibleDescription(row.note->text());
}

QString FieldForm::problemOf(const QWidget *control) const
{
    return const_cast<FieldForm *>(this)->rowOf(control)->problem;
}

bool FieldForm::hasProblem() const
{
    return std::any_of(m_rows.begin(), m_rows.end(), [](const Row &row) { return !row.problem.isEmpty(); });
}

void FieldForm::setRowVisible(QWidget *control, bool visible)
{
    const Row *row = rowOf(control);
    for (QWidget *part : {row->control, static_cast<QWidget *>(row->name), static_cast<QWidget *>(row->note)})
        part->setVisible(visible);
}

std::optional<qint64> numberIn(const QLineEdit *edit, qint64 least, qint64 most)
{
    bool isNumber = false;
    const qint64 number = edit->text().trimmed().toLongLong(&isNumber);
    return isNumber && number >= least && number <= most ? std::optional(number) : std::nullopt;
}

} // namespace callboard
