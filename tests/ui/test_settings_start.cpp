// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/server/receiver.h"
#include "ui/settings/settings_page.h"
#include "ui/window/application_session.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTest>

using namespace callboard;
using namespace Qt::StringLiterals;

namespace {

constexpr auto Token = "0123456789abcdef";

/// The real program with settings that were made before it starts.
class Program
{
public:
    explicit Program(const QString &folder, StartupOptions options = {})
        : session(*qApp, filled(std::move(options), folder))
    {
        session.start();
    }
    bool isShown()
    {
        return QTest::qWaitFor([this] { return session.window() != nullptr; }, 20'000);
    }
    QUrl url()
    {
        const bool listens = QTest::qWaitFor([this] { return !session.receiver().url().isEmpty(); }, 20'000);
        return listens ? session.receiver().url() : QUrl();
    }
    SettingsPage *settings() { return qobject_cast<SettingsPage *>(session.window()->page("settings"_L1)); }

private:
    static StartupOptions filled(StartupOptions options, const QString &folder)
    {
        options.settingsFile = folder + u"/window.ini"_s;
        options.useKeyring = false;
        if (!options.storeGiven)
            options.store = StoreUrl::ofFile(folder + u"/usual.db"_s);
        if (!options.listenGiven)
            options.receiver.port = 0;
        return options;
    }

public:
    ApplicationSession session;
};

int statusOf(const QUrl &url)
{
    QNetworkAccessManager network;
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, "application/json"_L1);
    QNetworkReply *reply = network.post(request, QByteArray(R"({"call_uuid":"u","time_hangup":1527737784829})"));
    QSignalSpy finished(reply, &QNetworkReply::finished);
    return finished.wait(10'000) ? reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() : 0;
}

QUrl withToken(QUrl url)
{
    url.setQuery(u"token="_s + QString::fromLatin1(Token));
    return url;
}

QSettings settingsIn(const QString &folder)
{
    return QSettings(folder + u"/window.ini"_s, QSettings::IniFormat);
}

void keepToken(const QString &folder)
{
    QFile file(folder + u"/window.token"_s);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(Token) > 0);
}

} // namespace

class TestSettingsStart : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void startsAsTheSettingsSay()
    {
        const QTemporaryDir folder;
        settingsIn(folder.path()).setValue("receiver/path"_L1, u"/push"_s);
        settingsIn(folder.path()).setValue("receiver/tokenPlace"_L1, u"file"_s);
        settingsIn(folder.path()).setValue("storage/file"_L1, folder.filePath(u"chosen.db"_s));
        keepToken(folder.path());
        Program program(folder.path());
        QVERIFY(program.isShown());
        const QUrl url = program.url();
        QCOMPARE(url.path(), u"/push"_s);
        QCOMPARE(statusOf(url), 401);
        QCOMPARE(statusOf(withToken(url)), 200);
        QVERIFY(QFile::exists(folder.filePath(u"chosen.db"_s)));
        QVERIFY(!QFile::exists(folder.filePath(u"usual.db"_s)));
    }

    void theCommandLineWinsAndSaysSo()
    {
        const QTemporaryDir folder;
        QTcpServer free;
        QVERIFY(free.listen(QHostAddress::LocalHost));
        const quint16 port = free.serverPort();
        free.close();
        settingsIn(folder.path()).setValue("receiver/port"_L1, 9);
        settingsIn(folder.path()).setValue("storage/file"_L1, folder.filePath(u"chosen.db"_s));
        StartupOptions options;
        options.listenGiven = options.storeGiven = true;
        options.receiver.port = port;
        options.store = StoreUrl::ofFile(folder.filePath(u"given.db"_s));
        Program program(folder.path(), options);
        QVERIFY(program.isShown());
        QCOMPARE(program.url().port(), port);
        QVERIFY(QFile::exists(folder.filePath(u"given.db"_s)));
        const SettingsPage *page = program.settings();
        QVERIFY(!page->findChild<QLineEdit *>(u"receiverPort"_s)->isEnabled());
        QVERIFY(!page->findChild<QComboBox *>(u"receiverAddress"_s)->isEnabled());
        QVERIFY(page->findChild<QLabel *>(u"receiverPortNote"_s)->text().contains(u"--listen"_s));
        QVERIFY(!page->findChild<QWidget *>(u"storeFile"_s)->isEnabled());
        QVERIFY(page->findChild<QLabel *>(u"storeFileNote"_s)->text().contains(u"command line"_s));
    }

    void aTokenThatCantBeReadKeepsTheReceiverClosed()
    {
        const QTemporaryDir folder;
        settingsIn(folder.path()).setValue("receiver/tokenPlace"_L1, u"file"_s);
        Program program(folder.path());
        QVERIFY(program.isShown());
        const SettingsPage *page = program.settings();
        auto *note = page->findChild<QLabel *>(u"receiverTokenRowNote"_s);
        QTRY_VERIFY2(note->text().contains(u"can't be read"_s), qPrintable(note->text()));
        QVERIFY(program.session.receiver().url().isEmpty());
        auto *path = page->findChild<QLineEdit *>(u"receiverPath"_s);
        auto *apply = page->findChild<QPushButton *>(u"receiverApply"_s);
        path->setText(u"/push"_s);
        apply->click(); // without a token it would be open to everybody
        QVERIFY(note->text().contains(u"Enter it again"_s));
        QVERIFY(program.session.receiver().url().isEmpty());
        page->findChild<QLineEdit *>(u"receiverToken"_s)->setText(QString::fromLatin1(Token));
        apply->click();
        const QUrl url = program.url();
        QCOMPARE(url.path(), u"/push"_s);
        QCOMPARE(statusOf(url), 401);
        QCOMPARE(statusOf(withToken(url)), 200);
        QTRY_VERIFY(QFile::exists(folder.filePath(u"window.token"_s)));
    }
};

QTEST_MAIN(TestSettingsStart)
#include "test_settings_start.moc"
