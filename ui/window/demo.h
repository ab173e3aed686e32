// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database/store_url.h"
#include "ui/session/store_work.h"

#include <QObject>

#include <memory>

class QUrl;

namespace callboard {

class Simulator;
class StoreWorkDialog;

/// Campaigns that nobody dials: two weeks of history in a store of their own, then pushes over HTTP as a platform sends
/// them. GUI thread; history is made on a thread of its own, with a dialog that shows how far it is.
class Demo : public QObject
{
    Q_OBJECT
public:
    explicit Demo(StoreUrl store, QObject *parent = nullptr);
    /// Ends what is under way, and waits for it.
    ~Demo() override;

    /// Fills the store, which nobody has open yet.
    void prepare();
    /// The window has taken the place of the dialog.
    void closeDialog();
    /// The same campaigns go on there.
    void push(const QUrl &url);

Q_SIGNALS:
    /// The store may be opened, with all of the history or with a part of it: the demo goes on in any case.
    void prepared();

private:
    const StoreUrl m_store;
    StoreWork m_work;
    std::unique_ptr<StoreWorkDialog> m_dialog;
    std::unique_ptr<Simulator> m_simulator;
};

} // namespace callboard
