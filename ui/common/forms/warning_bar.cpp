// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/forms/warning_bar.h"

#include "ui/common/theme/plain_text.h"
#include "ui/common/theme/theme.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace callboard {

using namespace Qt::StringLiterals;

WarningBar::WarningBar(const QString &name, QWidget *parent)
    : QFrame(parent)
    , m_text(new PlainLabel)
    , m_action(new QPushButton)
{
    setObjectName(name);
    setProperty("styleClass", u"loud"_s);
    m_text->setObjectName(name + u"Text"_s);
    m_text->setProperty("styleClass", u"bad"_s);
    m_text->setWordWrap(true);
    m_action->setObjectName(name + u"Action"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(3 * Theme::Unit, 2 * Theme::Unit, 3 * Theme::Unit, 2 * Theme::Unit);
    layout->setSpacing(3 * Theme::Unit);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_action);
    connect(m_action, &QPushButton::clicked, this, &WarningBar::actionRequested);
    m_action->hide();
    hide();
}

void WarningBar::setWarning(const QString &text)
{
    m_warning = text;
    m_text->setText(text.isEmpty() ? text : u"⚠ "_s + text);
    setVisible(!text.isEmpty());
}

void WarningBar::setAction(const QString &text)
{
    m_action->setText(text);
    m_action->setVisible(!text.isEmpty());
}

} // namespace callboard
