// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports_window.h"

#include "report/paper/paper_print.h"
#include "store/read/queries.h"
#include "ui/reports/export_list.h"
#include "ui/session/preferences.h"

#include <QCheckBox>
#include <QComboBox>
#include <QMessageBox>
#include <QPdfWriter>
#include <QProgressBar>
#include <QPushButton>
#include <QRegularExpression>
#include <QSemaphore>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTableView>
#include <QToolButton>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;
using State = Export::State;

namespace {

struct Stored
{
    qint64 count = -1;
    QString newestUuid;
};

/// What the store says of the calls, asked like any page does.
Stored stored(ReportsWindow &window, const CallFilter &filter)
{
    Stored found;
    window.program().session.readers().ask<Stored>(
        window.window(),
        [filter](Connection &connection) {
            const QList<CallRecord> page = loadCallPage(connection, filter, {}, 1);
            return Stored{countCalls(connection, filter),
                          page.isEmpty() ? QString() : page.constFirst().fields.callUuid};
        },
        [&found](const Stored &answer) { found = answer; });
    return QTest::qWaitFor([&found] { return found.count >= 0; }, 20'000) ? found : Stored();
}

int columnNamed(const QAbstractItemModel &model, const QString &title)
{
    for (int column = 0; column < model.columnCount(); ++column) {
        if (model.headerData(column, Qt::Horizontal).toString() == title)
            return column;
    }
    return -1;
}

/// An export that goes on until it is cancelled or let go.
ExportWork held(QSemaphore &mayEnd)
{
    return [&mayEnd](Connection &, const ReportProgress &progress, const ReportCancelled &cancelled) {
        progress(1, 10);
        while (!mayEnd.tryAcquire(1, 5)) {
            if (cancelled())
                return ReportResult{0, true, {}};
        }
        return ReportResult{10, false, {}};
    };
}

} // namespace

/// The page of reports in the real window, by its controls.
class TestReportsPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
        m_folder = std::make_unique<QTemporaryDir>();
        m_window = std::make_unique<ReportsWindow>(m_folder->path());
        QVERIFY(m_window->isShown());
        m_window->showPage();
    }
    void cleanup()
    {
        m_window.reset();
        m_folder.reset();
    }

    void previewEqualsTheStore();
    void everyReportHasAPreview();
    void exportIsReadBack();
    void chosenColumnsAreWritten();
    void uncoveredExportAsksAndIsNoted();
    void policyForbidsUncovering();
    void aFolderThatIsNotThereIsSaid();
    void anOlderFileIsReplacedOnlyAfterAQuestion();
    void threeInTheQueueOneCancelled();
    void failuresAreListed();
    void proposedNamesDiffer();
    void finishedOnesOpenAndAreCleared();
    void quittingAsksWhileFilesAreWritten();
    void printsWhatIsChosen();
    void theStateSurvivesARestart();

private:
    ReportsWindow &window() { return *m_window; }
    QString sentenceOf(qint64 id)
    {
        return m_window->page()
            .findChild<ExportRow *>(u"export%1"_s.arg(id))
            ->findChild<QLabel *>(u"exportSentence"_s)
            ->text();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ReportsWindow> m_window;
};

void TestReportsPage::previewEqualsTheStore()
{
    window().choose(u"calls"_s);
    QVERIFY(window().hasPreview());
    CallFilter filter = window().page().maker().job().request.filter;
    const Stored all = stored(window(), filter);
    QVERIFY(all.count > 300);
    QCOMPARE(window().preview().preview().head.rows, all.count);
    const auto *table = window().find<QTableView>(u"previewTable"_s);
    const int uuid = columnNamed(*table->model(), u"call_uuid"_s);
    QCOMPARE(table->model()->index(0, uuid).data().toString(), all.newestUuid);
    QVERIFY(window().find<QLabel>(u"previewState"_s)->text().contains(u"100"_s));
    // What a page has no room for is said before it is made.
    const auto *columns = window().find<QLabel>(u"reportColumns"_s);
    QVERIFY(columns->text().startsWith(u"all "_s));
    window().setFormat(u"pdf"_s);
    QVERIFY2(columns->text().startsWith(u"the 12 most "_s), qPrintable(columns->text()));
    window().setFormat(u"csv"_s);

    filter.answered = true;
    window().page().showExport({u"calls"_s, filter, nullptr});
    QVERIFY(window().hasPreview());
    QTRY_COMPARE(window().preview().preview().head.rows, stored(window(), filter).count);
    QVERIFY(window().preview().preview().head.rows < all.count);

    // The chip takes the restriction away again.
    window().find<QToolButton>(u"answeredChip"_s)->click();
    QTRY_COMPARE(window().preview().preview().head.rows, all.count);
}

