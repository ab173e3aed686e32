// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/preferences.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace callboard;
using namespace Qt::StringLiterals;

namespace {

/// A keyring that does what the test says.
class FakeKeyring : public SecretStore
{
public:
    QByteArray secret;
    QString error;

    void read(QObject *context, Read done) override
    {
        QMetaObject::invokeMethod(
            context,
            [this, done = std::move(done)] {
                done({error.isEmpty() ? secret : QByteArray(), error});
            },
            Qt::QueuedConnection);
    }
    void write(const QByteArray &wanted, QObject *context, Written done) override
    {
        if (error.isEmpty())
            secret = wanted;
        QMetaObject::invokeMethod(
            context, [this, done = std::move(done)] { done(error); }, Qt::QueuedConnection);
    }
};

struct Fixture
{
    Fixture(bool withKeyring = true)
        : settings(folder.filePath(u"callboard.ini"_s), QSettings::IniFormat)
    {
        make(withKeyring);
    }
    void make(bool withKeyring)
    {
        auto made = withKeyring ? std::make_unique<FakeKeyring>() : nullptr;
        keyring = made.get();
        preferences = std::make_unique<Preferences>(settings, options, std::move(made));
    }
    QString write(const QByteArray &token)
    {
        std::optional<QString> answer;
        preferences->writeToken(token, &context, [&answer](const QString &error) { answer = error; });
        return QTest::qWaitFor([&answer] { return answer.has_value(); }) ? *answer : u"no answer"_s;
    }
    SecretStore::Answer read()
    {
        std::optional<SecretStore::Answer> answer;
        preferences->readToken(&context, [&answer](const SecretStore::Answer &got) { answer = got; });
        return QTest::qWaitFor([&answer] { return answer.has_value(); }) ? *answer
                                                                         : SecretStore::Answer{{}, u"no answer"_s};
    }

    QTemporaryDir folder;
    StartupOptions options;
    QSettings settings;
    FakeKeyring *keyring = nullptr;
    QObject context;
    std::unique_ptr<Preferences> preferences;
};

} // namespace

class TestPreferences : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void receiverComesBack();
    void theCommandLineWins();
    void nonsenseIsTakenAsNotSaid();
    void anUnreadableAllowListLetsNobodyIn();
    void storageKeepsToItsBounds();
    void privacyTellsOfChanges();
    void tokenInTheKeyring();
    void tokenInAFileOfItsOwnerOnly();
    void aKeyringThatFailsFallsBackToTheFile();
    void aTokenThatIsGoneIsAnError();
    void theSettingsNeverHoldTheToken();
};

void TestPreferences::receiverComesBack()
{
    Fixture fixture;
    ReceiverConfig config;
    config.address = QHostAddress(u"0.0.0.0"_s);
    config.port = 9001;
    config.path = u"/push"_s;
    config.allow = {*Subnet::parse(u"10.1.0.0/16"_s), *Subnet::parse(u"::1"_s)};
    config.tlsCertFile = u"/etc/cert.pem"_s;
    config.tlsKeyFile = u"/etc/key.pem"_s;
    config.maxBodyBytes = 64 * 1024;
    config.maxConnections = 100;
    config.openHealth = true;
    fixture.preferences->setReceiver(config);
    QCOMPARE(fixture.preferences->receiver(), config);
    config.allow.clear();
    fixture.preferences->setReceiver(config);
    QVERIFY(fixture.preferences->receiver().allow.isEmpty());
}

void TestPreferences::theCommandLineWins()
{
    Fixture fixture;
    ReceiverConfig config;
    config.port = 9001;
    config.path = u"/push"_s;
    fixture.preferences->setReceiver(config);
    StoragePreferences storage;
    storage.file = u"/elsewhere/calls.db"_s;
    fixture.preferences->setStorage(storage);
    QCOMPARE(fixture.preferences->store().localFile(), u"/elsewhere/calls.db"_s);
    QString why;
    const QStringList arguments{u"callboard"_s, u"--listen"_s, u"127.0.0.1:7000"_s, u"--store"_s,
                                u"sqlite:/here/calls.db"_s};
    QVERIFY(!StartupOptions::parse(arguments, &fixture.options));
    fixture.make(true);
    QVERIFY(fixture.preferences->isListenGiven());
    QVERIFY(fixture.preferences->isStoreGiven());
    QCOMPARE(fixture.preferences->receiver().port, 7000);
    QCOMPARE(fixture.preferences->receiver().path, u"/push"_s);
    QCOMPARE(fixture.preferences->store().localFile(), u"/here/calls.db"_s);
    fixture.preferences->setReceiver(fixture.preferences->receiver());
    fixture.options = {};
    fixture.make(true);
    QCOMPARE(fixture.preferences->receiver().port, 9001);
}

void TestPreferences::nonsenseIsTakenAsNotSaid()
{
    Fixture fixture;
    const std::pair<const char *, const char *> wrong[] = {
        {"receiver/port", "70000"},   {"receiver/address", "nowhere"},   {"receiver/path", "push"},
        {"receiver/maxBody", "1e99"}, {"receiver/maxConnections", "-1"}, {"storage/keepDays", "1"},
        {"storage/freeMb", "lots"},   {"privacy/reveal", "9"},           {"privacy/coverAfterMinutes", "-5"}};
    for (const auto &[key, value] : wrong)
        fixture.settings.setValue(QLatin1StringView(key), QString::fromLatin1(value));
    QCOMPARE(fixture.preferences->receiver(), ReceiverConfig());
    QCOMPARE(fixture.preferences->storage(), StoragePreferences());
    QCOMPARE(fixture.preferences->privacy(), PrivacyPreferences());
}

