// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/call/masking.h"

#include <QDateTime>
#include <QTest>
#include <QUuid>

using namespace callboard;
using namespace Qt::StringLiterals;

/// Phone numbers in ids: covered where they are exactly that, and no other id is touched.
class TestIdMasking : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void phonesAreCovered_data();
    void phonesAreCovered();
    void idsStay_data();
    void idsStay();
    void keysStay();
    void everyFieldOfACallIsCovered();
    void timesAndCountsStay();
};

void TestIdMasking::phonesAreCovered_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("covered");
    QTest::newRow("mobile") << u"13800138000"_s << u"138****8000"_s;
    QTest::newRow("country code") << u"8613800138000"_s << u"861******8000"_s;
    QTest::newRow("plus") << u"+86 138 0013 8000"_s << u"+86 1********8000"_s;
    QTest::newRow("00") << u"008613800138000"_s << u"008********8000"_s;
    QTest::newRow("long distance") << u"013800138000"_s << u"013*****8000"_s;
    QTest::newRow("hyphens") << u"138-0013-8000"_s << u"138******8000"_s;
    QTest::newRow("inside") << u"task-13800138000-a"_s << u"task-138****8000-a"_s;
    QTest::newRow("behind letters") << u"tel13800138000"_s << u"tel138****8000"_s;
    QTest::newRow("behind Chinese") << u"回访13800138000春"_s << u"回访138****8000春"_s;
    QTest::newRow("two") << u"13800138000,13900139000"_s << u"138****8000,139****9000"_s;
    QTest::newRow("full width") << u"１３８００１３８０００"_s << u"１３８****８０００"_s;
    QTest::newRow("fixed line") << u"010-66668888"_s << u"010*****8888"_s;
    QTest::newRow("fixed line of a small town") << u"0551-66668888"_s << u"055******8888"_s;
    QTest::newRow("foreign") << u"+442071234567"_s << u"+442*****4567"_s;
}

void TestIdMasking::phonesAreCovered()
{
    QFETCH(QString, id);
    QFETCH(QString, covered);
    QCOMPARE(maskId(id), covered);
    QCOMPARE(maskId(covered), covered);
}

void TestIdMasking::idsStay_data()
{
    QTest::addColumn<QString>("id");
    for (const char16_t *id :
         {u"", u"1003", u"10000123", u"202611220001", u"20261122090000", u"1571230098765432109", u"12800138000",
          u"23800138000", u"138001380001", u"113800138000", u"89860012345678900000", u"2026-11-22 13:14:15",
          u"a13800138000", u"7f13800138000c", u"18a06cb4-52b9-4a3e-9e1c-f13800138000", u"192.168.138.200:13800",
          u"1790000000000", u"0001234567", u"春季促销"})
        QTest::newRow(qPrintable(QString::fromUtf16(id))) << QString::fromUtf16(id);
}

void TestIdMasking::idsStay()
{
    QFETCH(QString, id);
    QCOMPARE(maskId(id), id);
}

void TestIdMasking::keysStay()
{
    for (int i = 0; i < 200'000; ++i) {
        const QUuid uuid = QUuid::createUuid();
        for (const auto format : {QUuid::WithoutBraces, QUuid::Id128})
            QCOMPARE(maskId(uuid.toString(format)), uuid.toString(format));
    }
}

void TestIdMasking::everyFieldOfACallIsCovered()
{
    const QString phone = u"13800138000"_s;
    CallRecord call;
    for (const FieldInfo &info : fieldTable()) {
        call.fields.presentFields.add(info.field);
        if (const auto *text = std::get_if<QString CallFields::*>(&info.member))
            call.fields.*(*text) = phone;
        else if (const auto *number = std::get_if<qint64 CallFields::*>(&info.member))
            call.fields.*(*number) = phone.toLongLong() * (info.kind == FieldKind::Time ? 1000 : 1);
        else if (const auto *list = std::get_if<QStringList CallFields::*>(&info.member))
            call.fields.*(*list) = QStringList{phone};
    }
    const CallFields covered = masked(call).fields;
    for (const FieldInfo &info : fieldTable()) {
        if (const auto *text = std::get_if<QString CallFields::*>(&info.member))
            QCOMPARE(covered.*(*text), u"138****8000"_s);
        else if (const auto *list = std::get_if<QStringList CallFields::*>(&info.member))
            QCOMPARE(covered.*(*list), QStringList{u"138****8000"_s});
        else
            QVERIFY2(!covered.presentFields.has(info.field), info.name.data());
    }
}

void TestIdMasking::timesAndCountsStay()
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    for (const qint64 number : {qint64(0), qint64(1), qint64(86'400), now, now / 1000, qint64(12'999'999'999)})
        QVERIFY(!looksLikePhone(number));
    QVERIFY(looksLikePhone(13'800'138'000));
    QVERIFY(looksLikePhone(8'613'800'138'000));
}

QTEST_GUILESS_MAIN(TestIdMasking)
#include "test_id_masking.moc"
