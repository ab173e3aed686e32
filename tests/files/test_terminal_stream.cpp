// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/terminal_stream.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace callboard;
using namespace Qt::StringLiterals;

class TestTerminalStream : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void steeringCharactersAreShown_data();
    void steeringCharactersAreShown();
    void everyControlCharacterIsShown();
    void wordsStay();
    void jsonReadsBack();
    void aStreamWritesNoneOfThem();
};

void TestTerminalStream::steeringCharactersAreShown_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    QTest::newRow("colour") << u"\u001b[31mred"_s << u"\\u001b[31mred"_s;
    QTest::newRow("clipboard") << u"\u001b]52;c;cm0=\a"_s << u"\\u001b]52;c;cm0=\\u0007"_s;
    QTest::newRow("line breaks") << u"a\r\nb\tc"_s << u"a\\u000d\\u000ab\\u0009c"_s;
    QTest::newRow("C1") << u"a"_s + QChar(0x9B) + u"31m"_s << u"a\\u009b31m"_s;
    QTest::newRow("direction") << u"a"_s + QChar(0x202E) + u"b"_s + QChar(0x2069) << u"a\\u202eb\\u2069"_s;
    QTest::newRow("separators") << QString(QChar(0x2028)) + QChar(0x2029) << u"\\u2028\\u2029"_s;
    QTest::newRow("half a pair") << u"a"_s + QChar(0xD800) + u"b"_s << u"a\\ud800b"_s;
    QTest::newRow("the other half") << QString(QChar(0xDC00)) << u"\\udc00"_s;
}

void TestTerminalStream::steeringCharactersAreShown()
{
    QFETCH(QString, text);
    QFETCH(QString, shown);
    QCOMPARE(terminalText(text), shown);
    QCOMPARE(terminalText(shown), shown);
}

void TestTerminalStream::everyControlCharacterIsShown()
{
    for (uint c = 0; c < 0xFFFF; ++c) {
        const QChar character(static_cast<char16_t>(c));
        const auto category = character.category();
        const bool mustShow = category == QChar::Other_Control || category == QChar::Separator_Line
            || category == QChar::Separator_Paragraph || category == QChar::Other_Surrogate;
        const bool turns = QList{QChar::DirLRE, QChar::DirLRO, QChar::DirRLE, QChar::DirRLO, QChar::DirPDF,
                                 QChar::DirLRI, QChar::DirRLI, QChar::DirFSI, QChar::DirPDI}
                               .contains(character.direction());
        QVERIFY2(!(mustShow || turns) || terminalText(character).startsWith(u"\\u"_s),
                 qPrintable(QString::number(c, 16)));
    }
}

void TestTerminalStream::wordsStay()
{
    for (const QString &text :
         {QString(), u"春季促销 13%"_s, u"C:\\new"_s, u"😀 👩‍👩‍👧"_s, u"שלום"_s, u"é e\u0301"_s})
        QCOMPARE(terminalText(text), text);
}

void TestTerminalStream::jsonReadsBack()
{
    QString all;
    for (char16_t c = 1; c < 0xD800; ++c)
        all.append(QChar(c));
    const QJsonObject object{{u"all"_s, all}, {QString(QChar(0x202E)), 1}};
    for (const auto format : {QJsonDocument::Compact, QJsonDocument::Indented}) {
        const QByteArray document = terminalJson(QJsonDocument(object).toJson(format));
        QCOMPARE(QJsonDocument::fromJson(document).object(), object);
        for (const QChar c : QString::fromUtf8(document))
            QVERIFY(terminalText(c) == QString(c) || (c == u'\n' && format == QJsonDocument::Indented));
    }
}

void TestTerminalStream::aStreamWritesNoneOfThem()
{
    std::FILE *file = std::tmpfile();
    QVERIFY(file);
    {
        TerminalStream stream(file);
        stream << "a\t" << u"\u001b\n"_s << 5 << '\t' << Qt::fixed << qSetRealNumberPrecision(1) << 2.0 << '\n';
        stream.lines(u"first\nsecond\r\n"_s);
        QVERIFY(stream.flush());
    }
    std::rewind(file);
    QByteArray content(200, '\0');
    content.truncate(static_cast<qsizetype>(std::fread(content.data(), 1, 200, file)));
    std::fclose(file);
    QCOMPARE(content, QByteArray("a\t\\u001b\\u000a5\t2.0\nfirst\nsecond\\u000d\n"));
}

QTEST_GUILESS_MAIN(TestTerminalStream)
#include "test_terminal_stream.moc"
