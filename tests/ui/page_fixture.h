// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "receiver/server/receiver.h"
#include "report/schedule/schedule_runner.h"
#include "store/database/reader_pool.h"
#include "store/write/store_writer.h"
#include "text/format.h"
#include "ui/common/theme/theme.h"
#include "ui/session/alerts/alert_monitor.h"
#include "ui/session/appearance.h"
#include "ui/session/exports/export_queue.h"
#include "ui/session/figures/live_figures.h"
#include "ui/session/preferences.h"
#include "ui/session/receiver_control.h"
#include "ui/session/services.h"
#include "ui/session/view_state.h"

#include <QDateTime>
#include <QSettings>
#include <QTemporaryDir>

#include <functional>

namespace callboard::test {

/// Everything that a page of the window needs, over a real store in a folder of its own and a real receiver on a free
/// port.
class PageFixture
{
public:
    /// `seed` fills the store before it is opened, on a thread where that is allowed. `clocks` are those of the window,
    /// and of arrivals.
    explicit PageFixture(const std::function<void(const StoreUrl &)> &seed = {},
                         std::unique_ptr<SecretStore> keyring = {}, Clocks clocks = systemClocks());
    ~PageFixture();
    Q_DISABLE_COPY_MOVE(PageFixture)

    Services services()
    {
        return {readers, writer,      receiver, feed,       view,    theme,    format,
                alerts,  preferences, control,  appearance, exports, schedules};
    }
    /// Stores a message through the writer and waits until it is durable.
    void push(const QByteArray &body);
    /// Both messages of a call that ended `secondsAgo`; the number ends with four digits made of `number`.
    void pushCall(int number, int secondsAgo, const QString &result = QStringLiteral("20"));
    /// How many calls each filter selects; empty when the store did not answer.
    QList<qint64> countsOf(const QList<CallFilter> &filters);
    /// How many lines the audit log has with that action.
    int audits(const QString &action);
    QString lastAudit(); ///< its detail
    QString path(const QString &name) const { return m_folder.filePath(name); }
    StoreUrl url() const { return StoreUrl::ofFile(path(QStringLiteral("calls.db"))); }

private:
    QTemporaryDir m_folder;
    const Clocks m_clocks;

public:
    StoreWriter writer;
    ReaderPool readers;
    Receiver receiver;
    ViewState view;
    LiveFigures feed;
    AlertRunner alertRunner; ///< judges nothing until it is started
    AlertMonitor alerts;
    Theme theme;
    Format format{QLocale::c(), QTimeZone("Asia/Shanghai")};
    QSettings settings;
    Preferences preferences;
    ReceiverControl control;
    Appearance appearance;
    ExportQueue exports{url()};
    ScheduleRunner schedules{readers, writer}; ///< is not started
};

} // namespace callboard::test
