// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/calling_hours_text.h"
#include "list_cells.h"
#include "page_fixture.h"
#include "report/csv/csv_report_writer.h"
#include "ui/common/forms/field_form.h"
#include "ui/settings/campaigns/task_columns.h"
#include "ui/settings/campaigns/task_editor.h"
#include "ui/settings/campaigns/task_import_dialog.h"
#include "ui/settings/settings_campaigns.h"

#include <QAbstractItemModelTester>
#include <QBuffer>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

namespace {

/// Waits for what the store knows about its campaigns.
QList<TaskInfo> tasksOf(PageFixture &fixture)
{
    std::optional<QList<TaskInfo>> found;
    fixture.readers.ask<QList<TaskInfo>>(
        &fixture.view, [](Connection &connection) { return loadTasks(connection); },
        [&found](const QList<TaskInfo> &tasks) { found = tasks; });
    return QTest::qWaitFor([&found] { return found.has_value(); }) ? *found : QList<TaskInfo>();
}

QString fileWith(const PageFixture &fixture, const QByteArray &bytes)
{
    QFile file(fixture.path(u"list.csv"_s));
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
}

QTableView *tableOf(const QWidget &widget, const QString &name)
{
    return widget.findChild<QTableView *>(name);
}

} // namespace

class TestSettingsCampaigns : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin).*"_s)); }
    void editorStoresWhatItSays();
    void editorSaysWhatIsWrongBesideTheField();
    void anEditorKeepsItsTextWhenTheStoreIsClosed();
    void planKeepsWhatIsNotSaid();
    void importShowsFirstAndWritesAtOnce();
    void importLeavesOutLinesWithMistakes();
    void importShowsWhatIsLeftOutAndChanged();
    void theEncodingCanBeChosen();
    void aLongPreviewBeginsWithRemarks();
    void exportsComeBackUnchanged_data();
    void exportsComeBackUnchanged();
    void tableListsEditsAndFilters();
};

