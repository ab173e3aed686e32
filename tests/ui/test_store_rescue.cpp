// SPDX-License-Identifier: GPL-3.0-or-later
#include "random_calls.h"
#include "running_program.h"
#include "shown_widget.h"

#include "store/database/connection.h"
#include "ui/window/session_keeper.h"
#include "ui/window/store_rescue.h"

#include <QDialog>
#include <QFile>
#include <QLabel>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>

#include <future>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int Calls = 200;
constexpr qint64 PageBytes = 4'096;

QByteArray contentOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// Where the store is damaged, the window's place is taken by an offer to save what is sound.
class TestStoreRescue : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void closingChangesNothing();
    void whatIsSoundIsSavedAndShown();
    void noNameLeadsBack();
    void theKeeperKnowsDamage();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

/// A store with its schema overwritten.
void TestStoreRescue::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    std::async(std::launch::async, seedRandomCalls, StoreUrl{path(u"calls.db"_s)}, Calls, 3).get();
    QFile store(path(u"calls.db"_s));
    QVERIFY(store.open(QIODevice::ReadWrite) && store.seek(100));
    QVERIFY(store.write(QByteArray(PageBytes - 100, '\x5a')) > 0);
}

void TestStoreRescue::closingChangesNothing()
{
    const QByteArray before = contentOf(path(u"calls.db"_s));
    StoreRescue rescue(StoreUrl{path(u"calls.db"_s)});
    const QSignalSpy closed(&rescue, &StoreRescue::closed);
    rescue.offer(u"It is <b>damaged</b>."_s);
    QTRY_VERIFY(shown<QMessageBox>(u"damagedStore"_s));
    QTest::keyClick(shown<QMessageBox>(u"damagedStore"_s), Qt::Key_Escape);
    QTRY_COMPARE(closed.size(), 1);
    QCOMPARE(contentOf(path(u"calls.db"_s)), before);
}

void TestStoreRescue::whatIsSoundIsSavedAndShown()
{
    const QByteArray before = contentOf(path(u"calls.db"_s));
    StoreRescue rescue(StoreUrl{path(u"calls.db"_s)});
    QString suggested;
    rescue.setChooseFile([&](const QString &suggestion, const auto &answer) {
        suggested = suggestion;
        answer(path(u"new.db"_s));
    });
    const QSignalSpy open(&rescue, &StoreRescue::openWanted);
    rescue.offer(u"damaged"_s);
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
    StoreRescue rescue(StoreUrl{path(u"calls.db"_s)});
    rescue.setChooseFile([](const QString &, const auto &answer) { answer(QString()); });
    rescue.offer(u"damaged"_s);
    QTRY_VERIFY(shown<QPushButton>(u"salvageStart"_s));
    shown<QPushButton>(u"salvageStart"_s)->click();
    QTRY_VERIFY(shown<QMessageBox>(u"damagedStore"_s));
}

void TestStoreRescue::theKeeperKnowsDamage()
{
    StartupOptions options;
    options.settingsFile = path(u"window.ini"_s);
    options.store.filePath = path(u"calls.db"_s);
    options.receiver.port = 0;
    SessionKeeper keeper(*qApp, options);
    const QSignalSpy failed(&keeper, &SessionKeeper::failed);
    keeper.start();
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 60'000);
    QVERIFY(failed.at(0).at(1).toBool());
    QVERIFY(!failed.at(0).at(0).toString().isEmpty());
}

QTEST_MAIN(TestStoreRescue)
#include "test_store_rescue.moc"
