// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/campaigns/task_import_dialog.h"

#include "campaign/text_encoding.h"
#include "store/write/store_writer.h"
#include "ui/common/tables/list_view.h"
#include "ui/common/theme/label_style.h"
#include "ui/common/theme/plain_text.h"
#include "ui/common/theme/theme.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr int Unit = Theme::Unit;
constexpr QSize DialogSize{260 * Unit, 150 * Unit};
constexpr qsizetype MostLinesShown = 300;

} // namespace

TaskImportDialog::TaskImportDialog(const Services &services, QWidget *parent)
    : QDialog(parent)
    , m_services(services)
    , m_model(makeTaskImportList(services.theme, services.format, codeWords(services), this))
{
    setTitle(this, tr("Import campaigns"));
    makeWidgets();
    layOut();
    connect(m_browse, &QPushButton::clicked, this, &TaskImportDialog::chooseFile);
    connect(m_again, &QPushButton::clicked, this, &TaskImportDialog::readFile);
    connect(m_encoding, &QComboBox::activated, this, &TaskImportDialog::readFile);
    connect(m_file, &QLineEdit::returnPressed, this, &TaskImportDialog::readFile);
    connect(m_import, &QPushButton::clicked, this, &TaskImportDialog::write);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
}

TaskImportDialog::~TaskImportDialog()
{
    m_reading.cancel();
}

void TaskImportDialog::makeWidgets()
{
    m_file = new QLineEdit;
    m_file->setObjectName(u"importFile"_s);
    m_file->setAccessibleName(tr("File"));
    m_file->setPlaceholderText(tr("CSV file with a line of column names"));
    m_browse = new QPushButton(tr("Choose…"));
    m_browse->setAutoDefault(false);
    m_again = new QPushButton(tr("Read again"));
    m_again->setObjectName(u"importAgain"_s);
    m_again->setAutoDefault(false);
    m_hint = new PlainLabel(
        tr("Columns: task_id, alias, list_size, calling_hours, success_rule, or 任务ID, 任务名称, 名单数量, "
           "呼叫时段, 成功规则; only task_id must be there. A column that is missing and an empty cell leave "
           "what is known as it is."));
    m_hint->setProperty("styleClass", u"caption"_s);
    m_hint->setWordWrap(true);
    m_status = new PlainLabel;
    m_status->setObjectName(u"importStatus"_s);
    m_status->setWordWrap(true);
    m_import = new QPushButton(tr("Import"));
    m_import->setObjectName(u"importStart"_s);
    m_import->setProperty("styleClass", u"primary"_s);
    m_import->setAutoDefault(false);
    m_import->setEnabled(false);
    m_close = new QPushButton(tr("Close"));
    m_close->setAutoDefault(false);
    makeTable();
    makeEncodings();
}

void TaskImportDialog::makeTable()
{
    m_table = new ListView(u"importTable"_s, *m_model);
    m_table->setAccessibleName(tr("Lines of the file"));
    m_table->setSelectionMode(QTableView::ExtendedSelection);
    m_table->setWordWrap(true);
    const int widths[] = {12 * Unit, 76 * Unit, 30 * Unit, 36 * Unit, 20 * Unit, 46 * Unit};
    for (int column = 0; column < static_cast<int>(std::size(widths)); ++column)
        m_table->setColumnWidth(column, widths[column]);
}

void TaskImportDialog::makeEncodings()
{
    m_encoding = new QComboBox;
    m_encoding->setObjectName(u"importEncoding"_s);
    m_encoding->setAccessibleName(tr("Encoding"));
    m_encoding->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_encoding->addItem(QString(), QString());
    for (const QString &encoding : textEncodings())
        m_encoding->addItem(encoding == u"GB18030" ? tr("GB18030 (GBK)") : encoding, encoding);
    m_shown = new PlainLabel;
    m_shown->setObjectName(u"importShown"_s);
    m_shown->setProperty("styleClass", u"caption"_s);
    showEncoding();
}

void TaskImportDialog::layOut()
{
    auto *file = new QHBoxLayout;
    file->addWidget(m_file, 1);
    file->addWidget(m_browse);
    file->addWidget(m_again);
    auto *reading = new QHBoxLayout;
    auto *label = new PlainLabel(tr("Encoding"));
    label->setBuddy(m_encoding);
    reading->addWidget(label);
    reading->addWidget(m_encoding);
    reading->addWidget(m_shown, 1);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_import);
    buttons->addWidget(m_close);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(3 * Unit);
    layout->addLayout(file);
    layout->addWidget(m_hint);
    layout->addLayout(reading);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_status);
    layout->addLayout(buttons);
    resize(DialogSize);
}

void TaskImportDialog::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Import campaigns"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Tables (*.csv *.tsv *.txt)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &TaskImportDialog::setFile);
    dialog->open();
}

