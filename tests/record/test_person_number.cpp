// SPDX-License-Identifier: GPL-3.0-or-later
#include "record/call/number_eraser.h"
#include "record/call/person_number.h"

#include <QTest>

using namespace callboard;
using namespace Qt::StringLiterals;

/// A number is found however it is written, and nothing else is taken for it.
class TestPersonNumber : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void typed_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("digits");
        QTest::newRow("plain") << u"13812345678"_s << QByteArray("13812345678");
        QTest::newRow("country code") << u"+86 138-1234-5678"_s << QByteArray("13812345678");
        QTest::newRow("country code by zeros") << u"008613812345678"_s << QByteArray("13812345678");
        QTest::newRow("full width") << u"１３８１２３４５６７８"_s << QByteArray("13812345678");
        QTest::newRow("land line") << u"0551 96866001"_s << QByteArray("55196866001");
        QTest::newRow("begins like a country code") << u"86123456"_s << QByteArray("86123456");
        QTest::newRow("short") << u"110"_s << QByteArray();
        QTest::newRow("letters") << u"1381234567x"_s << QByteArray();
        QTest::newRow("empty") << QString() << QByteArray();
    }

    void typed()
    {
        QFETCH(const QString, text);
        const auto number = PersonNumber::parse(text);
        QTEST(number ? number->digits() : QByteArray(), "digits");
    }

    void found_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isFound");
        for (const QString &text :
             {u"13812345678"_s, u"+8613812345678"_s, u"0086 138 1234 5678"_s, u"013812345678"_s, u"138-1234-5678"_s,
              u"138 - 1234 - 5678"_s, u"(138) 1234.5678"_s, u"call １３８１２３４５６７８ back"_s, u"138_1234,5678"_s,
              u"一三八一二三四五六七八"_s,
              u"1\u20E33\u20E38\u20E31\u20E32\u20E33\u20E34\u20E35\u20E36\u20E37\u20E38\u20E3"_s,
              u"order 2026112213812345678"_s, u"[\"a\",13812345678]"_s})
            QTest::newRow(text.toUtf8().constData()) << text << true;
        for (const QString &text : {u"13812345679"_s, u"1381234567"_s, u"138 1234 x 5678"_s, u"138\",\"12345678"_s,
                                    u""_s, u"1790000000000"_s})
            QTest::newRow(text.toUtf8().constData()) << text << false;
    }

    void found()
    {
        QFETCH(const QString, text);
        QFETCH(const bool, isFound);
        const PersonNumber number = *PersonNumber::parse(u"13812345678"_s);
        QCOMPARE(number.isIn(text), isFound);
        const QString without = number.replaced(text, [](QStringView) { return u"#"_s; });
        QVERIFY(!number.isIn(without));
        QCOMPARE(without == text, !isFound);
    }

    /// A short number stands in longer ones by chance: those are other people's.
    void shortNumbersAreWhole()
    {
        const PersonNumber number = *PersonNumber::parse(u"055 8686600"_s);
        QCOMPARE(number.digits(), QByteArray("558686600"));
        QVERIFY(number.isIn(u"0558686600"_s));
        QVERIFY(number.isIn(u"+86 558686600"_s));
        QVERIFY(!number.isIn(u"15586866001"_s));
        QVERIFY(!number.isIn(u"13558686600"_s));
    }

    void thePlaceHasItsCountryCode()
    {
        const PersonNumber number = *PersonNumber::parse(u"13812345678"_s);
        const auto gone = [](QStringView) { return u"#"_s; };
        QCOMPARE(number.replaced(u"call +86 138 1234 5678 or 13812345678!"_s, gone), u"call # or #!"_s);
        QCOMPARE(number.replaced(u"13812345678/13812345678"_s, gone), u"#/#"_s);
        QCOMPARE(number.replaced(u"13912345678 13812345678"_s, gone), u"13912345678 #"_s);
    }

    /// Equal writings stay equal, different ones different; another secret gives other tokens.
    void tokensKeepWritingsApart()
    {
        const NumberEraser eraser(*PersonNumber::parse(u"13812345678"_s), "secret");
        const NumberEraser other(*PersonNumber::parse(u"13812345678"_s), "another");
        const QString token = eraser.erased(u"13812345678"_s);
        QVERIFY(token.startsWith(u"erased-"_s));
        QCOMPARE(eraser.erased(u"13812345678"_s), token);
        QVERIFY(eraser.erased(u"+8613812345678"_s) != token);
        QVERIFY(other.erased(u"13812345678"_s) != token);
        QCOMPARE(eraser.erased(token), token);
    }

    /// What is left of a message still parses to the same call, but for the person.
    void messagesKeepTheirFigures()
    {
        const QByteArray body = R"({"call_uuid":"u","callee":13812345678,"time_dial":1790000000000,"task_id":"7",)"
                                R"("task_row_index":1,"task_row_head":["phone","name"],)"
                                R"("task_row_value":["\u00313812345678","Li"],"x":{"deep":[13812345678]}})";
        const NumberEraser eraser(*PersonNumber::parse(u"13812345678"_s), "secret");
        QVERIFY(eraser.isIn(body));
        const auto before = std::get<PartMessage>(parsePush(body));
        QVERIFY(eraser.isOf(before));
        const QByteArray without = eraser.erased(body, before, true);
        QVERIFY(!eraser.isIn(without));
        const auto after = std::get<PartMessage>(parsePush(without));
        QCOMPARE(after.part, before.part);
        QCOMPARE(after.fields.presentFields, before.fields.presentFields);
        QCOMPARE(after.fields.timeDial, before.fields.timeDial);
        QCOMPARE(after.fields.taskRowHead, before.fields.taskRowHead);
        QCOMPARE(after.fields.taskRowValue, (QStringList{QString(), QString()}));
        QVERIFY(!without.contains("Li"));
        QCOMPARE(eraser.erased(without, after, true), without);
    }
};

QTEST_GUILESS_MAIN(TestPersonNumber)
#include "test_person_number.moc"
