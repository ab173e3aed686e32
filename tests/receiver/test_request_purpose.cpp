// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/request/request_purpose.h"

#include <QTest>

using namespace callboard;
using namespace Qt::StringLiterals;

namespace {

RequestHead headOf(const QByteArray &method, const QByteArray &target)
{
    RequestHead head;
    head.method = method;
    head.target = target;
    head.host = "board.example:8787";
    return head;
}

ReceiverConfig withTokens(const QByteArray &first, const QByteArray &second = {})
{
    ReceiverConfig config;
    config.token = first;
    config.secondToken = second;
    return config;
}

} // namespace

/// Which target means what: one writing of each path, and nothing else.
class TestRequestPurpose : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void targets_data();
    void targets();
    void pathBeyondAscii();
    void pathsOfOtherKinds();
    void tokens_data();
    void tokens();
    void twoTokens();
    void comparesToTheEnd();
};

void TestRequestPurpose::targets_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<Purpose>("purpose");
    const auto row = [](const QByteArray &method, const QByteArray &target, Purpose purpose) {
        QTest::newRow((method + ' ' + target).constData()) << method << target << purpose;
    };
    row("POST", "/receiveCallRecord", Purpose::Push);
    row("POST", "/receiveCallRecord?source=a%20b", Purpose::Push);
    row("POST", "http://board.example:8787/receiveCallRecord", Purpose::Push);
    row("POST", "https://BOARD.example:8787/receiveCallRecord?a", Purpose::Push);
    row("GET", "/receiveCallRecord", Purpose::OtherMethod);
    row("GET", "/healthz", Purpose::Health);
    row("HEAD", "/healthz", Purpose::Health);
    row("POST", "/healthz", Purpose::OtherMethod);
    row("GET", "/metrics", Purpose::Metrics);
    row("GET", "/metrics?a=1", Purpose::Metrics);
    const QByteArrayList odd{"/",
                             "*",
                             "//x/metrics",
                             "//metrics",
                             "///metrics",
                             "/metrics/",
                             "/metrics#f",
                             "/metrics?#f",
                             "/./metrics",
                             "/x/../metrics",
                             "/metrics/.",
                             "/%6detrics",
                             "/metrics%00",
                             "/metrics%",
                             "/metrics;a=b",
                             "/%2e/metrics",
                             "/%2fmetrics",
                             "%2fmetrics",
                             "/METRICS",
                             "/metrics%20",
                             "\\metrics",
                             "/\\metrics",
                             "http://other/metrics",
                             "http://board.example/metrics",
                             "http://u@board.example:8787/metrics",
                             "http:///metrics",
                             "http://board.example:8787//metrics",
                             "http://board.example:8787",
                             "http://board.example:8787?/metrics",
                             "//x/receiveCallRecord",
                             "/receiveCallRecord#f",
                             "/receiveCallRecord/",
                             "/receiveCallRecord/x",
                             "/receiveCallRecord%2Fx",
                             "/receive%43allRecord",
                             "/receivecallrecord"};
    for (const QByteArray &target : odd) {
        row("GET", target, Purpose::Nothing);
        row("POST", target, Purpose::Nothing);
    }
}

void TestRequestPurpose::targets()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QFETCH(Purpose, purpose);
    const PurposeReader reader{ReceiverConfig()};
    QCOMPARE(reader.read(headOf(method, target)).purpose, purpose);
}

void TestRequestPurpose::pathBeyondAscii()
{
    ReceiverConfig config;
    config.path = u"/话单 1"_s;
    const PurposeReader reader(config);
    QCOMPARE(reader.read(headOf("POST", "/%E8%AF%9D%e5%8d%95%201")).purpose, Purpose::Push);
    QCOMPARE(reader.read(headOf("POST", "/%E8%AF%9D%e5%8d%95%20%31")).purpose, Purpose::Nothing);
    QCOMPARE(reader.read(headOf("POST", "%2F%E8%AF%9D%e5%8d%95%201")).purpose, Purpose::Nothing);
}

