// SPDX-License-Identifier: GPL-3.0-or-later
#include "english_left.h"
#include "plain_user.h"
#include "random_calls.h"
#include "running_program.h"
#include "shown_widget.h"

#include "store/database/connection.h"
#include "store/database/store_backend.h"
#include "store/sqlite/copies/store_copies.h"
#include "store/upkeep/maintenance.h"
#include "ui/window/session_keeper.h"
#include "ui/window/store_rescue.h"

#include <QDialog>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSet>
#include <QSettings>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>

#include <future>
#include <limits>
#include <optional>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int Calls = 200;
constexpr qint64 PageBytes = 4'096;

void writeTo(const QString &name, const QByteArray &content)
{
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
}

void makeNewer(const StoreUrl &store)
{
    seedRandomCalls(store, 1, 3);
    Connection connection(store, Access::Write);
    connection.execute(u"UPDATE meta SET value = 9999 WHERE key = 'schema_step'"_s);
}

void makeForeign(const QString &file)
{
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"foreign"_s);
        database.setDatabaseName(file);
        QVERIFY(database.open());
        QVERIFY(QSqlQuery(database).exec(u"CREATE TABLE moz_places (id INTEGER)"_s));
    }
    QSqlDatabase::removeDatabase(u"foreign"_s);
}

QByteArray contentOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// Where no window can open the store, its place is taken by the reason, in the reader's language, and what can be
/// done.
class TestStoreRescue : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void closingChangesNothing();
    void whatIsSoundIsSavedAndShown();
    void noNameLeadsBack();
    void theKeeperKnowsDamage();
    void reasonsAreTranslated_data();
    void reasonsAreTranslated();
    void anotherStoreIsOpened();
    void theSameIsTriedAgain();
    void theFolderIsOpened();
    void aCopyIsRestored();
    void aFullDiskIsShownOverThePage();

private:
    SessionKeeper &start(const QString &language, const QString &store = {});
    void fail(const QString &language, const QString &store = {});
    std::unique_ptr<SessionKeeper> m_keeper;
    QString path(const QString &name) const { return m_folder->filePath(name); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

/// A store with its schema overwritten.
void TestStoreRescue::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QFile::setPermissions(m_folder->path(), QFile::Permissions::fromInt(0x7777))); // also for a plain user
    std::async(std::launch::async, seedRandomCalls, StoreUrl::ofFile(path(u"calls.db"_s)), Calls, 3).get();
    QFile store(path(u"calls.db"_s));
    QVERIFY(store.open(QIODevice::ReadWrite) && store.seek(100));
    QVERIFY(store.write(QByteArray(PageBytes - 100, '\x5a')) > 0);
}

void TestStoreRescue::cleanup()
{
    m_keeper.reset();
    m_folder.reset();
}

void TestStoreRescue::closingChangesNothing()
{
    const QByteArray before = contentOf(path(u"calls.db"_s));
    StoreRescue rescue(StoreUrl::ofFile(path(u"calls.db"_s)));
    const QSignalSpy closed(&rescue, &StoreRescue::closed);
    rescue.offer({StoreErrorCode::DamagedStore, {u"<b>a</b>"_s, u"b"_s, u"c"_s}}, false);
    QVERIFY(shown<QPushButton>(u"salvageStart"_s));
    QTRY_VERIFY(shown<QMessageBox>(u"storeProblem"_s));
    QTest::keyClick(shown<QMessageBox>(u"storeProblem"_s), Qt::Key_Escape);
    QTRY_COMPARE(closed.size(), 1);
    QCOMPARE(contentOf(path(u"calls.db"_s)), before);
}

