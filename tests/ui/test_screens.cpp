// SPDX-License-Identifier: GPL-3.0-or-later
// callboard-screens draws the same pictures whatever the computer's clock, time zone, port and folders are.
#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 1'000'000; ///< ms; only ever reached when something is broken
const QString Pages = u"live,campaigns,receiver,settings-storage"_s;

} // namespace

class TestScreens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void sameOptionsSamePictures();
    void atNight_data();
    void atNight();
    void otherCalls();
    void wrongUsage_data();
    void wrongUsage();

private:
    /// The exit code of a run into a folder of this test's own.
    int run(const QString &folder, const QStringList &options, const QByteArray &computersZone = "Asia/Shanghai");
    QByteArray picture(const QString &folder, const QString &page) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QByteArray m_errors; ///< of the last run
};

void TestScreens::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

int TestScreens::run(const QString &folder, const QStringList &options, const QByteArray &computersZone)
{
    QProcess program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"TZ"_s, QString::fromLatin1(computersZone));
    program.setProcessEnvironment(environment);
    program.start(QStringLiteral(SCREENS), QStringList{u"--out"_s, m_folder->filePath(folder)} + options);
    if (!program.waitForFinished(Patience))
        return -1;
    m_errors = program.readAllStandardError();
    return program.exitStatus() == QProcess::NormalExit ? program.exitCode() : -1;
}

QByteArray TestScreens::picture(const QString &folder, const QString &page) const
{
    QFile file(m_folder->filePath(folder + u"/en-light-"_s + page + u".png"_s));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestScreens::sameOptionsSamePictures()
{
    const QStringList options{u"--only"_s, Pages, u"--seed"_s, u"3"_s, u"--calls"_s, u"2000"_s};
    QVERIFY2(run(u"a"_s, options) == 0, m_errors.constData());
    QVERIFY2(run(u"another-folder"_s, options, "America/New_York") == 0, m_errors.constData());
    const QStringList pages = Pages.split(u',');
    for (const QString &page : pages) {
        QVERIFY2(!picture(u"a"_s, page).isEmpty(), qPrintable(page));
        QVERIFY2(picture(u"a"_s, page) == picture(u"another-folder"_s, page), qPrintable(page));
    }
}

void TestScreens::atNight_data()
{
    QTest::addColumn<QString>("now");
    QTest::newRow("after midnight") << u"2026-11-25T01:00"_s;
    QTest::newRow("before midnight") << u"2026-11-25T23:59"_s;
}

/// The pages that need calls of the day find some.
void TestScreens::atNight()
{
    QFETCH(const QString, now);
    const QString pages = u"receiver,alerts-raised,wallboard,wallboard-campaign,reports,report-print"_s;
    QVERIFY2(run(u"night"_s, {u"--now"_s, now, u"--only"_s, pages}) == 0, m_errors.constData());
    for (const QString &page : pages.split(u','))
        QVERIFY2(!picture(u"night"_s, page).isEmpty(), qPrintable(page));
}

/// The control: what the options change is visible.
void TestScreens::otherCalls()
{
    const QStringList options{u"--only"_s, u"live"_s, u"--calls"_s, u"2000"_s};
    QVERIFY2(run(u"a"_s, options) == 0, m_errors.constData());
    QVERIFY2(run(u"seed"_s, options + QStringList{u"--seed"_s, u"8"_s}) == 0, m_errors.constData());
    QVERIFY2(run(u"now"_s, options + QStringList{u"--now"_s, u"2026-11-25T16:20"_s}) == 0, m_errors.constData());
    QVERIFY2(run(u"zone"_s, options + QStringList{u"--zone"_s, u"Europe/Berlin"_s}) == 0, m_errors.constData());
    for (const QString &other : {u"seed"_s, u"now"_s, u"zone"_s})
        QVERIFY2(picture(u"a"_s, u"live"_s) != picture(other, u"live"_s), qPrintable(other));
}

void TestScreens::wrongUsage_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::newRow("time") << QStringList{u"--now"_s, u"tomorrow"_s};
    QTest::newRow("zone") << QStringList{u"--zone"_s, u"Asia/Nowhere"_s};
    QTest::newRow("seed") << QStringList{u"--seed"_s, u"x"_s};
}

void TestScreens::wrongUsage()
{
    QFETCH(const QStringList, options);
    QCOMPARE(run(u"a"_s, options), 2);
    QVERIFY2(m_errors.contains(options.constFirst().toLatin1()), m_errors.constData());
}

QTEST_GUILESS_MAIN(TestScreens)
#include "test_screens.moc"
