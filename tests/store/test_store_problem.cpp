// SPDX-License-Identifier: GPL-3.0-or-later
// What people read about a store in trouble: each code has its sentences, in both languages, and loses nothing.
#include "english_left.h"
#include "plain_user.h"
#include "report/report_language.h"
#include "store/database/connection.h"
#include "store/database/store_backend.h"
#include "store/database/store_problem_text.h"
#include "store/database/store_trouble.h"
#include "store_fixture.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QTranslator>

#include <cerrno>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int Codes = static_cast<int>(StoreErrorCode::Last) + 1;

/// The highest number among the placeholders of a row.
int argumentsOf(const StoreProblemRow &row)
{
    static const QRegularExpression placeholder(u"%(\\d)"_s);
    int most = 0;
    for (const char *text : {row.what, row.kept, row.advice}) {
        auto found = placeholder.globalMatch(QString::fromUtf8(text));
        while (found.hasNext())
            most = std::max(most, found.next().captured(1).toInt());
    }
    return most;
}

QString mark(int number)
{
    return u"<%1%2%3>"_s.arg(QString(u'%'), QString::number(number % 9 + 1), QString(number, u'x'));
}

StoreProblem filled(const StoreProblemRow &row)
{
    StoreProblem problem{row.code, {}};
    for (int i = 1; i <= argumentsOf(row); ++i)
        problem.arguments.append(mark(i));
    return problem;
}

QList<StoreProblemRow> rows()
{
    QList<StoreProblemRow> all;
    for (const auto &part : {openingProblemRows(), statementProblemRows(), upkeepProblemRows(), problemPartRows()}) {
        for (const StoreProblemRow &row : part)
            all.append(row);
    }
    return all;
}

bool hasLetters(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar sign) { return sign.isLetter(); });
}

template <class Work>
StoreProblem problemOf(const Work &work)
{
    try {
        work();
    } catch (const StoreError &error) {
        return error.problem();
    }
    return {};
}

} // namespace