void TestReportsPage::everyReportHasAPreview()
{
    window().choose(u"dossier"_s);
    QVERIFY(window().hasPreview());
    QVERIFY(!window().preview().preview().error.isEmpty()); // it is of one campaign
    window().find<QPushButton>(u"exportStart"_s)->click();
    QCOMPARE(window().problem(), window().preview().preview().error);
    QVERIFY(window().exports().exports().isEmpty());
    window().program().session.view().setTaskIds({u"1"_s});
    for (const QString &report : reportNames()) {
        window().choose(report);
        QVERIFY2(window().hasPreview(), qPrintable(report));
        const ReportPreview &preview = window().preview().preview();
        QVERIFY2(preview.error.isEmpty(), qPrintable(report + u": "_s + preview.error));
        QVERIFY2(!preview.tables.isEmpty(), qPrintable(report));
        QVERIFY2(window().find<QPushButton>(u"exportStart"_s)->isEnabled(), qPrintable(report));
    }
}

void TestReportsPage::exportIsReadBack()
{
    window().choose(u"calls"_s);
    window().setFormat(u"csv"_s);
    const Stored all = stored(window(), window().page().maker().job().request.filter);
    const QString file = window().path(u"calls.csv"_s);
    const qint64 id = window().exportTo(file);
    QVERIFY(id > 0);
    QVERIFY(window().waitFor(id));
    QCOMPARE(window().exports().find(id)->state, State::Done);
    QCOMPARE(window().exports().find(id)->rows, all.count);
    const QList<QStringList> rows = csvRows(file);
    QCOMPARE(rows.size(), all.count + 1);
    QCOMPARE(rows.at(1).at(rows.at(0).indexOf(u"call_uuid"_s)), all.newestUuid);
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QByteArray bytes = written.readAll();
    QVERIFY(bytes.contains("199****"));
    QVERIFY(!bytes.contains("1990000"));
    QVERIFY(window().questions.isEmpty());
}

void TestReportsPage::chosenColumnsAreWritten()
{
    window().choose(u"calls"_s);
    QVERIFY(window().hasPreview());
    window().find<QPushButton>(u"chooseColumns"_s)->click();
    auto *dialog = window().page().findChild<QDialog *>();
    QVERIFY(dialog);
    dialog->findChild<QPushButton *>(u"checkNone"_s)->click();
    auto *list = dialog->findChild<QListWidget *>(u"checklist"_s);
    QVERIFY(list->count() > 20);
    for (const int row : {0, 2})
        list->item(row)->setCheckState(Qt::Checked);
    const QStringList names{list->item(0)->data(Qt::UserRole).toString(), list->item(2)->data(Qt::UserRole).toString()};
    dialog->accept();
    const auto *table = window().find<QTableView>(u"previewTable"_s);
    QCOMPARE(table->model()->columnCount(), 2);
    const QString file = window().path(u"two.csv"_s);
    window().setFormat(u"csv-raw"_s);
    const qint64 id = window().exportTo(file);
    QVERIFY(window().waitFor(id));
    QCOMPARE(csvRows(file).at(0), names);
}

void TestReportsPage::uncoveredExportAsksAndIsNoted()
{
    window().choose(u"calls"_s);
    window().find<QCheckBox>(u"reportRevealed"_s)->setChecked(true);
    QVERIFY(window().hasPreview());
    const auto *table = window().find<QTableView>(u"previewTable"_s);
    QVERIFY(table->model()->rowCount() > 0);
    QCOMPARE(window().preview().preview().error, QString());
    for (const QStringList &row : window().preview().preview().tables.constFirst().rows)
        QVERIFY(!row.join(u'|').contains(u"1990000"_s)); // the window itself stays covered
    window().answer = false;
    QCOMPARE(window().exportTo(window().path(u"full.csv"_s)), 0);
    QCOMPARE(window().questions.size(), 1);
    window().answer = true;
    const qint64 id = window().exportTo(window().path(u"full.csv"_s));
    QVERIFY(window().waitFor(id));
    QFile written(window().path(u"full.csv"_s));
    QVERIFY(written.open(QIODevice::ReadOnly));
    QVERIFY(written.readAll().contains("1990000"));
    // The audit log tells of it: its export is the proof.
    window().window()->showPage(window().window()->pageIndex("settings"_L1));
    window().window()->page("settings"_L1)->findChild<QAbstractButton *>(u"auditExport"_s)->click();
    QCOMPARE(window().window()->currentPage()->objectName(), QString(ReportsPageId));
    QTRY_VERIFY(!window().preview().isLoading() && !window().preview().preview().tables.isEmpty()
                && window().preview().preview().tables.constFirst().rows.size() == 1);
    const QString detail = window().preview().preview().tables.constFirst().rows.constFirst().at(2);
    QVERIFY(detail.startsWith(u"full.csv ("_s) && detail.contains(u'@')); // which, and who
}