/// Other kinds of messages come to the addresses of their own modules, beside that of records.
void TestRequestPurpose::pathsOfOtherKinds()
{
    const auto kindOf = [](const QString &path, const QByteArray &target, const QByteArray &token = {}) {
        ReceiverConfig config;
        config.path = path;
        config.token = token;
        const HeadReading reading = PurposeReader(config).read(headOf("POST", target));
        return reading.purpose == Purpose::Push ? std::optional(reading.kind) : std::nullopt;
    };
    QCOMPARE(kindOf(u"/receiveCallRecord"_s, "/receiveCallRecord"), PushKind::Record);
    QCOMPARE(kindOf(u"/receiveCallRecord"_s, "/receiveVoice"), PushKind::Recording);
    QCOMPARE(kindOf(u"/receiveCallRecord"_s, "/receiveDialog?x=1"), PushKind::Dialogue);
    QCOMPARE(kindOf(u"/receiveCallRecord"_s, "/receiveVoice/tok", "tok"), PushKind::Recording);
    QCOMPARE(kindOf(u"/receiveCallRecord"_s, "/receiveVoice/tok"), std::nullopt);
    QCOMPARE(kindOf(u"/receiveCallRecord"_s, "/receiveSurvey"), std::nullopt);
    QCOMPARE(kindOf(u"/in/calls"_s, "/in/receiveVoice"), PushKind::Recording);
    QCOMPARE(kindOf(u"/in/calls"_s, "/receiveVoice"), std::nullopt);
    QCOMPARE(kindOf(u"/"_s, "/receiveVoice"), PushKind::Recording);
    QCOMPARE(kindOf(u"/receiveVoice"_s, "/receiveVoice"), PushKind::Record); // there everything comes to one address
    const PurposeReader reader{ReceiverConfig()};
    QCOMPARE(reader.read(headOf("GET", "/receiveVoice")).purpose, Purpose::OtherMethod);
    // Behind "/" stands everything, and what has an address of its own keeps it.
    ReceiverConfig root;
    root.path = u"/"_s;
    root.token = "tok";
    const PurposeReader rootReader(root);
    QCOMPARE(rootReader.read(headOf("GET", "/healthz")).purpose, Purpose::Health);
    QCOMPARE(rootReader.read(headOf("GET", "/metrics")).purpose, Purpose::Metrics);
    QCOMPARE(rootReader.read(headOf("POST", "/receiveVoice?token=tok")).kind, PushKind::Recording);
    QCOMPARE(rootReader.read(headOf("POST", "/tok")).purpose, Purpose::Push);
}

void TestRequestPurpose::tokens_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("authorization");
    QTest::addColumn<Purpose>("purpose");
    QTest::addColumn<bool>("authorized");
    const auto row = [](const QByteArray &target, const QByteArray &authorization, Purpose purpose, bool authorized) {
        QTest::newRow((target + ' ' + authorization).constData()) << target << authorization << purpose << authorized;
    };
    row("/receiveCallRecord", "", Purpose::Push, false);
    row("/receiveCallRecord/a%2Fb=", "", Purpose::Push, true);
    row("/receiveCallRecord/a/b=", "", Purpose::Push, true);
    row("/receiveCallRecord/a/b=/", "", Purpose::Push, false); // 401 as every wrong token: a guess that counts
    row("/receiveCallRecord/x/y", "", Purpose::Push, false);
    row("/receiveCallRecord/a", "", Purpose::Push, false);
    row("/receiveCallRecord/", "", Purpose::Push, false);
    row("/receiveCallRecord/.", "", Purpose::Nothing, false);
    row("/receiveCallRecord/..", "", Purpose::Nothing, false);
    row("/receiveCallRecord/%2e%2e", "", Purpose::Nothing, false);
    row("/receiveCallRecord/../metrics", "", Purpose::Nothing, false);
    row("/receiveCallRecord%2Fa%2Fb=", "", Purpose::Nothing, false);
    row("/receiveCallRecord?token=a%2Fb%3D", "", Purpose::Push, true);
    row("/receiveCallRecord?x=1&token=a/b=", "", Purpose::Push, true);
    row("/receiveCallRecord?token=", "", Purpose::Push, false);
    row("/receiveCallRecord?token", "", Purpose::Push, false);
    row("/receiveCallRecord?Token=a/b=", "", Purpose::Push, false);
    row("/receiveCallRecord?xtoken=a/b=", "", Purpose::Push, false);
    row("/receiveCallRecord", "Bearer a/b=", Purpose::Push, true);
    row("/receiveCallRecord", "bearer   a/b=", Purpose::Push, true);
    row("/receiveCallRecord", "Bearer", Purpose::Push, false);
    row("/receiveCallRecord", "Basic a/b=", Purpose::Push, false);
}

void TestRequestPurpose::tokens()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, authorization);
    QFETCH(Purpose, purpose);
    QFETCH(bool, authorized);
    const PurposeReader reader(withTokens("a/b="));
    RequestHead head = headOf("POST", target);
    head.authorization = authorization;
    const HeadReading reading = reader.read(head);
    QCOMPARE(reading.purpose, purpose);
    QCOMPARE(reader.isAuthorized(head, reading), authorized);
}

void TestRequestPurpose::twoTokens()
{
    const PurposeReader reader(withTokens("new", "old"));
    const auto isTaken = [&reader](const QByteArray &token) {
        const RequestHead head = headOf("POST", "/receiveCallRecord?token=" + token);
        return reader.isAuthorized(head, reader.read(head));
    };
    QVERIFY(isTaken("new"));
    QVERIFY(isTaken("old"));
    QVERIFY(!isTaken("newold"));
    QVERIFY(!isTaken(""));
}

void TestRequestPurpose::comparesToTheEnd()
{
    QVERIFY(equalInConstantTime("abc", "abc"));
    QVERIFY(!equalInConstantTime("abc", "abd"));
    QVERIFY(!equalInConstantTime("abc", "ab"));
    QVERIFY(!equalInConstantTime("", "ab"));
    QVERIFY(!equalInConstantTime("ab", ""));
}

QTEST_APPLESS_MAIN(TestRequestPurpose)
#include "test_request_purpose.moc"
