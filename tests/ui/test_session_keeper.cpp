// SPDX-License-Identifier: GPL-3.0-or-later
#include "random_calls.h"
#include "running_program.h"
#include "shown_widget.h"

#include "store/database/connection.h"
#include "store/sqlite/copies/store_copies.h"
#include "store/upkeep/maintenance.h"
#include "ui/session/page.h"
#include "ui/settings/settings_page.h"
#include "ui/window/session_keeper.h"

#include <QDialog>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>

#include <future>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int Calls = 60;

} // namespace

/// What a person can do to a store from the window while nobody may have it open: put a copy in its place.
class TestSessionKeeper : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void aCopyTakesTheStoresPlace();
    void theQuestionCanBeDeclined();
    void whatIsNoCopyChangesNothing();
    void aDamagedCopyChangesNothing();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    SettingsPage *settings() const;
    void askToRestore(const QString &copy);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SessionKeeper> m_keeper;
};

void TestSessionKeeper::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    const StoreUrl store = StoreUrl::ofFile(path(u"calls.db"_s)), copy = StoreUrl::ofFile(path(u"copy.db"_s));
    const auto seed = [store, copy] {
        seedRandomCalls(store, Calls, 3);
        backupStore(store, copy.localFile());
        seedRandomCalls(store, Calls + 40, 4);
    };
    std::async(std::launch::async, seed).get();
    StartupOptions options;
    options.settingsFile = path(u"window.ini"_s);
    options.store = store;
    options.receiver.port = 0;
    m_keeper = std::make_unique<SessionKeeper>(*qApp, options);
    m_keeper->start();
    QTRY_VERIFY_WITH_TIMEOUT(m_keeper->session()->window(), 60'000);
}

void TestSessionKeeper::cleanup()
{
    m_keeper.reset();
    m_folder.reset();
}

SettingsPage *TestSessionKeeper::settings() const
{
    MainWindow *window = m_keeper->session()->window();
    window->showPage(window->pageIndex("settings"_L1));
    return qobject_cast<SettingsPage *>(window->page("settings"_L1));
}

/// Up to the question.
void TestSessionKeeper::askToRestore(const QString &copy)
{
    SettingsPage *page = settings();
    page->showSection(u"storage"_s);
    page->findChild<QWidget *>(u"restoreFile"_s)->findChild<QLineEdit *>()->setText(copy);
    page->findChild<QPushButton *>(u"restoreStart"_s)->click();
}

void TestSessionKeeper::aCopyTakesTheStoresPlace()
{
    const qint64 inCopy = callsIn(path(u"copy.db"_s)), before = callsIn(path(u"calls.db"_s));
    QVERIFY(before > inCopy);
    askToRestore(path(u"copy.db"_s));
    QTRY_VERIFY(shown<QMessageBox>(u"restoreQuestion"_s));
    QVERIFY(shown<QMessageBox>(u"restoreQuestion"_s)->text().contains(u"calls.db.before-restore-"_s));
    const QSignalSpy again(m_keeper.get(), &SessionKeeper::windowShown);
    shown<QPushButton>(u"restoreYes"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(again.size(), 1, 120'000);
    QTRY_VERIFY(shown<QMessageBox>(u"storeNews"_s));
    const QStringList kept = QDir(m_folder->path()).entryList({u"calls.db.before-restore-*"_s});
    QCOMPARE(kept.size(), 1);
    QVERIFY(shown<QMessageBox>(u"storeNews"_s)->text().contains(kept.constFirst()));
    QCOMPARE(callsIn(path(u"calls.db"_s)), inCopy);
    QCOMPARE(callsIn(path(kept.constFirst())), before);
    QVERIFY(!shown<QDialog>(u"storeWork"_s));
    QTRY_VERIFY(!m_keeper->session()->receiver().url().isEmpty()); // it receives again
}

void TestSessionKeeper::theQuestionCanBeDeclined()
{
    const ApplicationSession *session = m_keeper->session();
    askToRestore(path(u"copy.db"_s));
    QTRY_VERIFY(shown<QMessageBox>(u"restoreQuestion"_s));
    QTest::keyClick(shown<QMessageBox>(u"restoreQuestion"_s), Qt::Key_Escape);
    QTRY_VERIFY(!shown<QMessageBox>(u"restoreQuestion"_s));
    QCOMPARE(m_keeper->session(), session);
    QVERIFY(session->window()->isVisible());
}

void TestSessionKeeper::whatIsNoCopyChangesNothing()
{
    QFile other(path(u"other.txt"_s));
    QVERIFY(other.open(QIODevice::WriteOnly) && other.write("no store") > 0);
    other.close();
    for (const QString &file : {other.fileName(), path(u"missing.db"_s), u"copy.db"_s, path(u"calls.db"_s)}) {
        askToRestore(file);
        const auto *status = m_keeper->session()->window()->findChild<QLabel *>(u"restoreStatus"_s);
        QTRY_COMPARE(status->property("styleClass").toString(), u"bad"_s);
        QVERIFY(!shown<QMessageBox>(u"restoreQuestion"_s));
    }
}

/// Its beginning looks right; that it is damaged shows when it is read.
void TestSessionKeeper::aDamagedCopyChangesNothing()
{
    const qint64 before = callsIn(path(u"calls.db"_s));
    QFile copy(path(u"copy.db"_s));
    QVERIFY(copy.open(QIODevice::ReadWrite) && copy.seek(8'192));
    QVERIFY(copy.write(QByteArray(4 * 4'096, '\x5a')) > 0);
    copy.close();
    askToRestore(copy.fileName());
    QTRY_VERIFY(shown<QMessageBox>(u"restoreQuestion"_s));
    const QSignalSpy again(m_keeper.get(), &SessionKeeper::windowShown);
    shown<QPushButton>(u"restoreYes"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(again.size(), 1, 120'000);
    QTRY_VERIFY(shown<QMessageBox>(u"storeNews"_s));
    QCOMPARE(shown<QMessageBox>(u"storeNews"_s)->icon(), QMessageBox::Warning);
    QCOMPARE(callsIn(path(u"calls.db"_s)), before);
    QVERIFY(QDir(m_folder->path()).entryList({u"calls.db.before-restore-*"_s}).isEmpty());
}

QTEST_MAIN(TestSessionKeeper)
#include "test_session_keeper.moc"
