// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/figures/kept_note.h"

#include "store/read/contact_queries.h"
#include "text/format.h"
#include "ui/common/theme/bind_text.h"
#include "ui/session/figures/live_figures.h"
#include "ui/session/view_state.h"

#include <QDateTime>

namespace callboard {

using namespace Qt::StringLiterals;

KeptNote::KeptNote(const Services &services, QWidget *parent)
    : PlainLabel(parent)
    , m_services(services)
{
    setObjectName(u"keptSince"_s);
    setProperty("styleClass", u"warning"_s);
    setWordWrap(true);
    hide();
    onLanguageChange(this, [this] { look(); });
}

void KeptNote::setRange(const TimeRange &range)
{
    m_range = range;
    look();
}

void KeptNote::followPeriod()
{
    connect(&m_services.view, &ViewState::changed, this, &KeptNote::followNow);
    connect(&m_services.feed, &LiveFigures::overviewChanged, this, &KeptNote::followNow); // retention goes on meanwhile
    followNow();
}

void KeptNote::followNow()
{
    setRange(m_services.view.period().resolve(QDateTime::currentMSecsSinceEpoch(), m_services.format.zone()));
}

void KeptNote::look()
{
    m_query.cancel();
    m_query = m_services.readers.ask<qint64>(
        this, [](Connection &connection) { return callsKeptSince(connection); },
        [this, range = m_range](const qint64 &since) {
            const QString kept = keptSinceText(since, range, m_services.format.zone());
            setText(kept);
            setVisible(!kept.isEmpty());
        });
}

} // namespace callboard
