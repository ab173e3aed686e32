// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/push/endpoint.h"
#include "receiver/request/reply_queue.h"

#include <QTest>

#include <algorithm>
#include <numeric>
#include <vector>

using namespace callboard;

/// Answers leave in the order of their requests.
class TestReplyQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyOrder();
    void nothingAfterClose();
    void answersOnce();
    void encoding();
    void constantTimeCompare();
};

void TestReplyQueue::everyOrder()
{
    std::vector<quint64> order(4);
    std::iota(order.begin(), order.end(), quint64(1));
    do {
        ReplyQueue queue;
        for (std::size_t i = 0; i < order.size(); ++i)
            QCOMPARE(queue.open({}), quint64(i + 1));
        QByteArray sent;
        bool closes = false;
        for (const quint64 sequence : order) {
            ReplyQueue::answer(*queue.find(sequence), QByteArray::number(sequence));
            sent += queue.takeReady(&closes);
            QVERIFY(QByteArray("1234").startsWith(sent));
        }
        QCOMPARE(sent, "1234");
        QVERIFY(!closes);
        QCOMPARE(queue.pending(), 0);
    } while (std::next_permutation(order.begin(), order.end()));
}

void TestReplyQueue::nothingAfterClose()
{
    ReplyQueue queue;
    DueReply last;
    last.framing.close = true;
    const quint64 first = queue.open(last);
    const quint64 second = queue.open({});
    ReplyQueue::answer(*queue.find(second), "b");
    ReplyQueue::answer(*queue.find(first), "a");
    bool closes = false;
    QCOMPARE(queue.takeReady(&closes), "a");
    QVERIFY(closes);
}

void TestReplyQueue::answersOnce()
{
    ReplyQueue queue;
    const quint64 first = queue.open({});
    QVERIFY(!queue.find(first + 1));
    QVERIFY(!queue.find(0));
    ReplyQueue::answer(*queue.find(first), "a");
    QVERIFY(!queue.find(first));
    bool closes = false;
    queue.takeReady(&closes);
    QVERIFY(!queue.find(first));
}

void TestReplyQueue::encoding()
{
    const Reply reply{405, "a/b", "xyz", "Allow: POST\r\n"};
    QCOMPARE(encodeReply(reply, {}),
             "HTTP/1.1 405 Method Not Allowed\r\nContent-Type: a/b\r\nContent-Length: 3\r\nAllow: POST\r\n\r\nxyz");
    QCOMPARE(encodeReply({200, {}, "xyz", {}}, {true, false, true}),
             "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nConnection: close\r\n\r\n");
    QVERIFY(encodeReply(successReply(), {false, true, false}).contains("\r\nConnection: keep-alive\r\n"));
    QVERIFY(encodeReply(successReply(), {false, false, false, 80}).contains("\r\nKeep-Alive: timeout=80\r\n"));
    QVERIFY(!encodeReply(successReply(), {true, false, false, 80}).contains("Keep-Alive"));
}

void TestReplyQueue::constantTimeCompare()
{
    QVERIFY(equalInConstantTime("abc", "abc"));
    QVERIFY(!equalInConstantTime("abd", "abc"));
    QVERIFY(!equalInConstantTime("ab", "abc"));
    QVERIFY(!equalInConstantTime("abcabc", "abc"));
    QVERIFY(!equalInConstantTime("", "abc"));
}

QTEST_GUILESS_MAIN(TestReplyQueue)
#include "test_reply_queue.moc"
