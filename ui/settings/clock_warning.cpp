// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/clock_warning.h"

#include "store/database/meta_table.h"
#include "store/retention/clock_memory.h"
#include "store/write/store_writer.h"
#include "text/format.h"
#include "ui/common/theme/bind_text.h"
#include "ui/common/theme/plain_text.h"

#include <QDateTime>
#include <QPushButton>

namespace callboard {

using namespace Qt::StringLiterals;

ClockWarning::ClockWarning(const Services &services, QWidget *parent)
    : WarningBar(u"clockWarning"_s, parent)
    , m_services(services)
{
    connect(this, &WarningBar::actionRequested, this, &ClockWarning::ask);
    bindLanguage(this, [this] {
        setAction(tr("The clock is right…"));
        look();
    });
}

void ClockWarning::look()
{
    if (m_look.isActive())
        return;
    m_look = m_services.readers.ask<QString>(
        this,
        [](Connection &connection) {
            const QString doubt = clockDoubtText(loadClockMemory(connection));
            const qint64 now = QDateTime::currentMSecsSinceEpoch();
            return doubt.isEmpty() ? boundaryAheadText(metaNumber(connection, u"calls_kept_since"_s), now) : doubt;
        },
        [this](const QString &doubt) {
            if (doubt != warning())
                setWarning(doubt);
        });
}

/// The moment is written out: whoever only wants the bar to go is to see which one it is.
void ClockWarning::ask()
{
    QMessageBox *box = makeMessageBox(
        QMessageBox::Question, tr("The computer's clock"),
        tr("Is it %1 now? If so, data that is older than the settings allow is permanently removed again.")
            .arg(m_services.format.dateTime(QDateTime::currentMSecsSinceEpoch())),
        QMessageBox::Cancel, this);
    box->setObjectName(u"clockQuestion"_s);
    box->setDefaultButton(QMessageBox::Cancel);
    QPushButton *yes = box->addButton(tr("The clock is right"), QMessageBox::AcceptRole);
    yes->setObjectName(u"clockYes"_s);
    connect(box, &QMessageBox::buttonClicked, this, [this, yes](const QAbstractButton *clicked) {
        if (clicked == yes)
            m_services.writer.confirmClock();
    });
    box->open();
}

} // namespace callboard
