// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/session_keeper.h"

#include "store/database/integrity_check.h"
#include "store/database/store_file.h"
#include "store/upkeep/maintenance.h"
#include "ui/common/theme/plain_text.h"
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
    connect(m_session.get(), &ApplicationSession::windowShown, this, [this] {
        delete m_dialog;
        Q_EMIT windowShown();
        showNews();
    });
    connect(m_session.get(), &ApplicationSession::failed, this,
            [this](const QString &reason) { takeFailure(m_news.isEmpty() ? reason : m_news + u"\n\n"_s + reason); });
    // Queued: the window that asks is gone afterwards.
    connect(
        m_session.get(), &ApplicationSession::restoreWanted, this,
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

QString SessionKeeper::storeFile() const
{
    return m_session ? m_session->storeFile() : m_storeFile;
}

/// Closes the window, works on the store that nobody has open then, and goes on with `then`; what goes wrong is told by
/// the next window.
void SessionKeeper::work(const QString &title, const QString &text, StoreWork::Task task, std::function<void()> then)
{
    m_storeFile = storeFile();
    m_title = title;
    if (m_session)
        m_session->keepState();
    delete m_dialog;
    m_dialog = new StoreWorkDialog(title, text, m_work);
    m_dialog->show();
    m_session.reset();
    disconnect(&m_work, nullptr, this, nullptr);
    connect(&m_work, &StoreWork::done, this, then);
    connect(&m_work, &StoreWork::cancelled, this,
            [this] { startAgain(tr("Cancelled. The store is as it was."), true); });
    connect(&m_work, &StoreWork::failed, this,
            [this](const QString &why) { startAgain(tr("The store is as it was.") + u"\n\n"_s + why, false); });
    m_work.start(std::move(task));
}

void SessionKeeper::restore(const QString &copy, bool withDifferences)
{
    const auto report = std::make_shared<RestoreReport>();
    const StoreUrl store{storeFile()};
    work(
        tr("Callboard: restore"),
        tr("The copy is checked and put in the store's place. Pushes are not confirmed meanwhile; the platform sends "
           "them again."),
        [store, copy, withDifferences, report](const StoreWork::Watch &watch) {
            *report = restoreStore(store, copy, {withDifferences, watch.cancelled});
        },
        [this, copy, report] { endRestore(copy, *report); });
}

/// Whether it is damage is told by the file, which takes a moment.
void SessionKeeper::takeFailure(const QString &reason)
{
    const StoreUrl store{storeFile()};
    const auto kind = std::make_shared<StoreFileKind>(StoreFileKind::Missing);
    disconnect(&m_work, nullptr, this, nullptr);
    const auto tell = [this, reason, kind] {
        Q_EMIT failed(reason, *kind == StoreFileKind::Damaged);
        delete m_dialog;
    };
    connect(&m_work, &StoreWork::done, this, tell);
    connect(&m_work, &StoreWork::failed, this, tell);
    connect(&m_work, &StoreWork::cancelled, this, tell);
    m_work.start([store, kind](const StoreWork::Watch &) {
        *kind = lookAtStoreFile(store).kind;
        if (*kind == StoreFileKind::Store && isDamagedInside(store))
            *kind = StoreFileKind::Damaged;
    });
}

void SessionKeeper::salvage(const QString &reason)
{
    m_rescue = std::make_unique<StoreRescue>(StoreUrl{storeFile()});
    m_session.reset();
    connect(m_rescue.get(), &StoreRescue::closed, this, [] { QCoreApplication::exit(1); });
    connect(
        m_rescue.get(), &StoreRescue::openWanted, this, [this](const QString &store) { goOnWith(store); },
        Qt::QueuedConnection);
    m_rescue->offer(reason);
}

/// Also from the next start on, unless the command line names a store.
void SessionKeeper::goOnWith(const QString &store)
{
    if (m_options.storeGiven) {
        m_options.store.filePath = store;
    } else {
        QSettings settings(m_options.settingsFile, QSettings::IniFormat);
        Preferences preferences(settings, m_options, nullptr);
        StoragePreferences storage = preferences.storage();
        storage.file = store;
        preferences.setStorage(storage);
    }
    start();
    connect(
        this, &SessionKeeper::windowShown, m_rescue.get(), [this] { m_rescue.reset(); }, Qt::QueuedConnection);
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