void TestSettingsCampaigns::editorStoresWhatItSays()
{
    PageFixture fixture;
    fixture.pushCall(1, 60);
    TaskInfo task;
    task.taskId = u"7"_s;
    TaskEditor editor(fixture.services(), task);
    editor.open();
    editor.findChild<QLineEdit *>(u"taskName"_s)->setText(u" 春季回访 "_s);
    editor.findChild<QLineEdit *>(u"taskListSize"_s)->setText(u"12,500"_s);
    editor.findChild<QLineEdit *>(u"taskHours"_s)->setText(u"Mon-Fri 9:00-20:00"_s);
    editor.findChild<QComboBox *>(u"taskRule"_s)->setCurrentIndex(1);
    auto *codes = editor.findChild<QListWidget *>(u"taskCodes"_s);
    QVERIFY(!editor.findChild<QPushButton *>(u"taskSave"_s)->isEnabled());
    for (int row = 0; row < codes->count(); ++row) {
        if (codes->item(row)->text().startsWith(u"19 "_s))
            codes->item(row)->setCheckState(Qt::Checked);
    }
    QSignalSpy saved(&editor, &TaskEditor::saved);
    QTest::mouseClick(editor.findChild<QPushButton *>(u"taskSave"_s), Qt::LeftButton);
    QVERIFY(saved.wait());
    QVERIFY(!editor.isVisible());
    const QList<TaskInfo> stored = tasksOf(fixture);
    QCOMPARE(stored.size(), 1);
    QCOMPARE(stored[0].alias, u"春季回访"_s);
    QCOMPARE(stored[0].listSize, 12'500);
    QCOMPARE(stored[0].successCodes, QStringList{u"19"_s});
    QCOMPARE(storedHoursText(stored[0].callingHours), u"Mon–Fri 09:00–20:00"_s);
    QTRY_COMPARE(fixture.feed.taskName(u"7"_s), u"春季回访"_s);
}

void TestSettingsCampaigns::editorSaysWhatIsWrongBesideTheField()
{
    PageFixture fixture;
    TaskInfo task;
    task.taskId = u"7"_s;
    TaskEditor editor(fixture.services(), task);
    auto *save = editor.findChild<QPushButton *>(u"taskSave"_s);
    QVERIFY(save->isEnabled());
    const std::pair<const char *, const char *> wrong[] = {
        {"taskListSize", "many"}, {"taskListSize", "-1"}, {"taskHours", "when it suits"}};
    for (const auto &[name, text] : wrong) {
        auto *edit = editor.findChild<QLineEdit *>(QString::fromLatin1(name));
        edit->setText(QString::fromLatin1(text));
        QVERIFY2(!save->isEnabled(), text);
        auto *note = editor.findChild<QLabel *>(QString::fromLatin1(name) + u"Note"_s);
        QCOMPARE(note->property("styleClass").toString(), u"bad"_s);
        QVERIFY(note->text().contains(QString::fromLatin1(text)));
        edit->clear();
        QVERIFY(save->isEnabled());
    }
}

void TestSettingsCampaigns::anEditorKeepsItsTextWhenTheStoreIsClosed()
{
    PageFixture fixture;
    TaskInfo task;
    task.taskId = u"7"_s;
    TaskEditor editor(fixture.services(), task);
    editor.open();
    editor.findChild<QLineEdit *>(u"taskName"_s)->setText(u"x"_s);
    fixture.receiver.shutdown();
    fixture.writer.stop();
    QTest::mouseClick(editor.findChild<QPushButton *>(u"taskSave"_s), Qt::LeftButton);
    auto *status = editor.findChild<QLabel *>(u"taskStatus"_s);
    QTRY_VERIFY(status->text().startsWith(u"Not saved"_s));
    QVERIFY(editor.isVisible());
    QCOMPARE(editor.edited().alias, u"x"_s);
}

void TestSettingsCampaigns::planKeepsWhatIsNotSaid()
{
    TaskInfo known;
    known.taskId = u"7"_s;
    known.alias = u"old"_s;
    known.listSize = 10;
    known.successCodes = {u"19"_s};
    const TaskImportPlan plan =
        planTaskImport(readTaskImport("task_id,alias,list_size\n7,,20\n8,new,\n9,bad,x\n"), {known});
    QCOMPARE(plan.count(TaskChange::Changed), 1);
    QCOMPARE(plan.count(TaskChange::New), 1);
    QCOMPARE(plan.count(TaskChange::Refused), 1);
    QCOMPARE(plan.tasks[0].after.alias, u"old"_s);
    QCOMPARE(plan.tasks[0].after.listSize, 20);
    QCOMPARE(plan.tasks[0].after.successCodes, known.successCodes);
    QCOMPARE(plan.toWrite(), (QList<TaskInfo>{plan.tasks[0].after, plan.tasks[1].after}));
}

void TestSettingsCampaigns::importShowsFirstAndWritesAtOnce()
{
    PageFixture fixture;
    fixture.pushCall(1, 60);
    TaskImportDialog dialog(fixture.services());
    dialog.open();
    auto *table = tableOf(dialog, u"importTable"_s);
    const QAbstractItemModelTester tester(table->model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    auto *start = dialog.findChild<QPushButton *>(u"importStart"_s);
    // "任务ID;任务名称;名单数量" in GBK, as a Chinese spreadsheet saves it.
    dialog.setFile(fileWith(fixture,
                            "\xc8\xce\xce\xf1ID;\xc8\xce\xce\xf1\xc3\xfb\xb3\xc6;\xc3\xfb\xb5\xa5\xca\xfd\xc1\xbf\r\n"
                            "7;\xb4\xba\xbc\xbe;500\r\n8;x;600\r\n"));
    QTRY_VERIFY(start->isEnabled());
    QCOMPARE(table->model()->rowCount(), 2);
    QCOMPARE(cellText(*table, 0, u"effect"_s), u"changed"_s);
    QCOMPARE(cellText(*table, 1, u"effect"_s), u"new"_s);
    QCOMPARE(tasksOf(fixture).size(), 1);
    QSignalSpy imported(&dialog, &TaskImportDialog::imported);
    QTest::mouseClick(start, Qt::LeftButton);
    QVERIFY(imported.wait());
    const QList<TaskInfo> stored = tasksOf(fixture);
    QCOMPARE(stored.size(), 2);
    QCOMPARE(stored[0].alias, u"春季"_s);
    QCOMPARE(stored[1].listSize, 600);
    QVERIFY(dialog.findChild<QLabel *>(u"importStatus"_s)->text().contains(u"2 campaigns"_s));
    QTest::mouseClick(dialog.findChild<QPushButton *>(u"importAgain"_s), Qt::LeftButton);
    QTRY_COMPARE(dialog.plan().count(TaskChange::Same), 2);
    QVERIFY(!start->isEnabled());
}

void TestSettingsCampaigns::importLeavesOutLinesWithMistakes()
{
    PageFixture fixture;
    TaskImportDialog dialog(fixture.services());
    dialog.open();
    auto *status = dialog.findChild<QLabel *>(u"importStatus"_s);
    auto *start = dialog.findChild<QPushButton *>(u"importStart"_s);
    dialog.setFile(fileWith(fixture, "task_id,list_size\n8,many\n"));
    QTRY_VERIFY(status->text().contains(u"not imported: 1."_s));
    QVERIFY(!start->isEnabled());
    dialog.setFile(fileWith(fixture, "task_id,list_size\n7,500\n8,many\n"));
    QTRY_VERIFY(start->isEnabled());
    auto *table = tableOf(dialog, u"importTable"_s);
    QVERIFY(cellText(*table, 1, u"effect"_s).startsWith(u"not imported: "_s));
    QVERIFY(cellText(*table, 1, u"effect"_s).contains(u"many"_s));
    QTest::mouseClick(start, Qt::LeftButton);
    QTRY_VERIFY(status->text().startsWith(u"Imported: 1 "_s));
    QVERIFY(status->text().contains(u"not imported: 1."_s));
    QCOMPARE(tasksOf(fixture).size(), 1);
    dialog.setFile(fixture.path(u"nowhere.csv"_s));
    QTRY_VERIFY(status->text().contains(u"Nothing was imported"_s));
}

void TestSettingsCampaigns::importShowsWhatIsLeftOutAndChanged()
{
    PageFixture fixture;
    TaskImportDialog dialog(fixture.services());
    dialog.open();
    auto *table = tableOf(dialog, u"importTable"_s);
    dialog.setFile(fileWith(fixture, "名单一览,,\n任务ID,任务名称,名单量\n=\"0017\",春,100\n合计,,100\n"));
    QTRY_COMPARE(table->model()->rowCount(), 3);
    const auto text = [table](int row, const QString &column) { return cellText(*table, row, column); };
    QCOMPARE(text(0, u"line"_s), u"1"_s);
    QVERIFY(text(0, u"effect"_s).startsWith(u"left out: "_s));
    QCOMPARE(text(0, u"task"_s), u"名单一览"_s);
    QCOMPARE(text(0, u"name"_s), QString());
    QVERIFY(text(1, u"effect"_s).startsWith(u"new: "_s));
    QVERIFY(text(1, u"effect"_s).contains(u"\"0017\" is taken"_s));
    QCOMPARE(text(2, u"line"_s), u"4"_s);
    const QString status = dialog.findChild<QLabel *>(u"importStatus"_s)->text();
    QVERIFY2(status.contains(u"no campaigns: 2."_s) && status.contains(u"in the file: 1."_s), qPrintable(status));
}

void TestSettingsCampaigns::theEncodingCanBeChosen()
{
    PageFixture fixture;
    TaskImportDialog dialog(fixture.services());
    dialog.open();
    auto *box = dialog.findChild<QComboBox *>(u"importEncoding"_s);
    auto *table = tableOf(dialog, u"importTable"_s);
    const auto name = [table] { return cellText(*table, 0, u"name"_s); };
    dialog.setFile(fileWith(fixture, "task_id,name\nH2,\xb0\xaa\xb6\xaf\n"));
    QTRY_COMPARE(name(), u"蔼动"_s);
    QCOMPARE(box->currentText(), u"Automatic (GB18030)"_s);
    box->setCurrentIndex(box->findData(u"Big5"_s));
    Q_EMIT box->activated(box->currentIndex());
    QTRY_COMPARE(name(), u"高雄"_s);
    dialog.setFile(fileWith(fixture, "task_id,name\nH2,x\n"));
    QTRY_COMPARE(name(), u"x"_s);
    QCOMPARE(box->currentText(), u"Automatic (UTF-8)"_s);
}

void TestSettingsCampaigns::aLongPreviewBeginsWithRemarks()
{
    QByteArray list("task_id,list_size\n");
    for (int i = 1; i <= 50; ++i)
        list += QByteArray::number(i) + ",10\n";
    const TaskImportPlan plan = planTaskImport(readTaskImport(list + "51,many\n合计,\n"), {});
    QCOMPARE(plan.preview(100).size(), 52);
    QCOMPARE(plan.preview(100)[0].said.line, 2);
    const QList<PlannedTask> lines = plan.preview(5);
    QCOMPARE(lines.size(), 5);
    QCOMPARE(lines[0].change, TaskChange::Refused);
    QCOMPARE(lines[1].change, TaskChange::Skipped);
    QCOMPARE(lines[2].said.line, 2);
}

void TestSettingsCampaigns::exportsComeBackUnchanged_data()
{
    QTest::addColumn<QString>("format");
    QTest::newRow("for spreadsheets") << u"csv"_s;
    QTest::newRow("for programs") << u"csv-raw"_s;
}

void TestSettingsCampaigns::exportsComeBackUnchanged()
{
    QFETCH(QString, format);
    const QString hours = readCallingHours(u"Mon-Fri 09:00-12:00, 13:30-20:00; Sat 10:00-16:00"_s)->toJson();
    QList<TaskInfo> tasks{{u"7"_s, u"春季 回访, \"二\""_s, 12'500, {u"0"_s, u"19"_s}, hours},
                          {u"0017"_s, QString(), 0, {}, QString()}};
    for (const QString &id :
         {u"2-Nov"_s, u"1002.0"_s, u"123456789012345000"_s, u"'x"_s, u"H\u200b2"_s, u"Ｈ4"_s, u"春季"_s, u"a\"b"_s})
        tasks.append({id, u"0271111111"_s, 3, {u"-1"_s}, QString()});
    for (const QString &name : {u"=1+1"_s, u"'=1"_s, u"-5 %"_s, u"2025-11-02"_s, u"（春）！"_s})
        tasks.append({u"n"_s + QString::number(tasks.size()), name, 0, {}, QString()});
    const TableExport table = taskExport(u"Campaigns"_s, tasks);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const auto writer = format == u"csv" ? makeExcelCsvWriter({}, buffer, {}) : makeRawCsvWriter({}, buffer, {});
    ReportHead head;
    head.facts = {{u"Rows"_s, u"15"_s}};
    QList<ShownRow> rows;
    PageFixture fixture;
    fixture.readers.ask<QList<ShownRow>>(
        &fixture.view, [&table](Connection &connection) { return table.rows(connection); },
        [&rows](const QList<ShownRow> &read) { rows = read; });
    QTRY_COMPARE(rows.size(), tasks.size());
    writeShownTable(table, head, rows, *writer);
    TaskImportOptions options;
    for (const TaskInfo &task : tasks)
        options.known.insert(task.taskId, task.alias);
    const TaskImportPlan plan = planTaskImport(readTaskImport(buffer.data(), options), tasks);
    QVERIFY2(plan.file.problem.isEmpty(), qPrintable(plan.file.problem));
    QCOMPARE(plan.count(TaskChange::Same), tasks.size());
    QVERIFY(plan.file.skipped.isEmpty());
    // Also where the campaigns are not known yet.
    for (const PlannedTask &task : planTaskImport(readTaskImport(buffer.data()), {}).tasks.mid(0, 2))
        QCOMPARE(task.after, tasks[task.said.line - 2]);
}

void TestSettingsCampaigns::tableListsEditsAndFilters()
{
    PageFixture fixture;
    fixture.pushCall(1, 60);
    TaskInfo other;
    other.taskId = u"12"_s;
    other.alias = u"Winter"_s;
    other.listSize = 3'000;
    QString answer = u"none"_s;
    fixture.writer.setTasks({other}, &fixture.view, [&answer](const QString &error) { answer = error; });
    QTRY_COMPARE(answer, QString());
    SettingsCampaigns section(fixture.services());
    section.resize(1'000, 500);
    section.show();
    section.setActive(true);
    auto *table = tableOf(section, u"taskTable"_s);
    const QAbstractItemModelTester tester(table->model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    QTRY_COMPARE(table->model()->rowCount(), 2);
    table->sortByColumn(cellAt(*table, 0, u"size"_s).column(), Qt::DescendingOrder);
    QCOMPARE(cellText(*table, 0, u"task"_s), u"12"_s);
    QCOMPARE(cellText(*table, 0, u"size"_s), u"3000"_s);
    section.findChild<QLineEdit *>(u"taskFilter"_s)->setText(u"wint"_s);
    QCOMPARE(table->model()->rowCount(), 1);
    table->setFocus();
    table->selectRow(0);
    QVERIFY(section.findChild<QPushButton *>(u"taskEdit"_s)->isEnabled());
    QTest::mouseClick(section.findChild<QPushButton *>(u"taskEdit"_s), Qt::LeftButton);
    auto *editor = section.findChild<TaskEditor *>();
    QVERIFY(editor != nullptr);
    QCOMPARE(editor->edited(), other);
    editor->findChild<QLineEdit *>(u"taskName"_s)->setText(u"Winter II"_s);
    QTest::mouseClick(editor->findChild<QPushButton *>(u"taskSave"_s), Qt::LeftButton);
    QTRY_COMPARE(cellText(*table, 0, u"name"_s), u"Winter II"_s);
}

QTEST_MAIN(TestSettingsCampaigns)
#include "test_settings_campaigns.moc"