void TestPreferences::anUnreadableAllowListLetsNobodyIn()
{
    Fixture fixture;
    fixture.settings.setValue("receiver/allow"_L1, QStringList{u"the office"_s});
    const QList<Subnet> allow = fixture.preferences->receiver().allow;
    QVERIFY(!allow.isEmpty());
    for (const Subnet &subnet : allow)
        QVERIFY(!subnet.contains(QHostAddress(u"10.1.2.3"_s)));
}

void TestPreferences::storageKeepsToItsBounds()
{
    Fixture fixture;
    StoragePreferences storage;
    storage.keepDays = 0;
    storage.freeMb = 5'000;
    fixture.preferences->setStorage(storage);
    QCOMPARE(fixture.preferences->storage(), storage);
    storage.keepDays = StoragePreferences::LeastDays;
    fixture.preferences->setStorage(storage);
    QCOMPARE(fixture.preferences->storage(), storage);
}

void TestPreferences::privacyTellsOfChanges()
{
    Fixture fixture;
    QSignalSpy changed(fixture.preferences.get(), &Preferences::privacyChanged);
    PrivacyPreferences privacy;
    privacy.reveal = RevealPolicy::AfterQuestion;
    privacy.coverAfterMinutes = 5;
    privacy.personalColumns = {u"姓名"_s, u"地址, 门牌"_s};
    fixture.preferences->setPrivacy(privacy);
    fixture.preferences->setPrivacy(privacy);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(fixture.preferences->privacy(), privacy);
}

void TestPreferences::tokenInTheKeyring()
{
    Fixture fixture;
    QCOMPARE(fixture.read().error, QString());
    QVERIFY(fixture.read().secret.isEmpty());
    QCOMPARE(fixture.write("0123456789abcdef"), QString());
    QCOMPARE(fixture.keyring->secret, "0123456789abcdef");
    QCOMPARE(fixture.preferences->tokenPlace(), Preferences::TokenPlace::Keyring);
    QCOMPARE(fixture.read().secret, "0123456789abcdef");
    QVERIFY(!QFile::exists(fixture.preferences->tokenFile()));
    QCOMPARE(fixture.write({}), QString());
    QVERIFY(fixture.keyring->secret.isEmpty());
    QCOMPARE(fixture.preferences->tokenPlace(), Preferences::TokenPlace::Nowhere);
}

void TestPreferences::tokenInAFileOfItsOwnerOnly()
{
    Fixture fixture(false);
    QCOMPARE(fixture.write("0123456789abcdef"), QString());
    QCOMPARE(fixture.preferences->tokenPlace(), Preferences::TokenPlace::File);
    const QFileInfo file(fixture.preferences->tokenFile());
    const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther
        | QFileDevice::WriteOther | QFileDevice::ExeOther;
    QVERIFY(file.permissions().testAnyFlags(QFileDevice::ReadOwner));
    QVERIFY(!file.permissions().testAnyFlags(others));
    QCOMPARE(fixture.read().secret, "0123456789abcdef");
    QCOMPARE(fixture.write("another-token-16"), QString());
    QVERIFY(!QFileInfo(file.filePath()).permissions().testAnyFlags(others));
    QCOMPARE(fixture.write({}), QString());
    QVERIFY(!QFile::exists(file.filePath()));
    QCOMPARE(fixture.read().error, QString());
}

void TestPreferences::aKeyringThatFailsFallsBackToTheFile()
{
    Fixture fixture;
    fixture.keyring->error = u"no service"_s;
    QCOMPARE(fixture.write("0123456789abcdef"), QString());
    QCOMPARE(fixture.preferences->tokenPlace(), Preferences::TokenPlace::File);
    QCOMPARE(fixture.read().secret, "0123456789abcdef");
    fixture.keyring->error.clear();
    QCOMPARE(fixture.write("another-token-16"), QString());
    QCOMPARE(fixture.preferences->tokenPlace(), Preferences::TokenPlace::Keyring);
    QVERIFY(!QFile::exists(fixture.preferences->tokenFile()));
}

void TestPreferences::aTokenThatIsGoneIsAnError()
{
    Fixture fixture;
    QCOMPARE(fixture.write("0123456789abcdef"), QString());
    fixture.keyring->secret.clear();
    QVERIFY(!fixture.read().error.isEmpty());
    fixture.keyring->error = u"locked"_s;
    QCOMPARE(fixture.read().error, u"locked"_s);
    fixture.make(false);
    QVERIFY(!fixture.read().error.isEmpty());
}

void TestPreferences::theSettingsNeverHoldTheToken()
{
    Fixture fixture;
    ReceiverConfig config;
    config.token = "0123456789abcdef";
    fixture.preferences->setReceiver(config);
    QCOMPARE(fixture.write(config.token), QString());
    fixture.settings.sync();
    QFile file(fixture.settings.fileName());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains(config.token));
}

QTEST_GUILESS_MAIN(TestPreferences)
#include "test_preferences.moc"
