// SPDX-License-Identifier: GPL-3.0-or-later
#include "list_cells.h"
#include "reports_window.h"

#include "store/settings/schedule_table.h"
#include "ui/common/forms/field_form.h"
#include "ui/reports/schedule_dialog.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QPushButton>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTabWidget>
#include <QTableView>
#include <QTimeEdit>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

/// Schedules are made, edited, run and deleted by the controls of the window.
class TestReportSchedules : public QObject
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
        m_window->find<QTabWidget>(u"reportTabs"_s)->setCurrentIndex(1);
    }
    void cleanup()
    {
        m_window.reset();
        m_folder.reset();
    }

    void madeEditedSwitchedAndDeleted();
    void whatDoesNotFitIsSaidBesideItsField();
    void runNowWritesAFileAndItsHistory();
    void aFailureIsToldInTheHistory();
    void takesOverTheReportAtHand();
    void tellsWhatItCannotKeep();

private:
    QTableView &table() { return *m_window->find<QTableView>(u"scheduleTable"_s); }
    QTableView &history() { return *m_window->find<QTableView>(u"runTable"_s); }
    void press(const QString &name) { m_window->find<QPushButton>(name)->click(); }
    ScheduleDialog *dialog() { return m_window->page().findChild<ScheduleDialog *>(); }
    template <class Widget>
    Widget *field(const QString &name)
    {
        return dialog()->findChild<Widget *>(name);
    }
    void setFolder(const QString &folder)
    {
        field<QWidget>(u"scheduleFolder"_s)->findChild<QLineEdit *>()->setText(folder);
    }
    /// Through the dialog; the list then holds it.
    void makeSchedule(const QString &name, const QString &folder);
    void save();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ReportsWindow> m_window;
};

void TestReportSchedules::save()
{
    field<QPushButton>(u"scheduleSave"_s)->click();
    QTRY_VERIFY(!dialog());
}

void TestReportSchedules::makeSchedule(const QString &name, const QString &folder)
{
    const int before = table().model()->rowCount();
    press(u"newSchedule"_s);
    field<QLineEdit>(u"scheduleName"_s)->setText(name);
    setFolder(folder);
    auto *format = field<QComboBox>(u"scheduleFormat"_s);
    format->setCurrentIndex(format->findData(u"csv"_s));
    auto *period = field<QComboBox>(u"schedulePeriod"_s);
    period->setCurrentIndex(period->findData(static_cast<int>(SchedulePeriod::LastSevenDays)));
    save();
    QTRY_COMPARE(table().model()->rowCount(), before + 1);
    table().selectRow(before);
}

