// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/startup_options.h"
#include "ui/session/store_work.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>

class QApplication;

namespace callboard {

class ApplicationSession;
class StoreRescue;
class StoreWorkDialog;
struct RestoreReport;

/// The running window, and what happens between two of them: a restore needs the store without anybody who has it
/// open, so that the window goes, and comes again when it is over. GUI thread.
class SessionKeeper : public QObject
{
    Q_OBJECT
public:
    SessionKeeper(QApplication &application, const StartupOptions &options, QObject *parent = nullptr);
    ~SessionKeeper() override;

    void start();
    /// Shows what went wrong and what can be done, see StoreRescue, and goes on with that; ends the program where
    /// nobody wants any of it. After failed().
    void rescue();
    /// The same as text, in the reader's language.
    QString failureText() const;
    void quit(); ///< see ApplicationSession::quit(); work that is under way is cancelled
    StoreRescue *currentRescue() const { return m_rescue.get(); } ///< null while there is none
    ApplicationSession *session() const { return m_session.get(); } ///< null while there is none

Q_SIGNALS:
    void windowShown(); ///< of the first session, and of each one after
    /// See ApplicationSession::failed().
    void failed(const callboard::StoreProblem &problem);

private:
    struct Interim;
    StoreUrl store() const;
    void work(const QString &title, const QString &text, StoreWork::Task task, std::function<void()> then);
    void restore(const QString &copy, bool withDifferences);
    void endRestore(const QString &copy, const RestoreReport &report);
    void askAboutDifferences(const QString &copy, const RestoreReport &report);
    void takeFailure(const StoreProblem &problem);
    void closeSession();
    void goOnWith(const QString &store);
    void startAgain(const QString &news, bool isGood);
    void showNews();

    QApplication &m_application;
    StartupOptions m_options;
    QPointer<StoreWorkDialog> m_dialog;
    std::unique_ptr<ApplicationSession> m_session;
    StoreWork m_work;
    std::unique_ptr<StoreRescue> m_rescue;
    std::unique_ptr<Interim> m_interim;
    StoreProblem m_problem;
    bool m_isDamaged = false; ///< the file was looked at
    StoreUrl m_store; ///< of the session before
    QString m_title; ///< of the work between two sessions
    QString m_news; ///< to be told by the next window
    bool m_isGoodNews = true;
};

} // namespace callboard
