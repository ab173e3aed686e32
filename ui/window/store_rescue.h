// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database/store_url.h"
#include "ui/session/store_work.h"

#include <QObject>
#include <QPointer>

#include <functional>

class QWidget;

namespace callboard {

class StoreWorkDialog;
struct SalvageReport;

/// What a person can do where the store is damaged and no window can open it: bring what is sound into a new store, see
/// what is missing, and go on with that. The damaged file is only read. GUI thread; the work has its own.
class StoreRescue : public QObject
{
    Q_OBJECT
public:
    /// Asks for a name of the new store, and answers later; with nothing when none was given.
    using ChooseFile = std::function<void(const QString &suggestion, std::function<void(const QString &)> answer)>;

    explicit StoreRescue(const StoreUrl &damaged, QObject *parent = nullptr);
    ~StoreRescue() override;

    void setChooseFile(ChooseFile choose) { m_choose = std::move(choose); }
    /// Says why there is no window, and what can be done about it.
    void offer(const QString &reason);

Q_SIGNALS:
    void closed(); ///< nothing more is wanted
    void openWanted(const QString &store); ///< the new store is to be used from now on

private:
    void choose();
    void salvage(const QString &output);
    void showReport(const QString &output, const SalvageReport &report);

    const StoreUrl m_damaged;
    QString m_reason;
    ChooseFile m_choose;
    QPointer<QWidget> m_box;
    QPointer<StoreWorkDialog> m_progress;
    StoreWork m_work;
    const bool m_quitsOnLastWindow;
};

} // namespace callboard
