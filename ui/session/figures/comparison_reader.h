// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "live/board/live_board.h"
#include "store/database/reader_pool.h"
#include "store/read/queries.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QTimeZone>
#include <QTimer>

namespace callboard {

class LiveFigures;
class ViewState;
struct Period;

/// The same stretch of time some days before.
struct PastFigures
{
    int days = 0; ///< how many days before; 0: not known yet
    bool endsNow = false; ///< the stretch that it is compared with is still running
    TimeRange range;
    Tally total;
    ContactCount contacts;

    double minutes() const { return static_cast<double>(range.to - range.from) / MinuteMs; }
    /// The stretch for a period at that moment, with the same wall-clock times; without figures.
    static PastFigures before(const Period &period, qint64 nowMs, const QTimeZone &zone);
};

/// What figures of the Live page are set against, whatever the chosen period: the last hour by minute, the same time
/// some days before, and how many contacts each campaign has tried.
///
/// A plain value, made once per refresh.
struct ComparisonFigures
{
    LiveBoard hour; ///< by minute; moved by commits
    PastFigures past; ///< renewed every ten seconds, on large stores more rarely, as are the following
    QHash<QString, ContactCount> triedContacts; ///< by task, ever
    QList<qint64> reachedByMinute; ///< contacts reached in each minute of the last hour
};

/// Keeps the comparison of the current view through readers. Lives on the GUI thread; does nothing while not active.
class ComparisonReader : public QObject
{
    Q_OBJECT
public:
    ComparisonReader(ReaderPool &readers, LiveFigures &feed, ViewState &view, const QTimeZone &zone,
                     QObject *parent = nullptr);

    void setActive(bool active);
    const ComparisonFigures &now() const { return m_comparison; }

Q_SIGNALS:
    void changed();

private:
    struct SlowFigures
    {
        PastFigures past;
        QHash<QString, ContactCount> triedContacts;
        QList<qint64> reachedByMinute;
    };
    static SlowFigures readSlow(Connection &connection, const PastFigures &past, const QStringList &taskIds,
                                qint64 nowMs, const FigureRules &rules);
    void restart();
    void followRules();
    void loadHour();
    void takeNotice(const CommitNotice &notice);
    void slide();
    void askSlow();
    void takeSlow(const SlowFigures &slow);

    ReaderPool &m_readers;
    LiveFigures &m_feed;
    ViewState &m_view;
    QTimeZone m_zone;
    ComparisonFigures m_comparison;
    FigureRules m_rules;
    QList<CommitNotice> m_pending; ///< arrived while the hour is loaded
    ReadTicket m_hourQuery, m_slowQuery;
    QTimer m_slideTimer, m_slowTimer;
    QElapsedTimer m_asked;
    bool m_active = false;
};

} // namespace callboard