void TestReportSchedules::madeEditedSwitchedAndDeleted()
{
    const QAbstractItemModelTester tester(table().model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    QVERIFY(!m_window->find<QPushButton>(u"editSchedule"_s)->isEnabled());
    makeSchedule(u"早报"_s, m_folder->path());
    QCOMPARE(cellText(table(), 0, u"name"_s), u"早报"_s);
    QCOMPARE(cellText(table(), 0, u"times"_s), u"daily at 07:00"_s);
    QVERIFY(cellText(table(), 0, u"next"_s).endsWith(u"07:00"_s));
    QCOMPARE(cellText(table(), 0, u"last"_s), u"–"_s);

    press(u"editSchedule"_s);
    auto *rhythm = field<QComboBox>(u"scheduleRhythm"_s);
    rhythm->setCurrentIndex(rhythm->findData(static_cast<int>(ScheduleRhythm::Weekly)));
    for (int day = 1; day <= 7; ++day)
        field<QCheckBox>(u"scheduleDay%1"_s.arg(day))->setChecked(day == 1 || day == 5);
    field<QTimeEdit>(u"scheduleTime"_s)->setTime(QTime(18, 30));
    save();
    QTRY_VERIFY2(cellText(table(), 0, u"times"_s).endsWith(u" at 18:30"_s),
                 qPrintable(cellText(table(), 0, u"times"_s)));

    const QModelIndex on = cellAt(table(), 0, u"on"_s);
    QCOMPARE(on.data(Qt::CheckStateRole).toInt(), static_cast<int>(Qt::Checked));
    QVERIFY(table().model()->setData(on, Qt::Unchecked, Qt::CheckStateRole));
    QTRY_COMPARE(on.data(Qt::CheckStateRole).toInt(), static_cast<int>(Qt::Unchecked));
    QCOMPARE(cellText(table(), 0, u"next"_s), u"–"_s);

    m_window->answer = false;
    press(u"removeSchedule"_s);
    QCOMPARE(m_window->questions.size(), 1);
    QCOMPARE(table().model()->rowCount(), 1);
    m_window->answer = true;
    press(u"removeSchedule"_s);
    QTRY_COMPARE(table().model()->rowCount(), 0);
}

void TestReportSchedules::whatDoesNotFitIsSaidBesideItsField()
{
    press(u"newSchedule"_s);
    auto *form = dialog()->findChild<FieldForm *>();
    auto *name = field<QLineEdit>(u"scheduleName"_s);
    auto *saveButton = field<QPushButton>(u"scheduleSave"_s);
    QVERIFY(!form->problemOf(name).isEmpty());
    QVERIFY(!saveButton->isEnabled());
    name->setText(u"x"_s);
    QVERIFY(form->problemOf(name).isEmpty());
    QVERIFY(!form->problemOf(field<QWidget>(u"scheduleFolder"_s)).isEmpty());
    setFolder(u"relative"_s);
    QVERIFY(!form->problemOf(field<QWidget>(u"scheduleFolder"_s)).isEmpty());
    setFolder(m_folder->path());
    QVERIFY(saveButton->isEnabled());
    auto *rhythm = field<QComboBox>(u"scheduleRhythm"_s);
    rhythm->setCurrentIndex(rhythm->findData(static_cast<int>(ScheduleRhythm::Weekly)));
    field<QCheckBox>(u"scheduleDay1"_s)->setChecked(false);
    QVERIFY(!form->problemOf(field<QWidget>(u"scheduleDays"_s)).isEmpty());
    QVERIFY(!saveButton->isEnabled());
    dialog()->reject();
    QTRY_VERIFY(!dialog());
}

void TestReportSchedules::runNowWritesAFileAndItsHistory()
{
    makeSchedule(u"Now"_s, m_folder->path());
    press(u"runSchedule"_s);
    QTRY_COMPARE_WITH_TIMEOUT(history().model()->rowCount(), 1, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(cellText(history(), 0, u"state"_s), u"done"_s, 20'000);
    QVERIFY(cellText(history(), 0, u"name"_s).contains(u"Now"_s));
    QTRY_VERIFY(cellText(table(), 0, u"last"_s).endsWith(u"done"_s));
    history().selectRow(0);
    press(u"openRunFile"_s);
    QCOMPARE(m_window->opened.size(), 1);
    QVERIFY(QFile::exists(m_window->opened.constFirst()));
    press(u"openRunFolder"_s);
    QCOMPARE(m_window->opened.constLast(), m_folder->path());
}

void TestReportSchedules::aFailureIsToldInTheHistory()
{
    makeSchedule(u"Lost"_s, m_folder->filePath(u"not/there"_s));
    press(u"runSchedule"_s);
    QTRY_COMPARE_WITH_TIMEOUT(history().model()->rowCount(), 1, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(cellText(history(), 0, u"state"_s), u"failed"_s, 20'000);
    QVERIFY(!cellText(history(), 0, u"result"_s).isEmpty());
    QTRY_VERIFY(cellText(table(), 0, u"last"_s).endsWith(u"failed"_s));
    history().selectRow(0);
    QVERIFY(!m_window->find<QPushButton>(u"openRunFile"_s)->isEnabled());
}

void TestReportSchedules::takesOverTheReportAtHand()
{
    m_window->find<QTabWidget>(u"reportTabs"_s)->setCurrentIndex(0);
    CallFilter filter = m_window->page().maker().job().request.filter;
    filter.taskIds = {u"1"_s};
    filter.answered = true;
    m_window->page().showExport({u"calls"_s, filter, nullptr});
    m_window->setFormat(u"csv-raw"_s);
    press(u"makeSchedule"_s);
    QVERIFY(dialog());
    const ReportSchedule made = dialog()->edited();
    QCOMPARE(made.report, u"calls"_s);
    QCOMPARE(made.format, u"csv-raw"_s);
    QCOMPARE(made.taskIds, QStringList{u"1"_s});
    QVERIFY(!made.revealed);
    QCOMPARE(made.filter.answered, std::optional(true));
    QVERIFY(made.filter.taskIds.isEmpty() && made.filter.range == TimeRange());
    QVERIFY(!field<QLabel>(u"scheduleNote"_s)->isVisible());
    setFolder(m_folder->path());
    save();
    QTRY_VERIFY(cellText(table(), 0, u"calls"_s).endsWith(u"; Answered"_s));
    table().selectRow(0);
    press(u"editSchedule"_s);
    field<QCheckBox>(u"scheduleFilter"_s)->setChecked(false);
    QCOMPARE(dialog()->edited().filter, CallFilter());
    dialog()->reject();
    QTRY_VERIFY(!dialog());
}

void TestReportSchedules::tellsWhatItCannotKeep()
{
    CallFilter filter;
    filter.uuid = u"one"_s;
    m_window->page().showExport({u"calls"_s, filter, nullptr});
    press(u"makeSchedule"_s);
    QVERIFY(field<QLabel>(u"scheduleNote"_s)->isVisible());
    QCOMPARE(dialog()->edited().filter, CallFilter());
    // A dossier of all campaigns could never be made.
    setFolder(m_folder->path());
    QVERIFY(field<QPushButton>(u"scheduleSave"_s)->isEnabled());
    auto *report = field<QComboBox>(u"scheduleReport"_s);
    report->setCurrentIndex(report->findData(u"dossier"_s));
    QVERIFY(!field<QPushButton>(u"scheduleSave"_s)->isEnabled());
    auto *form = dialog()->findChild<FieldForm *>();
    QVERIFY(form->problemOf(field<QWidget>(u"scheduleCampaigns"_s)).contains(u"exactly one"_s));
    dialog()->reject();
    QTRY_VERIFY(!dialog());
}

QTEST_MAIN(TestReportSchedules)
#include "test_report_schedules.moc"
