// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/custom_period_dialog.h"

#include "ui/common/theme/plain_text.h"

#include <QDateTimeEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

QDateTimeEdit *timeEdit(qint64 ms)
{
    auto *edit = new QDateTimeEdit(QDateTime::fromMSecsSinceEpoch(ms));
    edit->setDisplayFormat(u"yyyy-MM-dd HH:mm"_s);
    edit->setCalendarPopup(true);
    return edit;
}

} // namespace

CustomPeriodDialog::CustomPeriodDialog(const TimeRange &proposal, QWidget *parent)
    : QDialog(parent)
    , m_from(timeEdit(proposal.from))
    , m_to(timeEdit(qMin(proposal.to, QDateTime::currentMSecsSinceEpoch())))
    , m_problem(new PlainLabel)
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel))
{
    setTitle(this, tr("Custom period"));
    m_from->setAccessibleName(tr("From"));
    m_to->setAccessibleName(tr("Up to"));
    m_problem->setProperty("styleClass", u"bad"_s);
    auto *layout = new QFormLayout(this);
    layout->addRow(new PlainLabel(tr("From")), m_from);
    layout->addRow(new PlainLabel(tr("Up to")), m_to);
    layout->addRow(m_problem);
    layout->addRow(m_buttons);
    connect(m_from, &QDateTimeEdit::dateTimeChanged, this, &CustomPeriodDialog::check);
    connect(m_to, &QDateTimeEdit::dateTimeChanged, this, &CustomPeriodDialog::check);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    check();
}

TimeRange CustomPeriodDialog::range() const
{
    return {m_from->dateTime().toMSecsSinceEpoch(), m_to->dateTime().toMSecsSinceEpoch()};
}

void CustomPeriodDialog::check()
{
    const bool isValid = range().from < range().to;
    m_problem->setText(isValid ? QString() : tr("The end must be after the beginning."));
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(isValid);
}

} // namespace callboard