class TestStoreProblem : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QVERIFY(m_chinese.load(u"callboard_zh_CN"_s, u":/i18n"_s));
        QVERIFY(QCoreApplication::installTranslator(&m_chinese));
    }
    void cleanup() { QCoreApplication::removeTranslator(&m_chinese); }

    void eachCodeHasOneRowAndOneWord()
    {
        QSet<int> codes;
        QSet<QByteArray> words;
        static const QRegularExpression form(u"^[a-z0-9_]+$"_s);
        for (const StoreProblemRow &row : rows()) {
            codes.insert(static_cast<int>(row.code));
            words.insert(row.word);
            QVERIFY2(form.match(QString::fromLatin1(row.word)).hasMatch(), row.word);
            QVERIFY2(row.what, row.word);
        }
        QCOMPARE(codes.size(), Codes - 1); // None has none
        QCOMPARE(rows().size(), codes.size());
        QCOMPARE(words.size(), codes.size());
        QVERIFY(storeProblemText({}).isEmpty());
        QVERIFY(storeProblemLogText({}).isEmpty());
    }

    void nothingIsLost_data()
    {
        QTest::addColumn<int>("index");
        for (int i = 0; i < rows().size(); ++i)
            QTest::newRow(rows().at(i).word) << i;
    }
    void nothingIsLost()
    {
        QFETCH(const int, index);
        const StoreProblemRow row = rows().at(index);
        const StoreProblem problem = filled(row);
        const QString english = storeProblemLogText(problem), chinese = storeProblemText(problem);
        for (int i = 1; i <= argumentsOf(row); ++i) {
            QVERIFY2(english.contains(mark(i)), qPrintable(english));
            QCOMPARE(chinese.count(mark(i)), english.count(mark(i)));
        }
        QString left = chinese;
        for (int i = 1; i <= argumentsOf(row); ++i)
            left.remove(mark(i));
        QVERIFY2(!left.contains(u'%'), qPrintable(chinese));
        QCOMPARE(englishLeftIn(left), QString());
        for (const char *text : {row.what, row.kept, row.advice}) {
            const QString source = QString::fromUtf8(text);
            static const QRegularExpression placeholder(u"%\\d"_s);
            if (!hasLetters(QString(source).remove(placeholder)))
                continue;
            QVERIFY2(QCoreApplication::translate("StoreProblemText", text) != source, text);
        }
    }

    /// What stands in an argument is never read as the place of another one.
    void argumentsAreNoFormat()
    {
        const QString place = u"/data/%2 %1 %n 100%/<b>话单.db"_s;
        const StoreProblem problem{StoreErrorCode::HeldByProgram, {place, u"%1"_s}};
        QVERIFY(storeProblemLogText(problem).startsWith(
            u"The store /data/%2 %1 %n 100%/<b>话单.db is being written by %1. A store"_s));
        QVERIFY(storeProblemText(problem).startsWith(u"话单库 /data/%2 %1 %n 100%/<b>话单.db 正由 %1 写入。"_s));
    }

    void partsStandInSentences()
    {
        const StoreProblem cut{StoreErrorCode::CutOff, {u"3"_s, u"8"_s}};
        const StoreProblem damaged{StoreErrorCode::DamagedStore, {u"/c.db"_s, cut, u"sqlite:/c.db"_s}};
        QCOMPARE(storeProblemLogText(damaged),
                 u"The store /c.db is damaged: it is cut off, 3 of 8 pages are there. Nothing was changed. "
                 "\"callboardctl salvage --store sqlite:/c.db --output sqlite:NEW-FILE\" brings everything sound into "
                 "a new store."_s);
        QCOMPARE(storeProblemSummary(damaged), u"话单库 /c.db 已损坏：文件被截断，应有 8 页，现有 3 页。"_s);
        const StoreProblem file{StoreErrorCode::UrlNoPlainFile,
                                {StoreProblem{StoreErrorCode::FileIsPipe, {u"/var/p"_s}}}};
        QCOMPARE(storeProblemLogText(file), u"/var/p is a pipe, not a file. Give a store like sqlite:/path/file.db."_s);
    }

    void whatTheSystemReportsIsTranslated()
    {
        const StoreProblem full{StoreErrorCode::CannotWriteCopy, {u"/c.db"_s, SystemError{ENOSPC}}};
        QCOMPARE(storeProblemLogText(full),
                 u"The copy /c.db could not be written: No space left on device. Nothing was replaced."_s);
        QCOMPARE(storeProblemText(full), u"无法写入副本 /c.db：设备上没有剩余空间。未替换任何文件。"_s);
        const StoreProblem statement =
            statementProblem(StoreErrorKind::Full, u"database or disk is full"_s, u"INSERT INTO call"_s);
        const StoreProblem trouble = writingProblem(StoreError(statement), StoreUrl::ofFile(u"/c.db"_s));
        QCOMPARE(trouble.kind(), StoreErrorKind::Full);
        QCOMPARE(storeProblemWord(trouble), u"writing_full"_s);
        QCOMPARE(storeProblemLogText(trouble),
                 u"The disk is full: database or disk is full (in: INSERT INTO call). New calls are refused, so that "
                 "the platform sends them again. Free some disk space."_s);
        QCOMPARE(
            storeProblemText(trouble),
            u"磁盘已满：数据库或磁盘已满（语句：INSERT INTO call）。新话单会被拒收，平台将重新发送。请腾出一些磁盘空间。"_s);
    }

    /// A thread that makes an English report reports to people in the program's language all the same: the sentence is
    /// made where it is shown, from the code.
    void errorsOfAReportCarryTheirCode()
    {
        const LanguageSwitch languages;
        StoreProblem problem;
        {
            const ReportLanguage english(u"en"_s);
            problem = StoreError(StoreErrorCode::NoStore, {u"/c.db"_s}).problem();
        }
        QCOMPARE(storeProblemText(problem), u"/c.db 处没有话单库。"_s);
        QCOMPARE(StoreError(problem).text(), u"There is no store at /c.db."_s);
    }

    void aFolderThatMayNotBeEnteredIsNamed()
    {
        const StoreFixture fixture;
        const ClosedFolder folder(fixture.path(u"closed"_s));
        const StoreUrl store = StoreUrl::ofFile(folder.file());
        QList<StoreProblem> problems;
        {
            const PlainUser user;
            problems = {problemOf([&] { Connection(store, Access::Read); }),
                        problemOf([&] { Connection(store, Access::Note); }),
                        problemOf([&] { StoreBackend::of(store)->lock(); })};
        }
        for (const StoreProblem &problem : std::as_const(problems)) {
            QCOMPARE(problem.code, StoreErrorCode::FolderClosed);
            QVERIFY(storeProblemLogText(problem).contains(u"may not be entered by this user"_s));
        }
        QCOMPARE(problemOf([&] { Connection(StoreUrl::ofFile(fixture.path(u"none.db"_s)), Access::Read); }).code,
                 StoreErrorCode::NoStore);
    }

private:
    QTranslator m_chinese;
};

QTEST_GUILESS_MAIN(TestStoreProblem)
#include "test_store_problem.moc"
