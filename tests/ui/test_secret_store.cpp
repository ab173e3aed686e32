// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/secret_store.h"

#include "page_fixture.h"
#include "ui/settings/settings_receiver.h"

#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>
#include <QThread>

#include <optional>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

namespace {

constexpr auto Token = "0123456789abcdef";

/// What a test and its keyring share: the keyring may outlive the store in front of it.
struct Vault
{
    QSemaphore open; ///< one for each call that may go on
    QSemaphore asked; ///< one for each call that came
    QByteArray secret;
    QThread *caller = nullptr;
};

/// A keyring whose calls wait, as D-Bus makes them.
class SlowKeyring : public SecretStore
{
public:
    explicit SlowKeyring(std::shared_ptr<Vault> vault)
        : m_vault(std::move(vault))
    { }
    void read(QObject *, Read done) override
    {
        enter();
        done({m_vault->secret, {}});
    }
    void write(const QByteArray &secret, QObject *, Written done) override
    {
        enter();
        m_vault->secret = secret;
        done({});
    }

private:
    void enter()
    {
        m_vault->caller = QThread::currentThread();
        m_vault->asked.release();
        m_vault->open.acquire();
    }
    std::shared_ptr<Vault> m_vault;
};

std::unique_ptr<SecretStore> slowKeyring(const std::shared_ptr<Vault> &vault)
{
    return std::make_unique<ThreadedSecretStore>(std::make_unique<SlowKeyring>(vault));
}

} // namespace

class TestSecretStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin).*"_s)); }

    void theAskerNeverWaits()
    {
        const auto vault = std::make_shared<Vault>();
        const auto store = slowKeyring(vault);
        QObject context;
        QList<QString> answers;
        store->write(Token, &context, [&answers](const QString &error) {
            QCOMPARE(QThread::currentThread(), qApp->thread());
            answers.append(u"written "_s + error);
        });
        store->read(&context, [&answers](const SecretStore::Answer &got) {
            QCOMPARE(QThread::currentThread(), qApp->thread());
            answers.append(QString::fromLatin1(got.secret));
        });
        QVERIFY(vault->asked.tryAcquire(1, 10'000)); // it waits, and this thread goes on
        QVERIFY(vault->caller != QThread::currentThread());
        QCOMPARE(answers.size(), 0);
        vault->open.release(2);
        QTRY_COMPARE(answers, (QStringList{u"written "_s, QString::fromLatin1(Token)}));
    }

    void nobodyIsAnsweredWhoIsGone()
    {
        const auto vault = std::make_shared<Vault>();
        const auto store = slowKeyring(vault);
        bool called = false;
        auto gone = std::make_unique<QObject>();
        store->read(gone.get(), [&called](const SecretStore::Answer &) { called = true; });
        gone.reset();
        QObject context;
        bool answered = false;
        store->read(&context, [&answered](const SecretStore::Answer &) { answered = true; });
        vault->open.release(2);
        QTRY_VERIFY(answered);
        QVERIFY(!called);
    }

    void theEndDoesNotWaitForABusThatIsSilent()
    {
        auto vault = std::make_shared<Vault>();
        const std::weak_ptr<Vault> left = vault;
        auto store = slowKeyring(vault);
        auto context = std::make_unique<QObject>();
        store->read(context.get(), [](const SecretStore::Answer &) { QFAIL("nobody asks any more"); });
        QVERIFY(vault->asked.tryAcquire(1, 10'000));
        store.reset(); // would hang for ever where it waited for the call
        context.reset();
        vault->open.release();
        vault.reset();
        QTRY_VERIFY_WITH_TIMEOUT(left.expired(), 60'000); // then nothing stays of it
    }

    void theFileAnswersLikeTheKeyring()
    {
        const QTemporaryDir folder;
        ThreadedSecretStore store(std::make_unique<FileSecretStore>(folder.filePath(u"token"_s)));
        QObject context;
        QStringList answers;
        store.write(Token, &context, [&answers](const QString &error) { answers.append(u"written "_s + error); });
        QTRY_COMPARE(answers.size(), 1);
        store.read(&context,
                   [&answers](const SecretStore::Answer &got) { answers.append(QString::fromLatin1(got.secret)); });
        QTRY_COMPARE(answers, (QStringList{u"written "_s, QString::fromLatin1(Token)}));
    }

    void withoutABusTheKeyringSaysSo()
    {
        const QByteArray before = qgetenv("DBUS_SESSION_BUS_ADDRESS");
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
        ThreadedSecretStore store(std::make_unique<KeyringSecretStore>(u"callboard test"_s));
        QObject context;
        std::optional<QString> error;
        store.read(&context, [&error](const SecretStore::Answer &got) { error = got.error; });
        QTRY_VERIFY_WITH_TIMEOUT(error.has_value(), 30'000);
        QVERIFY(!error->isEmpty());
        qputenv("DBUS_SESSION_BUS_ADDRESS", before);
    }

    void nothingOpensWithoutItsToken()
    {
        PageFixture fixture; // without a keyring
        const ReceiverConfig config = fixture.receiver.config();
        QSignalSpy listening(&fixture.receiver, &Receiver::listening);
        QTRY_COMPARE(listening.size(), 1); // the fixture's own start
        fixture.receiver.shutdown();
        fixture.settings.setValue("receiver/tokenPlace"_L1, u"file"_s); // whose file is gone
        QSignalSpy refused(&fixture.control, &ReceiverControl::refused);
        fixture.control.startFromPreferences();
        QTRY_COMPARE(refused.size(), 1);
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        ReceiverConfig wanted = config;
        wanted.port = other.serverPort(); // taken, so that the change fails
        wanted.token = Token;
        fixture.control.apply(wanted);
        QTRY_COMPARE(refused.size(), 2);
        QVERIFY(!fixture.control.isBusy());
        QCOMPARE(listening.size(), 1); // going back would open it to everybody
    }

    void nothingIsAppliedBeforeTheTokenIsThere()
    {
        const auto vault = std::make_shared<Vault>();
        vault->secret = Token;
        PageFixture fixture({}, slowKeyring(vault));
        fixture.settings.setValue("receiver/tokenPlace"_L1, u"keyring"_s);
        SettingsReceiver page(fixture.services());
        page.show();
        auto *path = page.findChild<QLineEdit *>(u"receiverPath"_s);
        auto *token = page.findChild<QLineEdit *>(u"receiverToken"_s);
        auto *apply = page.findChild<QPushButton *>(u"receiverApply"_s);
        path->setText(u"/push"_s);
        QVERIFY(apply->isEnabled());
        fixture.control.startFromPreferences();
        QVERIFY(vault->asked.tryAcquire(1, 10'000));
        QVERIFY(!apply->isEnabled() && !path->isEnabled());
        ReceiverConfig tokenless = fixture.receiver.config();
        tokenless.path = u"/open"_s;
        fixture.control.apply(tokenless);
        QSignalSpy started(&fixture.control, &ReceiverControl::started);
        vault->open.release();
        QVERIFY(started.wait(10'000));
        QCOMPARE(token->text(), QString::fromLatin1(Token));
        QCOMPARE(fixture.receiver.config().token, QByteArray(Token));
        QVERIFY(path->isEnabled());

        path->setText(u"/push"_s);
        QSignalSpy applied(&fixture.control, &ReceiverControl::applied);
        apply->click();
        QVERIFY(applied.wait(10'000));
        QCOMPARE(fixture.receiver.config().path, u"/push"_s);
        QCOMPARE(fixture.receiver.config().token, QByteArray(Token));
        QCOMPARE(vault->secret, QByteArray(Token));
    }
};

QTEST_MAIN(TestSecretStore)
#include "test_secret_store.moc"