void TestReportsPage::policyForbidsUncovering()
{
    window().find<QCheckBox>(u"reportRevealed"_s)->setChecked(true);
    auto *policy = window().window()->page("settings"_L1)->findChild<QComboBox *>(u"revealPolicy"_s);
    policy->setCurrentIndex(static_cast<int>(RevealPolicy::Never));
    QVERIFY(!window().find<QCheckBox>(u"reportRevealed"_s)->isEnabled());
    QVERIFY(!window().find<QCheckBox>(u"reportRevealed"_s)->isChecked());
    QCOMPARE(window().page().maker().job().request.privacy, Privacy::Masked);
}

void TestReportsPage::aFolderThatIsNotThereIsSaid()
{
    QCOMPARE(window().exportTo(window().path(u"none/calls.csv"_s)), 0);
    QTRY_VERIFY2(window().problem().contains(u"does not exist"_s), qPrintable(window().problem()));
    window().find<QLineEdit>(u"reportFolder"_s)->clear();
    window().find<QPushButton>(u"exportStart"_s)->click();
    QCOMPARE(window().problem(), u"Choose a folder first."_s);
    window().find<QLineEdit>(u"reportFolder"_s)->setText(u"relative"_s);
    window().find<QPushButton>(u"exportStart"_s)->click();
    QVERIFY(window().problem().contains(u"full path"_s));
}

void TestReportsPage::anOlderFileIsReplacedOnlyAfterAQuestion()
{
    QFile older(window().path(u"calls.csv"_s));
    QVERIFY(older.open(QIODevice::WriteOnly) && older.write("older") == 5);
    older.close();
    window().answer = false;
    QCOMPARE(window().exportTo(older.fileName()), 0);
    QCOMPARE(window().questions.size(), 1);
    QVERIFY(window().questions.constFirst().contains(u"calls.csv"_s));
    QVERIFY(older.open(QIODevice::ReadOnly));
    QCOMPARE(older.readAll(), "older");
    older.close();
    window().answer = true;
    QVERIFY(window().waitFor(window().exportTo(older.fileName())));
    QVERIFY(csvRows(older.fileName()).size() > 300);
}

void TestReportsPage::threeInTheQueueOneCancelled()
{
    QSemaphore mayEnd;
    ExportQueue &queue = window().exports();
    const qint64 first = queue.add(u"Held"_s, window().path(u"held.csv"_s), held(mayEnd));
    const qint64 second = window().exportTo(window().path(u"second.csv"_s));
    const qint64 third = window().exportTo(window().path(u"third.csv"_s));
    QCOMPARE(queue.pending(), 3);
    // The same file once more would replace what was asked for before.
    window().find<QPushButton>(u"exportStart"_s)->click();
    QVERIFY2(window().problem().contains(u"still writing"_s), qPrintable(window().problem()));
    QCOMPARE(queue.pending(), 3);
    auto *rowOfSecond = window().page().findChild<ExportRow *>(u"export%1"_s.arg(second));
    QVERIFY(rowOfSecond->findChild<QPushButton *>(u"cancelExport"_s)->isVisible());
    QVERIFY(!rowOfSecond->findChild<QProgressBar *>()->isVisible());
    QTRY_VERIFY(sentenceOf(first).contains(u"1 of 10 rows"_s));
    rowOfSecond->findChild<QPushButton *>(u"cancelExport"_s)->click();
    QCOMPARE(queue.find(second)->state, State::Cancelled);
    // Elsewhere the status line says how it goes, and leads back.
    window().window()->showPage(0);
    auto *status = window().window()->findChild<QToolButton *>(u"runningExports"_s);
    QTRY_VERIFY2(status->isVisible() && status->text().contains(u"10"_s), qPrintable(status->text()));
    status->click();
    QCOMPARE(window().window()->currentPage()->objectName(), QString(ReportsPageId));
    mayEnd.release();
    QVERIFY(window().waitFor(third));
    QCOMPARE(queue.find(first)->state, State::Done);
    QCOMPARE(queue.find(third)->state, State::Done);
    QVERIFY(QFile::exists(window().path(u"third.csv"_s)));
    QVERIFY(!QFile::exists(window().path(u"second.csv"_s)));
    QTRY_VERIFY(!status->isVisible());
    QVERIFY(sentenceOf(second).startsWith(u"Cancelled"_s));
}

void TestReportsPage::failuresAreListed()
{
    const auto full = [](Connection &, const ReportProgress &, const ReportCancelled &) {
        return ReportResult{0, false, u"The disk is full."_s};
    };
    const qint64 id = window().exports().add(u"Calls"_s, window().path(u"x.csv"_s), full);
    QVERIFY(window().waitFor(id));
    QTRY_COMPARE(sentenceOf(id), u"The disk is full."_s);
    auto *row = window().page().findChild<ExportRow *>(u"export%1"_s.arg(id));
    QVERIFY(!row->findChild<QPushButton *>(u"openFile"_s)->isVisible());
}