void TaskImportDialog::setFile(const QString &path)
{
    m_file->setText(QDir::toNativeSeparators(path));
    m_encoding->setCurrentIndex(0);
    readFile();
}

void TaskImportDialog::readFile()
{
    const QString path = m_file->text().trimmed();
    if (path.isEmpty())
        return say(u"bad"_s, tr("Choose a file first."));
    m_reading.cancel();
    m_import->setEnabled(false);
    m_reading = m_services.readers.ask<TaskImportPlan>(
        this,
        [path, encoding = m_encoding->currentData().toString()](Connection &connection) {
            return readTaskImportFile(path, encoding, loadTasks(connection));
        },
        [this](const TaskImportPlan &plan) { showPlan(plan); }, [this](const QString &why) { say(u"bad"_s, why); });
}

void TaskImportDialog::showPlan(const TaskImportPlan &plan)
{
    m_plan = plan;
    const QList<PlannedTask> lines = plan.preview(MostLinesShown);
    const qsizetype all = plan.tasks.size() + plan.file.skippedLines;
    m_model->setRows(lines);
    m_table->resizeRowsToContents();
    for (int row = 0; row < m_model->rowCount(); ++row)
        m_table->setRowHeight(row, m_table->rowHeight(row) + 2 * Unit);
    m_shown->setText(lines.size() == all
                         ? QString()
                         : tr("%1 of %2 lines are shown, those with remarks first.")
                               .arg(m_services.format.count(lines.size()), m_services.format.count(all)));
    showEncoding();
    m_import->setEnabled(!plan.toWrite().isEmpty());
    if (!plan.file.problem.isEmpty())
        return say(u"bad"_s, tr("%1 Nothing was imported.").arg(plan.file.problem));
    const bool isWhole = plan.count(TaskChange::Refused) == 0;
    say(isWhole ? u"good"_s : plan.file.canBeTaken() ? u"warning"_s : u"bad"_s, summary());
}

/// What was recognised stands beside the choice.
void TaskImportDialog::showEncoding()
{
    const bool isKnown = m_encoding->currentIndex() == 0 && !m_plan.file.encoding.isEmpty();
    m_encoding->setItemText(0, isKnown ? tr("Automatic (%1)").arg(m_plan.file.encoding) : tr("Automatic"));
}

QString TaskImportDialog::summary() const
{
    const Format &format = m_services.format;
    QStringList parts{tr("Read as %1: %2 new, %3 changed, %4 unchanged.")
                          .arg(m_plan.file.encoding, format.count(m_plan.count(TaskChange::New)),
                               format.count(m_plan.count(TaskChange::Changed)),
                               format.count(m_plan.count(TaskChange::Same)))};
    if (const int wrong = m_plan.count(TaskChange::Refused); wrong > 0)
        parts.append(tr("Lines with errors, which are not imported: %1.").arg(format.count(wrong)));
    if (const int noted = m_plan.linesWithNotes(); noted > 0)
        parts.append(tr("Lines that are taken otherwise than they stand in the file: %1.").arg(format.count(noted)));
    if (m_plan.file.skippedLines > 0)
        parts.append(tr("Lines that are left out, because they are no campaigns: %1.")
                         .arg(format.count(m_plan.file.skippedLines)));
    if (!m_plan.file.ignoredColumns.isEmpty())
        parts.append(tr("Ignored columns: %1.").arg(m_plan.file.ignoredColumns.join(u", "_s)));
    return parts.join(u' ');
}

void TaskImportDialog::write()
{
    const QList<TaskInfo> tasks = m_plan.toWrite();
    m_import->setEnabled(false);
    m_services.writer.setTasks(tasks, this, [this, count = static_cast<int>(tasks.size())](const QString &error) {
        showWritten(count, error);
    });
}

void TaskImportDialog::showWritten(int campaigns, const QString &error)
{
    if (!error.isEmpty()) {
        m_import->setEnabled(true);
        return say(u"bad"_s, tr("Nothing was imported. No campaign was changed. %1").arg(error));
    }
    const Format &format = m_services.format;
    QString text =
        tr("Imported: %1 campaigns. %2 were already up to date. Campaigns that are not in the file were not changed.")
            .arg(format.count(campaigns), format.count(m_plan.count(TaskChange::Same)));
    const int wrong = m_plan.count(TaskChange::Refused);
    if (wrong > 0)
        text += u' ' + tr("Lines with errors, which are not imported: %1.").arg(format.count(wrong));
    say(wrong > 0 ? u"warning"_s : u"good"_s, text);
    Q_EMIT imported(campaigns);
}

void TaskImportDialog::say(const QString &styleClass, const QString &text)
{
    setText(m_status, styleClass, text);
}

} // namespace callboard