void TestStoreRescue::whatIsSoundIsSavedAndShown()
{
    const QByteArray before = contentOf(path(u"calls.db"_s));
    StoreRescue rescue(StoreUrl::ofFile(path(u"calls.db"_s)));
    QString suggested;
    rescue.setChooseFile([&](StoreRescue::FilePurpose, const QString &suggestion, const auto &answer) {
        suggested = suggestion;
        answer(path(u"new.db"_s));
    });
    const QSignalSpy open(&rescue, &StoreRescue::openRequested);
    rescue.offer({StoreErrorCode::NoStore, {u"/c.db"_s}}, true);
    QTRY_VERIFY(shown<QPushButton>(u"salvageStart"_s));
    shown<QPushButton>(u"salvageStart"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(shown<QDialog>(u"salvageReport"_s), 120'000);
    QVERIFY(suggested.contains(u"salvaged"_s));
    QVERIFY(!shown<QDialog>(u"storeWork"_s));
    QCOMPARE(callsIn(path(u"new.db"_s)), qint64(Calls));
    QVERIFY(shown<QLabel>(u"salvageBrought"_s)->text().contains(path(u"new.db"_s)));
    QCOMPARE(contentOf(path(u"calls.db"_s)), before);
    shown<QPushButton>(u"salvageOpen"_s)->click();
    QTRY_COMPARE(open.size(), 1);
    QCOMPARE(open.at(0).at(0).toString(), path(u"new.db"_s));
}

void TestStoreRescue::noNameLeadsBack()
{
    StoreRescue rescue(StoreUrl::ofFile(path(u"calls.db"_s)));
    rescue.setChooseFile([](StoreRescue::FilePurpose, const QString &, const auto &answer) { answer(QString()); });
    rescue.offer({StoreErrorCode::NoStore, {u"/c.db"_s}}, true);
    QTRY_VERIFY(shown<QPushButton>(u"salvageStart"_s));
    shown<QPushButton>(u"salvageStart"_s)->click();
    QTRY_VERIFY(shown<QMessageBox>(u"storeProblem"_s));
}

void TestStoreRescue::theKeeperKnowsDamage()
{
    const QSignalSpy failed(&start(u"en"_s), &SessionKeeper::failed);
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 60'000);
    QCOMPARE(failed.at(0).at(0).value<StoreProblem>().code, StoreErrorCode::DamagedStore);
    QVERIFY(m_keeper->failureText().contains(u"is damaged"_s));
}

SessionKeeper &TestStoreRescue::start(const QString &language, const QString &store)
{
    StartupOptions options;
    options.settingsFile = path(u"window.ini"_s);
    options.store = StoreUrl::ofFile(store.isEmpty() ? path(u"calls.db"_s) : store);
    options.storeGiven = true;
    options.receiver.port = 0;
    {
        QSettings settings(options.settingsFile, QSettings::IniFormat);
        settings.setValue(u"appearance/language"_s, language);
        settings.setValue(u"appearance/theme"_s, u"light"_s);
    }
    m_keeper = std::make_unique<SessionKeeper>(*qApp, options);
    m_keeper->start();
    return *m_keeper;
}

/// Up to the dialog.
void TestStoreRescue::fail(const QString &language, const QString &store)
{
    const QSignalSpy failed(&start(language, store), &SessionKeeper::failed);
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 60'000);
    m_keeper->rescue();
    QTRY_VERIFY(shown<QMessageBox>(u"storeProblem"_s));
}

void TestStoreRescue::reasonsAreTranslated_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QStringList>("buttons");
    const QString choose = u"storeChoose"_s, again = u"storeTryAgain"_s, folder = u"storeFolder"_s;
    const QStringList all{choose, folder, u"storeRestore"_s, u"salvageStart"_s};
    QTest::newRow("damaged") << u"damaged"_s << u"已损坏"_s << all;
    QTest::newRow("held") << u"held"_s << u"正由"_s << QStringList{again, choose, folder};
    QTest::newRow("newer") << u"newer"_s << u"更新版本"_s << QStringList{choose, folder};
    QTest::newRow("text") << u"text"_s << u"不是数据库"_s << all;
    QTest::newRow("foreign") << u"foreign"_s << u"其他程序"_s << QStringList{choose, folder};
    QTest::newRow("folder") << u"folder"_s << u"无法锁定"_s << QStringList{again, choose, folder};
    QTest::newRow("closed") << u"closed"_s << u"无权进入"_s << QStringList{again, choose};
}

void TestStoreRescue::reasonsAreTranslated()
{
    QFETCH(const QString, kind);
    QFETCH(const QString, words);
    QFETCH(const QStringList, buttons);
    const QString store = path(u"calls.db"_s);
    std::unique_ptr<StoreLock> lock;
    std::optional<ClosedFolder> closed;
    if (kind != "damaged"_L1)
        QVERIFY(QFile::remove(store));
    if (kind == "held"_L1)
        std::async(std::launch::async, [&] { lock = StoreBackend::of(StoreUrl::ofFile(store))->lock(); }).get();
    else if (kind == "newer"_L1)
        std::async(std::launch::async, makeNewer, StoreUrl::ofFile(store)).get();
    else if (kind == "text"_L1)
        writeTo(store, "hello, this is a text\n");
    else if (kind == "foreign"_L1)
        std::async(std::launch::async, makeForeign, store).get();
    else if (kind == "folder"_L1)
        QVERIFY(QDir().mkpath(store));
    else if (kind == "closed"_L1)
        closed.emplace(path(u"closed"_s));
    const std::unique_ptr<PlainUser> user = closed ? std::make_unique<PlainUser>() : nullptr;
    fail(u"zh_CN"_s, closed ? closed->file() : QString());
    auto *box = shown<QMessageBox>(u"storeProblem"_s);
    QVERIFY2(box->text().contains(words), qPrintable(box->text()));
    QCOMPARE(englishLeftIn(box->text()), QString());
    QCOMPARE(box->windowTitle(), u"Callboard 无法启动"_s);
    QStringList shownButtons;
    for (const QAbstractButton *button : box->buttons()) {
        QVERIFY2(!button->text().contains(QRegularExpression(u"[a-z]{2}"_s)), qPrintable(button->text()));
        if (!button->objectName().isEmpty() && !button->objectName().startsWith(u"qt_"_s))
            shownButtons.append(button->objectName());
    }
    QCOMPARE(QSet<QString>(shownButtons.begin(), shownButtons.end()), QSet<QString>(buttons.begin(), buttons.end()));
}

void TestStoreRescue::anotherStoreIsOpened()
{
    fail(u"zh_CN"_s);
    const QString other = path(u"other.db"_s);
    m_keeper->currentRescue()->setChooseFile(
        [&](StoreRescue::FilePurpose, const QString &, const auto &answer) { answer(other); });
    const QSignalSpy windows(m_keeper.get(), &SessionKeeper::windowShown);
    shown<QPushButton>(u"storeChoose"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(windows.size(), 1, 60'000);
    QCOMPARE(m_keeper->session()->store().localFile(), other);
    QVERIFY(QFile::exists(other));
}

void TestStoreRescue::theSameIsTriedAgain()
{
    QVERIFY(QFile::remove(path(u"calls.db"_s)));
    std::unique_ptr<StoreLock> lock;
    std::async(std::launch::async, [&] {
        lock = StoreBackend::of(StoreUrl::ofFile(path(u"calls.db"_s)))->lock();
    }).get();
    fail(u"zh_CN"_s);
    lock.reset();
    const QSignalSpy windows(m_keeper.get(), &SessionKeeper::windowShown);
    shown<QPushButton>(u"storeTryAgain"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(windows.size(), 1, 60'000);
}

void TestStoreRescue::theFolderIsOpened()
{
    fail(u"zh_CN"_s);
    QString opened;
    m_keeper->currentRescue()->setOpenFolder([&opened](const QString &folder) { opened = folder; });
    shown<QPushButton>(u"storeFolder"_s)->click();
    QTRY_COMPARE(opened, m_folder->path());
    QTRY_VERIFY(shown<QMessageBox>(u"storeProblem"_s)); // there is still something to choose
}

void TestStoreRescue::aCopyIsRestored()
{
    const QString copy = path(u"copy.db"_s);
    std::async(std::launch::async, [&] {
        const StoreUrl sound = StoreUrl::ofFile(path(u"sound.db"_s));
        seedRandomCalls(sound, Calls, 3);
        backupStore(sound, copy);
    }).get();
    fail(u"zh_CN"_s);
    m_keeper->currentRescue()->setChooseFile(
        [&](StoreRescue::FilePurpose, const QString &, const auto &answer) { answer(copy); });
    const QSignalSpy windows(m_keeper.get(), &SessionKeeper::windowShown);
    shown<QPushButton>(u"storeRestore"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(windows.size(), 1, 120'000);
    QCOMPARE(callsIn(path(u"calls.db"_s)), qint64(Calls));
    QTRY_VERIFY(shown<QMessageBox>(u"storeNews"_s));
    QVERIFY(shown<QMessageBox>(u"storeNews"_s)->text().contains(u"已从"_s));
}

/// Less room than the settings want to keep free.
void TestStoreRescue::aFullDiskIsShownOverThePage()
{
    QVERIFY(QFile::remove(path(u"calls.db"_s)));
    SessionKeeper &keeper = start(u"zh_CN"_s);
    QTRY_VERIFY_WITH_TIMEOUT(keeper.session()->window(), 60'000);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"The disk is full"_s)); // the log stays English
    keeper.session()->writer().setLimits(0, std::numeric_limits<qint64>::max());
    const auto *bar = keeper.session()->window()->findChild<QWidget *>(u"storeWarning"_s);
    QTRY_VERIFY_WITH_TIMEOUT(bar->isVisible(), 60'000);
    const QString text = bar->findChild<QLabel *>(u"storeWarningText"_s)->text();
    QVERIFY2(text.contains(u"磁盘已满"_s) && text.contains(u"请腾出"_s), qPrintable(text));
    QCOMPARE(englishLeftIn(text), QString());
    QCOMPARE(bar->findChild<QPushButton *>(u"storeWarningAction"_s)->text(), u"打开所在文件夹"_s);
    const auto *light = keeper.session()->window()->findChild<QLabel *>(u"light"_s);
    QTRY_VERIFY(light->text().contains(u"磁盘已满"_s));
    keeper.session()->writer().setLimits(0, 0);
    QTRY_VERIFY_WITH_TIMEOUT(!bar->isVisible(), 60'000);
}

QTEST_MAIN(TestStoreRescue)
#include "test_store_rescue.moc"
