// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database/store_problem_rows.h"
#include "store/database/store_url.h"
#include "ui/session/store_work.h"

#include <QObject>
#include <QPointer>

#include <functional>

class QMessageBox;
class QWidget;

namespace callboard {

class StoreWorkDialog;
struct SalvageReport;

/// What a person can do where no window can open the store: choose another one, look into its folder, try again; where
/// it is damaged, put a copy in its place, or bring what is sound into a new store, see what is missing, and go on with
/// that. A damaged file is only read. GUI thread; the work has its own.
class StoreRescue : public QObject
{
    Q_OBJECT
public:
    enum class FilePurpose : quint8 {
        NewStore, ///< that a salvage makes
        OtherStore, ///< one that is there, or a new one
        Copy, ///< to restore
    };
    /// Asks for the name of a file, and answers later; with nothing when none was given.
    using ChooseFile = std::function<void(FilePurpose purpose, const QString &suggestion,
                                          std::function<void(const QString &)> answer)>;

    explicit StoreRescue(const StoreUrl &store, QObject *parent = nullptr);
    ~StoreRescue() override;

    void setChooseFile(ChooseFile choose) { m_choose = std::move(choose); }
    void setOpenFolder(std::function<void(const QString &)> open) { m_openFolder = std::move(open); }
    /// Shows why there is no window, and what can be done about it. `before` is what happened before, in a paragraph of
    /// its own. `isDamaged`: the file was looked at, and is damaged, whatever the problem names.
    void offer(const StoreProblem &problem, bool isDamaged, const QString &before = {});

Q_SIGNALS:
    void closed(); ///< nothing more is wanted
    void openRequested(const QString &store); ///< this store is to be used from now on
    void restoreRequested(const QString &copy);
    void tryAgainRequested();

private:
    void offerAgain() { offer(m_problem, m_isDamaged, m_before); }
    void addButtons(QMessageBox *box, StoreRemedies remedies);
    void follow(StoreRemedy remedy);
    void chooseFor(FilePurpose purpose, const QString &suggestion, const std::function<void(const QString &)> &then);
    void salvage(const QString &output);
    void showReport(const QString &output, const SalvageReport &report);

    const StoreUrl m_store;
    StoreProblem m_problem;
    bool m_isDamaged = false;
    QString m_before;
    ChooseFile m_choose;
    std::function<void(const QString &)> m_openFolder;
    QPointer<QWidget> m_box;
    QPointer<StoreWorkDialog> m_progress;
    StoreWork m_work;
    const bool m_quitsOnLastWindow;
};

} // namespace callboard
