// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alerts/hours_field.h"

#include "ui/common/theme/bind_text.h"
#include "ui/common/theme/plain_text.h"
#include "ui/common/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QTimeEdit>
#include <QToolButton>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int DayMinutes = 24 * 60;
constexpr int TimeWidth = 18 * Theme::Unit;
constexpr int DayWidth = 14 * Theme::Unit; ///< room for the bold word of a chosen day

QTime timeOf(int minute)
{
    return QTime(minute % DayMinutes / 60, minute % 60);
}

int minuteOf(QTime time)
{
    return time.hour() * 60 + time.minute();
}

QTimeEdit *timeEdit()
{
    auto *edit = new QTimeEdit;
    edit->setDisplayFormat(u"HH:mm"_s);
    edit->setButtonSymbols(QAbstractSpinBox::NoButtons);
    edit->setFixedWidth(TimeWidth);
    edit->setAlignment(Qt::AlignCenter);
    return edit;
}

} // namespace

HoursField::HoursField(QWidget *parent)
    : QWidget(parent)
    , m_from(timeEdit())
    , m_to(timeEdit())
{
    auto *days = new QHBoxLayout;
    days->setSpacing(Theme::Unit);
    for (int day = 1; day <= 7; ++day) {
        auto *button = new QToolButton;
        button->setProperty("styleClass", u"segment"_s);
        button->setCheckable(true);
        button->setFocusPolicy(Qt::StrongFocus);
        connect(button, &QToolButton::toggled, this, &HoursField::changed);
        button->setMinimumWidth(DayWidth);
        days->addWidget(button);
        m_days.append(button);
    }
    days->addStretch(1);
    auto *times = new QHBoxLayout;
    times->setSpacing(2 * Theme::Unit);
    times->addWidget(m_from);
    times->addWidget(new PlainLabel(u"–"_s));
    times->addWidget(m_to);
    times->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Theme::Unit);
    layout->addLayout(days);
    layout->addLayout(times);
    connect(m_from, &QTimeEdit::timeChanged, this, &HoursField::changed);
    connect(m_to, &QTimeEdit::timeChanged, this, &HoursField::changed);
    bindName(m_from, [] { return tr("Calling hours from"); });
    bindName(m_to, [] { return tr("Calling hours up to"); });
    bindLanguage(this, [this] {
        const QLocale words(tr("en", "the language's code: names of weekdays follow it"));
        for (int day = 1; day <= m_days.size(); ++day) {
            m_days[day - 1]->setText(words.dayName(day, QLocale::ShortFormat));
            m_days[day - 1]->setAccessibleName(words.dayName(day, QLocale::LongFormat));
        }
    });
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
