// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/close_question.h"

#include "ui/common/theme/plain_text.h"
#include "ui/session/appearance.h"
#include "ui/session/figures/live_figures.h"
#include "ui/session/preferences.h"

#include <QCheckBox>
#include <QMessageBox>
#include <QPushButton>

namespace callboard {

using namespace Qt::StringLiterals;

CloseQuestion::CloseQuestion(const Services &services, QWidget *window)
    : QObject(window)
    , m_services(services)
    , m_window(window)
{ }

QString CloseQuestion::text() const
{
    const qint64 pushes = qRound64(m_services.feed.pushesPerMinute());
    const QString now = pushes == 0 ? tr("No push arrived in the last minute.")
        : pushes == 1               ? tr("One push arrived in the last minute.")
                                    : tr("%1 pushes arrived in the last minute.").arg(m_services.format.count(pushes));
    return now + u"\n\n"_s
        + tr("Keep receiving without a window: Callboard goes on, starting it again shows the window, and \"callboard "
             "--quit\" ends it. After quitting, the platform's pushes fail until Callboard is started again.");
}

void CloseQuestion::ask()
{
    if (m_box)
        return;
    m_box = makeMessageBox(QMessageBox::Question, tr("Close the window"), text(), QMessageBox::Cancel, m_window);
    m_box->setObjectName(u"closeQuestion"_s);
    QPushButton *keep = m_box->addButton(tr("Keep Receiving"), QMessageBox::AcceptRole);
    keep->setObjectName(u"closeKeep"_s);
    QPushButton *quit = m_box->addButton(tr("Quit"), QMessageBox::DestructiveRole);
    quit->setObjectName(u"closeQuit"_s);
    m_box->setDefaultButton(keep);
    auto *always = new QCheckBox(tr("Do this every time (Settings, Closing the window)"));
    always->setObjectName(u"closeAlways"_s);
    always->setChecked(true);
    m_box->setCheckBox(always);
    connect(m_box, &QMessageBox::finished, this, [this, keep, quit, always] {
        const QAbstractButton *clicked = m_box->clickedButton();
        m_box.clear();
        if (clicked != keep && clicked != quit)
            return;
        if (always->isChecked())
            m_services.preferences.setClosePolicy(clicked == keep ? ClosePolicy::KeepReceiving : ClosePolicy::Quit);
        clicked == keep ? Q_EMIT keepReceivingChosen() : Q_EMIT quitChosen();
    });
    m_box->open();
}

} // namespace callboard
