// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/session_keeper.h"

#include "store/database/integrity_check.h"
#include "store/database/store_backend.h"
#include "store/database/store_problem_text.h"
#include "store/sqlite/copies/store_copies.h"
#include "ui/common/theme/plain_text.h"
#include "ui/session/appearance.h"
#include "ui/session/preferences.h"
#include "ui/window/application_session.h"
#include "ui/window/main_window.h"
#include "ui/window/store_rescue.h"
#include "ui/window/store_work_dialog.h"

#include <QApplication>
#include <QLocale>
#include <QPushButton>
#include <QSettings>

namespace callboard {

using namespace Qt::StringLiterals;

/// Language and look of the dialogs while there is no session, whose own go with it.
struct SessionKeeper::Interim
{
    Interim(QApplication &application, const QString &settingsFile)
        : settings(settingsFile, QSettings::IniFormat)
        , appearance(application, settings)
    { }
    QSettings settings;
    Appearance appearance;
};

SessionKeeper::SessionKeeper(QApplication &application, const StartupOptions &options, QObject *parent)
    : QObject(parent)
    , m_application(application)
    , m_options(options)
{ }

SessionKeeper::~SessionKeeper()
{
    delete m_dialog;
}

void SessionKeeper::start()
{
    m_session = std::make_unique<ApplicationSession>(m_application, m_options);
    m_interim.reset();
    connect(m_session.get(), &ApplicationSession::windowShown, this, [this] {
        delete m_dialog;
        Q_EMIT windowShown();
        showNews();
    });
    connect(m_session.get(), &ApplicationSession::failed, this, &SessionKeeper::takeFailure);
    // Queued: the window that asks is gone afterwards.
    connect(
        m_session.get(), &ApplicationSession::restoreRequested, this,
        [this](const QString &copy) { restore(copy, false); }, Qt::QueuedConnection);
    m_session->start();
}

void SessionKeeper::quit()
{
    m_work.cancel();
    if (m_session)
        m_session->quit();
    else
        QCoreApplication::quit();
}

StoreUrl SessionKeeper::store() const
{
    return m_session ? m_session->store() : m_store;
}

/// Closes the window, works on the store that nobody has open then, and goes on with `then`; what goes wrong is told by
/// the next window.
void SessionKeeper::work(const QString &title, const QString &text, StoreWork::Task task, std::function<void()> then)
{
    m_store = store();
    m_title = title;
    if (m_session)
        m_session->keepState();
    delete m_dialog;
    m_dialog = new StoreWorkDialog(title, text, m_work);
    m_dialog->show();
    closeSession();
    disconnect(&m_work, nullptr, this, nullptr);
    connect(&m_work, &StoreWork::done, this, std::move(then));
    connect(&m_work, &StoreWork::cancelled, this,
            [this] { startAgain(tr("Cancelled. The store is as it was."), true); });
    connect(&m_work, &StoreWork::failed, this, [this](const StoreProblem &problem) {
        startAgain(tr("The store is as it was.") + u"\n\n"_s + storeProblemText(problem), false);
    });
    m_work.start(std::move(task));
}

void SessionKeeper::restore(const QString &copy, bool withDifferences)
{
    const auto report = std::make_shared<RestoreReport>();
    const StoreUrl current = store();
    work(
        tr("Callboard: restore"),
        tr("The copy is checked and put in the store's place. Pushes are not confirmed meanwhile; the platform sends "
           "them again."),
        [current, copy, withDifferences, report](const StoreWork::Watch &watch) {
            *report = restoreStore(current, copy, {withDifferences, watch.cancelled});
        },
        [this, copy, report] { endRestore(copy, *report); });
}

/// Whether it is damage is told by the file, which takes a moment.
void SessionKeeper::takeFailure(const StoreProblem &problem)
{
    m_problem = problem;
    const StoreUrl current = store();
    const auto kind = std::make_shared<StoreKind>(StoreKind::Missing);
    disconnect(&m_work, nullptr, this, nullptr);
    const auto tell = [this, kind] {
        m_isDamaged = *kind == StoreKind::Damaged;
        Q_EMIT failed(m_problem);
        delete m_dialog;
    };
    connect(&m_work, &StoreWork::done, this, tell);
    connect(&m_work, &StoreWork::failed, this, tell);
    connect(&m_work, &StoreWork::cancelled, this, tell);
    m_work.start([current, kind](const StoreWork::Watch &) {
        *kind = StoreBackend::of(current)->inspect().kind;
        if (*kind == StoreKind::Store && isDamagedInside(current))
            *kind = StoreKind::Damaged;
    });
}

QString SessionKeeper::failureText() const
{
    const QString sentence = storeProblemText(m_problem);
    return m_news.isEmpty() ? sentence : m_news + u"\n\n"_s + sentence;
}

/// The rescue stays until there is a window, or another one takes its place: the program would end without. What it
/// leads to is queued, as it ends the dialog that called for it.
void SessionKeeper::rescue()
{
    m_rescue.reset(); // before the next: each gives back at its end what it found at its beginning
    m_rescue = std::make_unique<StoreRescue>(store());
    m_store = store();
    closeSession();
    connect(m_rescue.get(), &StoreRescue::closed, this, [] { QCoreApplication::exit(1); });
    connect(
        m_rescue.get(), &StoreRescue::openRequested, this, [this](const QString &store) { goOnWith(store); },
        Qt::QueuedConnection);
    connect(m_rescue.get(), &StoreRescue::tryAgainRequested, this, &SessionKeeper::start, Qt::QueuedConnection);
    connect(
        m_rescue.get(), &StoreRescue::restoreRequested, this, [this](const QString &copy) { restore(copy, false); },
        Qt::QueuedConnection);
    connect(
        this, &SessionKeeper::windowShown, m_rescue.get(), [this] { m_rescue.reset(); }, Qt::QueuedConnection);
    m_rescue->offer(m_problem, m_isDamaged, std::exchange(m_news, {}));
}

void SessionKeeper::closeSession()
{
    m_interim = std::make_unique<Interim>(m_application, m_options.settingsFile);
    m_session.reset();
}

/// Also from the next start on, unless the command line names a store.
void SessionKeeper::goOnWith(const QString &store)
{
    if (m_options.storeGiven) {
        m_options.store = StoreUrl::ofFile(store);
    } else {
        QSettings settings(m_options.settingsFile, QSettings::IniFormat);
        Preferences preferences(settings, m_options, nullptr);
        StoragePreferences storage = preferences.storage();
        storage.file = store;
        preferences.setStorage(storage);
    }
    start();
}

void SessionKeeper::endRestore(const QString &copy, const RestoreReport &report)
{
    if (!report.isRestored)
        return askAboutDifferences(copy, report);
    const QString kept =
        report.keptAs.isEmpty() ? QString() : u"\n\n"_s + tr("The store before is kept as %1.").arg(report.keptAs);
    startAgain(tr("%1 calls were restored from %2.").arg(QLocale().toString(report.calls), copy) + kept, true);
}

void SessionKeeper::askAboutDifferences(const QString &copy, const RestoreReport &report)
{
    constexpr qsizetype MostLines = 8;
    const QString some = report.differences.first(std::min(MostLines, report.differences.size())).join(u'\n');
    QMessageBox *box =
        makeMessageBox(QMessageBox::Warning, tr("Callboard: restore"),
                       tr("The figures of the copy differ from its calls, so that it was not restored; the store is "
                          "as it was. Restore it all the same?")
                           + u"\n\n"_s + some,
                       QMessageBox::Cancel, m_dialog);
    box->setObjectName(u"restoreDifferences"_s);
    box->setDefaultButton(QMessageBox::Cancel);
    QPushButton *yes = box->addButton(tr("Restore"), QMessageBox::AcceptRole);
    connect(box, &QMessageBox::finished, this, [this, box, yes, copy] {
        if (box->clickedButton() == yes)
            QMetaObject::invokeMethod(
                this, [this, copy] { restore(copy, true); }, Qt::QueuedConnection);
        else
            startAgain(tr("The copy was not restored; the store is as it was."), true);
    });
    box->open();
}

void SessionKeeper::startAgain(const QString &news, bool isGood)
{
    m_news = news;
    m_isGoodNews = isGood;
    if (m_dialog)
        m_dialog->showFollowing(tr("The store is opened…"));
    start();
}

void SessionKeeper::showNews()
{
    const QString news = std::exchange(m_news, {});
    if (news.isEmpty())
        return;
    QMessageBox *box = makeMessageBox(m_isGoodNews ? QMessageBox::Information : QMessageBox::Warning, m_title, news,
                                      QMessageBox::Ok, m_session->window());
    box->setObjectName(u"storeNews"_s);
    box->open();
}

} // namespace callboard
