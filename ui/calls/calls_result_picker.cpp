// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calls/calls_result_picker.h"

#include "record/call/result_codes.h"
#include "text/format.h"
#include "ui/common/theme/bind_text.h"
#include "ui/common/theme/plain_text.h"
#include "ui/common/theme/theme.h"

#include <QAction>
#include <QEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPixmap>

namespace callboard {

using namespace Qt::StringLiterals;

CallsResultPicker::CallsResultPicker(const Format &format, const Theme &theme, QWidget *parent)
    : QToolButton(parent)
    , m_format(format)
    , m_theme(theme)
    , m_menu(new QMenu(this))
{
    setObjectName(u"resultPicker"_s);
    setProperty("styleClass", u"boxed"_s);
    setPopupMode(QToolButton::InstantPopup);
    setMenu(m_menu);
    setFocusPolicy(Qt::StrongFocus);
    m_menu->installEventFilter(this);
    connect(&m_theme, &Theme::changed, this, &CallsResultPicker::fillMenu);
    bindLanguage(this, [this] { fillMenu(); });
}

void CallsResultPicker::fillMenu()
{
    m_menu->clear();
    connect(m_menu->addAction(tr("All results")), &QAction::triggered, this, [this] {
        setCodes({});
        Q_EMIT codesChanged();
    });
    m_menu->addSeparator();
    for (const QString &code : catalogueCodes() + m_meanings.addedCodes())
        addCode(code);
    addCode(u""_s);
    showChoice();
}

void CallsResultPicker::addCode(const QString &code)
{
    QPixmap swatch(3 * Theme::Unit, 3 * Theme::Unit);
    swatch.fill(code.isEmpty() ? m_theme.ink(ColorRole::Grid) : m_theme.outcome(m_meanings.classOf(code, false)));
    QAction *action =
        m_menu->addAction(code.isEmpty() ? tr("No result") : buttonText(u"%1 %2"_s.arg(code, wordOf(code))));
    action->setIcon(swatch);
    action->setData(code);
    action->setCheckable(true);
    connect(action, &QAction::toggled, this, [this, code](bool on) { toggle(code, on); });
}

QString CallsResultPicker::wordOf(const QString &code) const
{
    return m_meanings.word(code, {}, m_format.isChinese());
}

void CallsResultPicker::setMeanings(const ResultMeanings &meanings)
{
    m_meanings = meanings;
    fillMenu();
}

void CallsResultPicker::toggle(const QString &code, bool on)
{
    if (m_codes.contains(code) == on)
        return;
    if (on)
        m_codes.append(code);
    else
        m_codes.removeAll(code);
    showChoice();
    Q_EMIT codesChanged();
}

void CallsResultPicker::setCodes(const QStringList &codes)
{
    m_codes = codes;
    showChoice();
}

void CallsResultPicker::showChoice()
{
    QString text = tr("All results");
    if (m_codes.size() == 1)
        text = m_codes.constFirst().isEmpty() ? tr("No result") : wordOf(m_codes.constFirst());
    else if (m_codes.size() > 1)
        text = tr("%1 results").arg(m_codes.size());
    setText(buttonText(text) + u" ▾"_s);
    setAccessibleName(tr("Results: %1").arg(text));
    for (QAction *action : m_menu->actions()) {
        const QSignalBlocker blocker(action);
        if (action->isCheckable())
            action->setChecked(m_codes.contains(action->data().toString()));
    }
}

/// Ticking does not close the menu, so that several results can be chosen in one go.
bool CallsResultPicker::eventFilter(QObject *watched, QEvent *event)
{
    const bool release = event->type() == QEvent::MouseButtonRelease;
    const bool space = event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space;
    if (watched != m_menu || (!release && !space))
        return QToolButton::eventFilter(watched, event);
    QAction *action = m_menu->activeAction();
    if (!action || !action->isCheckable())
        return false;
    action->trigger();
    return true;
}

} // namespace callboard
