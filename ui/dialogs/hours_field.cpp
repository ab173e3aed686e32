// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/hours_field.h"

#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QTimeEdit>
#include <QToolButton>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int DayMinutes = 24 * 60;

QTime timeOf(int minute)
{
    return QTime(minute % DayMinutes / 60, minute % 60);
}

int minuteOf(QTime time)
{
    return time.hour() * 60 + time.minute();
}

QTimeEdit *timeEdit(const QString &name)
{
    auto *edit = new QTimeEdit;
    edit->setDisplayFormat(u"HH:mm"_s);
    edit->setAccessibleName(name);
    return edit;
}

} // namespace

HoursField::HoursField(QWidget *parent)
    : QWidget(parent)
    , m_from(timeEdit(tr("Calling hours from")))
    , m_to(timeEdit(tr("Calling hours up to")))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Theme::Unit);
    const QLocale words(tr("en", "the language's code: names of weekdays follow it"));
    for (int day = 1; day <= 7; ++day) {
        auto *button = new QToolButton;
        button->setProperty("look", u"segment"_s);
        button->setCheckable(true);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setText(words.dayName(day, QLocale::ShortFormat));
        button->setAccessibleName(words.dayName(day, QLocale::LongFormat));
        connect(button, &QToolButton::toggled, this, &HoursField::changed);
        layout->addWidget(button);
        m_days.append(button);
    }
    layout->addSpacing(2 * Theme::Unit);
    layout->addWidget(m_from);
    layout->addWidget(new QLabel(u"–"_s));
    layout->addWidget(m_to);
    layout->addStretch(1);
    connect(m_from, &QTimeEdit::timeChanged, this, &HoursField::changed);
    connect(m_to, &QTimeEdit::timeChanged, this, &HoursField::changed);
}

void HoursField::setHours(const CallingHours &hours)
{
    m_others = hours.ranges();
    const CallingRange first = m_others.isEmpty() ? CallingRange{{}, 9 * 60, 20 * 60} : m_others.takeFirst();
    for (int day = 1; day <= 7; ++day)
        m_days[day - 1]->setChecked(first.days.contains(day));
    m_from->setTime(timeOf(first.fromMinute));
    m_to->setTime(timeOf(first.toMinute));
}

CallingHours HoursField::hours() const
{
    CallingRange range;
    for (int day = 1; day <= 7; ++day) {
        if (m_days[day - 1]->isChecked())
            range.days.append(day);
    }
    range.fromMinute = minuteOf(m_from->time());
    range.toMinute = minuteOf(m_to->time()) == 0 ? DayMinutes : minuteOf(m_to->time());
    return CallingHours(range.days.isEmpty() ? m_others : QList<CallingRange>{range} + m_others);
}

} // namespace callboard
