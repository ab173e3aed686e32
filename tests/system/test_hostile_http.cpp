// SPDX-License-Identifier: GPL-3.0-or-later
// The family of hostile requests: every row of tests/data/hostile_http.tsv against the real receiver, plain and over
// TLS, whole and cut in two; with CALLBOARD_HOSTILE_LONG=1 also byte by byte. The same table against a careless
// receiver has to fail.
#include "careless_receiver.h"
#include "hostile_rows.h"
#include "programs.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <memory>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 MB = 1024 * 1024;
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr qint64 MostGrowth = 4096 * MB; // a sanitizer's own memory is no measure
#else
constexpr qint64 MostGrowth = 64 * MB;
#endif

qint64 residentBytes(qint64 pid)
{
    QFile file(u"/proc/%1/statm"_s.arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toLongLong() * ::sysconf(_SC_PAGESIZE);
}

} // namespace

class TestHostileHttp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void isLarge();
    void rows_data();
    void rows();
    void staysSmallAndAlive();
    void aCarelessReceiverFails();

private:
    ServeProcess &receiver(bool tls, bool token) { return m_receivers[(tls ? 2U : 0U) + (token ? 1U : 0U)]; }

    QTemporaryDir m_folder;
    std::array<ServeProcess, 4> m_receivers;
    std::array<qint64, 4> m_before{};
    QList<HostileRow> m_rows;
};

void TestHostileHttp::initTestCase()
{
    m_rows = hostileRows(testData("hostile_http.tsv"));
    QFile token(m_folder.filePath(u"token"_s));
    QVERIFY(token.open(QIODevice::WriteOnly) && token.write("s3cret\n") > 0);
    token.close();
    for (unsigned i = 0; i < m_receivers.size(); ++i) {
        QStringList options{u"--allow"_s, u"127.0.0.0/8"_s}; // so that no ban comes between
        if (i % 2 == 1)
            options << u"--token-file"_s << token.fileName();
        if (i >= 2)
            options << u"--tls-cert"_s << QStringLiteral(TEST_DATA_DIR "/tls/cert.pem") << u"--tls-key"_s
                    << QStringLiteral(TEST_DATA_DIR "/tls/key.pem");
        QVERIFY(m_receivers[i].start(u"sqlite:"_s + m_folder.filePath(u"%1.db"_s.arg(i)), 0, options));
        m_before[i] = residentBytes(m_receivers[i].pid());
    }
}

void TestHostileHttp::isLarge()
{
    QVERIFY2(m_rows.size() >= 300, qPrintable(QString::number(m_rows.size())));
}

void TestHostileHttp::rows_data()
{
    QTest::addColumn<qsizetype>("index");
    QTest::addColumn<bool>("tls");
    QTest::addColumn<Pieces>("pieces");
    const bool isLong = qEnvironmentVariableIntValue("CALLBOARD_HOSTILE_LONG") != 0;
    for (const bool tls : {false, true}) {
        for (const Pieces pieces : {Pieces::Whole, Pieces::Halves, Pieces::Bytes}) {
            if (pieces == Pieces::Bytes && !isLong)
                continue;
            for (qsizetype i = 0; i < m_rows.size(); ++i) {
                if (m_rows.at(i).beforeTls && !tls)
                    continue;
                QTest::addRow("%s, %s: %s", tls ? "TLS" : "plain",
                              pieces == Pieces::Whole        ? "whole"
                                  : pieces == Pieces::Halves ? "halves"
                                                             : "bytes",
                              m_rows.at(i).name.constData())
                    << i << tls << pieces;
            }
        }
    }
}

void TestHostileHttp::rows()
{
    QFETCH(qsizetype, index);
    QFETCH(bool, tls);
    QFETCH(Pieces, pieces);
    const HostileRow &row = m_rows.at(index);
    const QByteArray fault = faultOf(row, receiver(tls, row.hasToken).url(), pieces);
    QVERIFY2(fault.isEmpty(), fault.constData());
}

void TestHostileHttp::staysSmallAndAlive()
{
    for (unsigned i = 0; i < m_receivers.size(); ++i) {
        const qint64 growth = residentBytes(m_receivers[i].pid()) - m_before[i];
        QVERIFY2(growth <= MostGrowth, qPrintable(QString::number(growth)));
        QCOMPARE(m_receivers[i].terminate(), 0);
    }
}

/// The control: honest rows pass there, and hostile ones do not.
void TestHostileHttp::aCarelessReceiverFails()
{
    const CarelessReceiver careless;
    qsizetype failed = 0;
    qsizetype tried = 0;
    for (const HostileRow &row : std::as_const(m_rows)) {
        // What waits for an end that never comes would take long, and is not needed here.
        if (row.beforeTls || (row.statuses.value(0) == "200" && row.end != HostileRow::End::Kept))
            continue;
        ++tried;
        failed += faultOf(row, careless.url(), Pieces::Whole).isEmpty() ? 0 : 1;
    }
    qInfo("The careless receiver fails %lld of %lld rows.", static_cast<long long>(failed),
          static_cast<long long>(tried));
    QVERIFY(failed >= 250);
    QVERIFY2(failed < tried, "Not even an honest push passes: this shows nothing.");
}

QTEST_GUILESS_MAIN(TestHostileHttp)
#include "test_hostile_http.moc"
