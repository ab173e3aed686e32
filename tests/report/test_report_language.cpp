// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/report_language.h"

#include "report/report.h"
#include "report/writer/report_writer.h"
#include "store/database/connection.h"
#include "store/upkeep/maintenance.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace callboard;
using namespace Qt::StringLiterals;

class TestReportLanguage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void aScopeSpeaksItsLanguage()
    {
        const LanguageSwitch languages;
        const QString english = reportDescription(u"calls"_s);
        {
            const ReportLanguage chinese(u"zh_CN"_s);
            QVERIFY(reportDescription(u"calls"_s) != english);
            {
                const ReportLanguage inner(u"en"_s);
                QCOMPARE(reportDescription(u"calls"_s), english);
            }
            const ReportLanguage nothing(QString{});
            const ReportLanguage unknown(u"tlh"_s);
            QVERIFY(reportDescription(u"calls"_s) != english);
            QCOMPARE(QCoreApplication::translate("Nobody", "knows this"), u"knows this"_s);
        }
        QCOMPARE(reportDescription(u"calls"_s), english);
    }

    void englishInAChineseProgram()
    {
        const QString english = reportDescription(u"calls"_s);
        LanguageSwitch languages;
        QTranslator program;
        QVERIFY(program.load(u"callboard_zh_CN"_s, u":/i18n"_s));
        QVERIFY(QCoreApplication::installTranslator(&program));
        languages.installAgain();
        const QString chinese = reportDescription(u"calls"_s);
        QVERIFY(chinese != english);
        const ReportLanguage report(u"en"_s);
        QCOMPARE(reportDescription(u"calls"_s), english);
    }

    void otherThreadsDoNotNotice()
    {
        const LanguageSwitch languages;
        const QString english = reportDescription(u"calls"_s);
        const ReportLanguage chinese(u"zh_CN"_s);
        QString heard;
        const std::unique_ptr<QThread> other(QThread::create([&heard] { heard = reportDescription(u"calls"_s); }));
        other->start();
        QVERIFY(other->wait());
        QCOMPARE(heard, english);
        QVERIFY(reportDescription(u"calls"_s) != english);
    }

    /// An English report that fails in a Chinese program is told in Chinese.
    void errorsAreInTheLanguageOfTheProgram()
    {
        const QTemporaryDir folder;
        const StoreUrl store = StoreUrl::ofFile(folder.filePath(u"calls.db"_s));
        BulkLoader(store).finish();
        Connection connection(store, Access::Read);
        LanguageSwitch languages;
        QTranslator program;
        QVERIFY(program.load(u"callboard_zh_CN"_s, u":/i18n"_s));
        QVERIFY(QCoreApplication::installTranslator(&program));
        languages.installAgain();
        const ReportLanguage english(u"en"_s);
        ReportRequest request;
        request.format = u"csv"_s;
        request.output = folder.filePath(u"none/calls.csv"_s);
        QCOMPARE(runReport(u"calls"_s, request, connection).error,
                 u"无法写入文件 %1：没有这个文件或文件夹。原有的同名文件没有改动。"_s.arg(request.output));
        QVERIFY(reportTitle(u"calls"_s).contains(QRegularExpression(u"[a-z]"_s))); // the report itself is English
        const ReportError error("XlsxWriter", "the disk did not take it (is it full?)");
        QVERIFY(error.text().contains(u"disk"_s));
        const ProgramLanguage chinese;
        QVERIFY(!error.text().contains(u"disk"_s));
    }

    void everyLanguageIsThere()
    {
        const LanguageSwitch languages;
        for (const QString &language : reportLanguages()) {
            const ReportLanguage spoken(language);
            QVERIFY(!reportTitle(u"calls"_s).isEmpty());
        }
    }
};

QTEST_GUILESS_MAIN(TestReportLanguage)
#include "test_report_language.moc"
