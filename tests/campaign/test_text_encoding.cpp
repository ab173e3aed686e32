// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/text_encoding.h"

#include <QRandomGenerator>
#include <QTest>

using namespace callboard;
using namespace Qt::StringLiterals;

class TestTextEncoding : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void encodings_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("encoding");
        const QString text = u"任务ID,名称\r\n7,春季回访"_s;
        QTest::newRow("UTF-8") << text.toUtf8() << text << u"UTF-8"_s;
        QTest::newRow("UTF-8 with mark") << "\xef\xbb\xbf" + text.toUtf8() << text << u"UTF-8"_s;
        QTest::newRow("GBK") << QByteArray("\xc8\xce\xce\xf1ID") << u"任务ID"_s << u"GB18030"_s;
        QTest::newRow("four bytes of GB18030") << QByteArray("\x81\x39\xee\x39") << u"\u3400"_s << u"GB18030"_s;
        QTest::newRow("UTF-16 LE") << QByteArray("\xff\xfe"
                                                 "7\0,\0",
                                                 6)
                                   << u"7,"_s << u"UTF-16"_s;
        QTest::newRow("UTF-16 BE") << QByteArray("\xfe\xff"
                                                 "\0"
                                                 "7",
                                                 4)
                                   << u"7"_s << u"UTF-16"_s;
        QTest::newRow("GBK that is valid UTF-8") << QByteArray("H2,\xcb\xab\xca\xae\xd2\xbb\nH3,\xcd\xa8\xd6\xaa")
                                                 << u"H2,双十一\nH3,通知"_s << u"GB18030"_s;
        QTest::newRow("Big5") << QByteArray("H2,\xac\x4b\xa9\x75\xa6\x5e\xb3\x58") << u"H2,春季回訪"_s << u"Big5"_s;
        QTest::newRow("Big5 of Hong Kong")
            << QByteArray("\xa4\xa4\xac\xee\x9d\xef\xb9\x71\xb8\xdc") << u"中秋嘅電話"_s << u"Big5"_s;
        QTest::newRow("French") << u"é,à,où,Relance d'été"_s.toUtf8() << u"é,à,où,Relance d'été"_s << u"UTF-8"_s;
        QTest::newRow("Russian") << u"Весенний обзвон"_s.toUtf8() << u"Весенний обзвон"_s << u"UTF-8"_s;
        QTest::newRow("Greek") << u"Άνοιξη"_s.toUtf8() << u"Άνοιξη"_s << u"UTF-8"_s;
        QTest::newRow("Windows-1252") << QByteArray("Fr\xfchling,Gr\xfc\xdf"
                                                    "e")
                                      << u"Frühling,Grüße"_s << u"Windows-1252"_s;
        QTest::newRow("UTF-8, a character cut off")
            << "H2,\xe6\x98\xa5\xe5\xad\xa3\xe5\x9b\x9e\xe8\xae,1\n" + text.toUtf8()
            << u"H2,春季回\ufffd\ufffd,1\n"_s + text << u"UTF-8"_s;
        QTest::newRow("GBK, a character cut off")
            << QByteArray("H2,\xb4\xba\xbc\xbe\xbb\xd8\xb7,1") << u"H2,春季回\ufffd,1"_s << u"GB18030"_s;
        QTest::newRow("UTF-16 LE without mark") << QByteArray("7\0,\0\0\x4e", 6) << u"7,一"_s << u"UTF-16LE"_s;
        QTest::newRow("UTF-16 BE without mark") << QByteArray("\0"
                                                              "7\0,\x4e\0",
                                                              6)
                                                << u"7,一"_s << u"UTF-16BE"_s;
        QTest::newRow("empty") << QByteArray() << QString() << u"UTF-8"_s;
    }

    void encodings()
    {
        QFETCH(QByteArray, bytes);
        const auto decoded = decodeText(bytes);
        QVERIFY(decoded);
        QTEST(decoded->text, "text");
        QTEST(decoded->encoding, "encoding");
    }

    void noText_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("a spreadsheet's own file") << QByteArray("PK\x03\x04\x14\x00\x06\x00\xff\xff", 10);
        QTest::newRow("NUL") << QByteArray("a\0b", 3);
        QTest::newRow("broken everywhere") << QByteArray("\xff\xff\xff\xff,\xff");
        QTest::newRow("half a character of UTF-16") << QByteArray("\xff\xfe"
                                                                  "7",
                                                                  3);
    }

    void noText()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(!decodeText(bytes));
    }

    void theChosenOneDecides()
    {
        const QByteArray bytes("H3,\xcd\xa8\xd6\xaa");
        QCOMPARE(decodeTextAs(bytes, u"GB18030"_s)->text, u"H3,通知"_s);
        QCOMPARE(decodeTextAs(bytes, u"UTF-8"_s)->encoding, u"UTF-8"_s);
        QVERIFY(decodeTextAs(bytes, u"Big5"_s)->text != u"H3,通知"_s);
        QVERIFY(!decodeTextAs(bytes, u"nonsense"_s));
        for (const QString &encoding : textEncodings())
            QVERIFY2(decodeTextAs("H3,1\n", encoding) || encoding.startsWith(u"UTF-16"), qPrintable(encoding));
    }

    void anythingIsTextOrNone()
    {
        QRandomGenerator random(20);
        for (int i = 0; i < 2'000; ++i) {
            QByteArray bytes;
            for (int n = random.bounded(60); n > 0; --n)
                bytes.append(static_cast<char>(random.bounded(256)));
            for (const DecodedText &text : plausibleTexts(bytes))
                QVERIFY(text.text.isValidUtf16() && !text.text.contains(QChar::Null) && !text.encoding.isEmpty());
        }
    }
};

QTEST_GUILESS_MAIN(TestTextEncoding)
#include "test_text_encoding.moc"
