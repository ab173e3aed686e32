// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/period_picker.h"

#include "record/filter/filter_words.h"
#include "text/format.h"
#include "ui/common/theme/bind_text.h"
#include "ui/common/theme/label_style.h"
#include "ui/common/theme/plain_text.h"
#include "ui/session/view_state.h"
#include "ui/window/custom_period_dialog.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QToolButton>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr PeriodKind Kinds[] = {PeriodKind::Today,       PeriodKind::Last15Minutes, PeriodKind::LastHour,
                                PeriodKind::Last24Hours, PeriodKind::Yesterday,     PeriodKind::Last7Days,
                                PeriodKind::Custom};

} // namespace

PeriodPicker::PeriodPicker(ViewState &view, const Format &format, QWidget *parent)
    : QWidget(parent)
    , m_view(view)
    , m_format(format)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    for (PeriodKind kind : Kinds) {
        auto *button = new QToolButton(this);
        button->setProperty("styleClass", u"segment"_s);
        button->setCheckable(true);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setObjectName(u"period%1"_s.arg(static_cast<int>(kind)));
        m_buttons.addButton(button, static_cast<int>(kind));
        layout->addWidget(button);
    }
    connect(&m_buttons, &QButtonGroup::idClicked, this, &PeriodPicker::choose);
    connect(&view, &ViewState::changed, this, &PeriodPicker::showChoice);
    connect(&view, &ViewState::scopeChanged, this, &PeriodPicker::showChoice);
    bindName(this, [] { return tr("Period"); });
    bindLanguage(this, [this] {
        const QString texts[] = {tr("Today"),     tr("15 min"), tr("Hour"),   tr("24 h"),
                                 tr("Yesterday"), tr("7 days"), tr("Custom…")};
        for (PeriodKind kind : Kinds) {
            QAbstractButton *button = m_buttons.button(static_cast<int>(kind));
            button->setText(texts[static_cast<int>(kind)]);
            button->setAccessibleName(tr("Period: %1").arg(texts[static_cast<int>(kind)]));
        }
        showChoice();
    });
}

void PeriodPicker::choose(int kind)
{
    if (static_cast<PeriodKind>(kind) == PeriodKind::Custom)
        askCustom();
    else
        m_view.setPeriod(Period{static_cast<PeriodKind>(kind), {}});
    showChoice();
}

void PeriodPicker::askCustom()
{
    const TimeRange shown =
        m_view.scope().range.value_or(m_view.period().resolve(QDateTime::currentMSecsSinceEpoch(), m_format.zone()));
    auto *dialog = new CustomPeriodDialog(shown, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_view.setPeriod(Period{PeriodKind::Custom, dialog->range()});
    });
    dialog->open();
}

void PeriodPicker::showChoice()
{
    const PeriodKind kind = m_view.scope().range ? PeriodKind::Custom : m_view.period().kind;
    m_buttons.button(static_cast<int>(kind))->setChecked(true);
    showCustom();
}

void PeriodPicker::showCustom()
{
    auto *button = m_buttons.button(static_cast<int>(PeriodKind::Custom));
    const bool isOwn = m_view.scope().range.has_value();
    setStyleClass(button, isOwn ? u"ownSegment"_s : u"segment"_s);
    QString text = tr("Custom…"), tip;
    if (isOwn || m_view.period().kind == PeriodKind::Custom) {
        const TimeRange range = m_view.scope().range.value_or(m_view.period().custom);
        text = shortRangeWords(range, m_format.zone(), QDateTime::currentMSecsSinceEpoch());
        tip = rangeWords(range, m_format.zone());
    }
    button->setText(text);
    button->setAccessibleName(tr("Period: %1").arg(text));
    setTip(button, isOwn ? tr("Of this list alone: %1. Choose a period to leave it.").arg(tip) : tip);
}

} // namespace callboard
