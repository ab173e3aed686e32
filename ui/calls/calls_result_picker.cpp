// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calls/calls_result_picker.h"

#include "record/call/result_codes.h"
#include "text/format.h"
#include "ui/common/forms/flow_layout.h"
#include "ui/common/theme/bind_text.h"
#include "ui/common/theme/plain_text.h"
#include "ui/common/theme/theme.h"

#include <QAction>
#include <QEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QPixmap>

namespace callboard {

using namespace Qt::StringLiterals;

CallsResultPicker::CallsResultPicker(const Format &format, const Theme &theme, QWidget *parent)
    : QToolButton(parent)
    , m_format(format)
    , m_theme(theme)
    , m_menu(new QMenu(this))
    , m_chips(new QWidget(this))
{
    setObjectName(u"resultPicker"_s);
    setProperty("styleClass", u"boxed"_s);
    setPopupMode(QToolButton::InstantPopup);
    setMenu(m_menu);
    setFocusPolicy(Qt::StrongFocus);
    m_menu->installEventFilter(this);
    m_chips->setObjectName(u"resultChips"_s);
    m_chips->hide();
    new FlowLayout(m_chips);
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
    QAction *action = m_menu->addAction(buttonText(nameOf(code)));
    action->setData(code);
    action->setCheckable(true);
    connect(action, &QAction::toggled, this, [this, code](bool on) { toggle(code, on); });
}

QString CallsResultPicker::nameOf(const QString &code) const
{
    return code.isEmpty() ? tr("No result") : u"%1 %2"_s.arg(code, wordOf(code));
}

/// A box to tick in the colour of the outcome class: a menu draws an entry's icon or its tick, never both.
QPixmap CallsResultPicker::box(const QString &code, bool isTicked) const
{
    constexpr int Size = 4 * Theme::Unit;
    const QColor colour =
        code.isEmpty() ? m_theme.ink(ColorRole::MutedText) : m_theme.outcome(m_meanings.classOf(code, false));
    const qreal scale = devicePixelRatioF();
    QPixmap box(QSize(Size, Size) * scale);
    box.setDevicePixelRatio(scale);
    box.fill(Qt::transparent);
    QPainter painter(&box);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 2));
    painter.setBrush(isTicked ? colour : m_theme.ink(ColorRole::Panel));
    painter.drawRoundedRect(QRectF(2, 2, Size - 4, Size - 4), 2, 2);
    if (!isTicked)
        return box;
    painter.setPen(QPen(m_theme.ink(ColorRole::Panel), 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(QPolygonF({{4.5, 8.2}, {7, 10.8}, {11.5, 5.2}}));
    return box;
}

void CallsResultPicker::rebuildChips()
{
    if (!m_chips) // whoever laid them out is gone
        return;
    qDeleteAll(m_chips->findChildren<QToolButton *>(QString(), Qt::FindDirectChildrenOnly));
    for (const QString &code : std::as_const(m_codes))
        addChip(code);
    m_chips->setVisible(!m_codes.isEmpty());
}

void CallsResultPicker::addChip(const QString &code)
{
    auto *chip = new QToolButton(m_chips);
    chip->setObjectName(u"resultChip"_s);
    chip->setProperty("styleClass", u"boxed"_s);
    chip->setFocusPolicy(Qt::StrongFocus);
    chip->setText(buttonText(nameOf(code)) + u"  ✕"_s);
    chip->setAccessibleName(tr("Remove: %1").arg(nameOf(code)));
    setTip(chip, tr("Click to remove this condition"));
    m_chips->layout()->addWidget(chip);
    chip->show();
    // Queued: the chip is deleted by its own click.
    connect(
        chip, &QToolButton::clicked, this, [this, code] { toggle(code, false); }, Qt::QueuedConnection);
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
        if (!action->isCheckable())
            continue;
        const QString code = action->data().toString();
        action->setChecked(m_codes.contains(code));
        action->setIcon(box(code, action->isChecked()));
    }
    rebuildChips();
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
