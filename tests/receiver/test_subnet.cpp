// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/subnet.h"

#include <QTest>

using namespace callboard;
using namespace Qt::StringLiterals;

class TestSubnet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contains_data();
    void contains();
    void refused_data();
    void refused();
};

void TestSubnet::contains_data()
{
    QTest::addColumn<QString>("subnet");
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("inside");
    const auto row = [](const QString &subnet, const QString &address, bool inside) {
        QTest::addRow("%s %s", qPrintable(subnet), qPrintable(address)) << subnet << address << inside;
    };
    row(u"10.0.0.0/8"_s, u"10.255.1.2"_s, true);
    row(u"10.0.0.0/8"_s, u"11.0.0.1"_s, false);
    row(u"10.1.2.3"_s, u"10.1.2.3"_s, true);
    row(u"10.1.2.3"_s, u"10.1.2.4"_s, false);
    row(u"10.0.0.0/8"_s, u"::ffff:10.1.2.3"_s, true);
    row(u"::ffff:10.0.0.0/104"_s, u"10.9.9.9"_s, true);
    row(u"::ffff:10.0.0.0/104"_s, u"11.9.9.9"_s, false);
    row(u"0.0.0.0/0"_s, u"203.0.113.9"_s, true);
    row(u"0.0.0.0/0"_s, u"::1"_s, false);
    row(u"0.0.0.0/0"_s, u"::"_s, false);
    row(u"::1"_s, u"::1"_s, true);
    row(u"::1"_s, u"127.0.0.1"_s, false);
    row(u"::/0"_s, u"2001:db8::1"_s, true);
    row(u"::/0"_s, u"127.0.0.1"_s, false);
    row(u"fd00::/8"_s, u"fdff::1"_s, true);
    row(u"fd00::/8"_s, u"fe80::1"_s, false);
    row(u"fe80::/10"_s, u"fe80::1%2"_s, true);
    row(u" 192.168.0.0/16 "_s, u"192.168.3.4"_s, true);
}

void TestSubnet::contains()
{
    QFETCH(QString, subnet);
    QFETCH(QString, address);
    QFETCH(bool, inside);
    const auto parsed = Subnet::parse(subnet);
    QVERIFY(parsed);
    QCOMPARE(parsed->contains(QHostAddress(address)), inside);
    QCOMPARE(Subnet::parse(parsed->toString()), parsed);
}

void TestSubnet::refused_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"",
                             "/8",
                             "host",
                             "10.0.0.0/",
                             "10.0.0.0/33",
                             "10.0.0.0/-1",
                             "10.0.0.0/+8",
                             "10.0.0.0/8/8",
                             "::1/129",
                             "10.0.0.0/a",
                             "::ffff:10.0.0.0/8",
                             "localhost",
                             "10/8",
                             "10",
                             "10.1/16",
                             "192.168.1/24",
                             "010.0.0.0/8",
                             "10.0.0.08",
                             "10.0.0.0.0/8",
                             "10.0.0.",
                             "::ffff:10.1/104"})
        QTest::addRow("'%s'", text) << QString::fromLatin1(text);
}

void TestSubnet::refused()
{
    QFETCH(QString, text);
    QVERIFY(!Subnet::parse(text));
}

QTEST_GUILESS_MAIN(TestSubnet)
#include "test_subnet.moc"
