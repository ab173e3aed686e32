// SPDX-License-Identifier: GPL-3.0-or-later
#include "raw_client.h"
#include "receiver_fixture.h"

#include <QRegularExpression>
#include <QTest>

#include <array>
#include <limits>
#include <memory>
#include <vector>

#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace callboard;
using namespace Qt::StringLiterals;

namespace {

constexpr int Senders = 300;

/// A sender without a buffer of its own, so that what the process holds is the receiver's.
class PlainSender
{
public:
    explicit PlainSender(int port)
        : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(static_cast<quint16>(port));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        m_isConnected = ::connect(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
    }
    ~PlainSender() { ::close(m_socket); }
    Q_DISABLE_COPY_MOVE(PlainSender)

    bool isConnected() const { return m_isConnected; }
    /// Whether an answer came.
    bool exchange(const QByteArray &request) const
    {
        std::array<char, 1024> answer{};
        return ::send(m_socket, request.constData(), static_cast<std::size_t>(request.size()), MSG_NOSIGNAL)
            == request.size()
            && ::recv(m_socket, answer.data(), answer.size(), 0) > 0;
    }

private:
    int m_socket;
    bool m_isConnected = false;
};

/// What the process has allocated; 0 where the allocator does not tell.
qint64 allocatedBytes()
{
#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    const struct mallinfo2 info = ::mallinfo2();
    return static_cast<qint64>(info.uordblks + info.hblkhd);
#else
    return 0;
#endif
}

} // namespace

/// What connections hold.
class TestMemory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void anAnsweredConnectionKeepsNoBuffer_data();
    void anAnsweredConnectionKeepsNoBuffer();
};

void TestMemory::anAnsweredConnectionKeepsNoBuffer_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::newRow("push") << postRequest(basicPush());
    QTest::newRow("refused push") << postRequest("not JSON");
    QTest::newRow("unknown address") << getRequest("/nothing");
}

void TestMemory::anAnsweredConnectionKeepsNoBuffer()
{
    QFETCH(QByteArray, request);
    ReceiverConfig config = testConfig();
    config.maxConnectionsPerAddress = std::numeric_limits<int>::max();
    const RunningReceiver running(config);
    std::vector<std::unique_ptr<PlainSender>> senders;
    for (int i = 0; i < Senders; ++i)
        QVERIFY(senders.emplace_back(std::make_unique<PlainSender>(running.url().port()))->isConnected());
    QTRY_COMPARE(running.receiver->stats().connections, Senders);
    const qint64 silent = allocatedBytes();
    for (const auto &sender : senders)
        QVERIFY(sender->exchange(request));
    const qint64 each = (allocatedBytes() - silent) / Senders;
    QVERIFY2(each < 8 * 1024, qPrintable(QString::number(each)));
}

QTEST_GUILESS_MAIN(TestMemory)
#include "test_memory.moc"
