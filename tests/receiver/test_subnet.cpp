// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/config/subnet.h"

#include <QTest>

using namespace callboard;
using namespace Qt::StringLiterals;

class TestSubnet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contains_data();
    void contains();
    void listsOfEverybody_data();
    void listsOfEverybody();
    void oneIsMissing();
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

void TestSubnet::listsOfEverybody_data()
{
    QTest::addColumn<QString>("list");
    QTest::addColumn<bool>("isEverybody");
    const auto row = [](const QString &list, bool isEverybody) {
        QTest::addRow("%s", qPrintable(list)) << list << isEverybody;
    };
    row(u"0.0.0.0/0"_s, true);
    row(u"::/0"_s, true);
    row(u"10.0.0.0/8 0.0.0.0/0"_s, true);
    row(u"203.0.113.9/0"_s, true);
    row(u"::ffff:0.0.0.0/96"_s, true);
    row(u"0.0.0.0/1 128.0.0.0/1"_s, true);
    row(u"128.0.0.0/1 64.0.0.0/2 0.0.0.0/2"_s, true);
    row(u"0.0.0.0/1 128.0.0.0/2 192.0.0.0/3"_s, true); // all that a sender can have
    row(u"2000::/3"_s, true);
    row(u"2000::/4 3000::/5 3800::/5"_s, true);
    row(u"8000::/1 ::/1"_s, true);
    row(u"0.0.0.0/1"_s, false);
    row(u"0.0.0.0/1 128.0.0.0/2 192.0.0.0/4"_s, false);
    row(u"0.0.0.0/1 128.0.0.0/1 "_s, true);
    row(u"2000::/4 3000::/5"_s, false);
    row(u"fd00::/8 fe80::/10"_s, false);
    row(u"10.0.0.0/8 172.16.0.0/12 192.168.0.0/16"_s, false);
    row(u"203.0.113.9"_s, false);
    row(QString(), false);
}

void TestSubnet::listsOfEverybody()
{
    QFETCH(QString, list);
    QFETCH(bool, isEverybody);
    QList<Subnet> subnets;
    const QStringList texts = list.split(u' ', Qt::SkipEmptyParts);
    for (const QString &text : texts)
        subnets.append(*Subnet::parse(text));
    QCOMPARE(letEverybodyIn(subnets), isEverybody);
}

/// One address is missing in a list of everybody that is made of halves.
void TestSubnet::oneIsMissing()
{
    const QHostAddress missing(u"203.0.113.9"_s);
    QList<Subnet> subnets;
    for (int prefix = 1; prefix <= 32; ++prefix) {
        const quint32 other = missing.toIPv4Address() ^ (1U << (32 - prefix));
        subnets.append(*Subnet::parse(u"%1/%2"_s.arg(QHostAddress(other).toString()).arg(prefix)));
    }
    QVERIFY(!letEverybodyIn(subnets));
    subnets.append(*Subnet::parse(missing.toString()));
    QVERIFY(letEverybodyIn(subnets));
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