void TestReportsPage::proposedNamesDiffer()
{
    window().find<QLineEdit>(u"reportFolder"_s)->setText(m_folder->path());
    auto *start = window().find<QPushButton>(u"exportStart"_s);
    for (int i = 1; i <= 3; ++i) {
        start->click();
        QTRY_COMPARE(window().exports().exports().size(), i);
    }
    QTRY_COMPARE(window().exports().pending(), 0);
    QSet<QString> files;
    for (const Export &each : window().exports().exports()) {
        QVERIFY(QFile::exists(each.file));
        files.insert(each.file);
    }
    QCOMPARE(files.size(), 3);
    QVERIFY(window().questions.isEmpty());
}

void TestReportsPage::finishedOnesOpenAndAreCleared()
{
    const QString file = window().path(u"calls.csv"_s);
    const qint64 id = window().exportTo(file);
    QVERIFY(window().waitFor(id));
    auto *row = window().page().findChild<ExportRow *>(u"export%1"_s.arg(id));
    auto *open = row->findChild<QPushButton *>(u"openFile"_s);
    QTRY_VERIFY(open->isVisible());
    open->click();
    row->findChild<QPushButton *>(u"openFolder"_s)->click();
    QCOMPARE(window().opened, QStringList({file, m_folder->path()}));
    window().find<QPushButton>(u"clearExports"_s)->click();
    QVERIFY(window().exports().exports().isEmpty());
    QVERIFY(!window().page().findChild<ExportList *>()->isVisible());
}

void TestReportsPage::quittingAsksWhileFilesAreWritten()
{
    QSemaphore mayEnd;
    const qint64 id = window().exports().add(u"Held"_s, window().path(u"held.csv"_s), held(mayEnd));
    window().window()->close();
    QVERIFY(window().window()->isVisible());
    auto *question = window().window()->findChild<QMessageBox *>(u"quitQuestion"_s);
    QVERIFY(question);
    question->button(QMessageBox::Cancel)->click();
    QVERIFY(window().window()->isVisible());
    QCOMPARE(window().exports().find(id)->state, State::Running);
    QTRY_VERIFY(!window().window()->findChild<QMessageBox *>(u"quitQuestion"_s));
    window().window()->close();
    question = window().window()->findChild<QMessageBox *>(u"quitQuestion"_s);
    QVERIFY(question);
    question->findChild<QPushButton *>(u"quitYes"_s)->click();
    QTRY_VERIFY(!window().window()->isVisible());
    QTRY_COMPARE(window().exports().find(id)->state, State::Cancelled);
}

void TestReportsPage::printsWhatIsChosen()
{
    window().choose(u"tasks"_s);
    QVERIFY(window().hasPreview());
    window().choose(u"calls"_s); // how many rows that has is not known yet, nor whether they are too many
    window().find<QPushButton>(u"printReport"_s)->click();
    QVERIFY2(window().problem().contains(u"still being counted"_s), qPrintable(window().problem()));
    QVERIFY(window().hasPreview());
    window().find<QPushButton>(u"printReport"_s)->click();
    QTRY_COMPARE(window().printed.size(), 1);
    const PaperDocument &document = *window().printed.constFirst();
    QCOMPARE(document.head.rows, window().preview().preview().head.rows);
    QCOMPARE(static_cast<qint64>(document.tables.front().rows), document.head.rows);
    QPdfWriter paper(window().path(u"print.pdf"_s));
    QVERIFY(paintReport(*window().printed.constFirst(), paper, {}, {}) > 1);
}

void TestReportsPage::theStateSurvivesARestart()
{
    window().choose(u"calls"_s);
    window().setFormat(u"csv-raw"_s);
    window().find<QComboBox>(u"reportMeanings"_s)->setCurrentIndex(1);
    window().find<QLineEdit>(u"reportFolder"_s)->setText(m_folder->path());
    window().find<QCheckBox>(u"reportRevealed"_s)->setChecked(true);
    window().window()->saveState();
    m_window.reset();
    m_window = std::make_unique<ReportsWindow>(m_folder->path());
    QVERIFY(window().isShown());
    QCOMPARE(window().window()->currentPage()->objectName(), QString(ReportsPageId));
    const ReportJob job = window().page().maker().job();
    QCOMPARE(job.report, u"calls"_s);
    QCOMPARE(job.request.format, u"csv-raw"_s);
    QCOMPARE(job.request.meaningsOf, MeaningsOf::TheirTime);
    QCOMPARE(job.request.privacy, Privacy::Masked); // never from one run to the next
    QCOMPARE(window().find<QLineEdit>(u"reportFolder"_s)->text(), m_folder->path());
}

QTEST_MAIN(TestReportsPage)
#include "test_reports_page.moc"
