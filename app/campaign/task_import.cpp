// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/task_import.h"

#include "campaign/calling_hours_text.h"
#include "campaign/task_cells.h"
#include "campaign/task_lines.h"
#include "campaign/task_table.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MostLines = 20'000;
constexpr qsizetype MostSkippedShown = 200;
constexpr qsizetype MostCellsShown = 8;
constexpr qsizetype MostCellText = 1'000; ///< more is no hours and no rule
constexpr qsizetype LargestFile = 8 * 1024 * 1024;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(TaskImport)
};

/// Blank lines apart, what stands in the lines.
QString lineText(const DelimitedRow &row)
{
    QStringList filled;
    for (const QString &cell : row.cells) {
        if (!cell.isEmpty() && filled.size() < MostCellsShown)
            filled.append(visibleText(cell));
    }
    return filled.join(u" · "_s);
}

bool hasControl(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.category() == QChar::Other_Control; });
}

void checkText(const QString &text, const QString &what, QStringList &problems)
{
    if (text.size() > LongestTaskText)
        problems.append(Texts::tr("%1 is longer than %2 characters.").arg(what).arg(LongestTaskText));
    else if (hasControl(text))
        problems.append(Texts::tr("%1 holds line breaks or control characters.").arg(what));
}

void checkTaskId(const QString &cell, const QString &id, QStringList &problems)
{
    if (id.isEmpty())
        problems.append(Texts::tr("There is no task_id."));
    else if (const QString spoilt = spoiltId(cell); !spoilt.isEmpty())
        problems.append(spoilt);
    else
        checkText(id, u"task_id"_s, problems);
}

/// Reads the lines below the names of the columns.
class LineReader
{
public:
    LineReader(TaskImport &result, const TaskColumns &columns, const QHash<QString, QString> &known)
        : m_result(result)
        , m_columns(columns)
        , m_known(known)
    { }

    void read(const DelimitedRow &row);
    void skip(const DelimitedRow &row, const QString &reason);

private:
    ImportedTask task(const DelimitedRow &row) const;
    void readId(const DelimitedRow &row, ImportedTask &task) const;
    void readName(const DelimitedRow &row, ImportedTask &task) const;
    template <class Value>
    void readValue(const DelimitedRow &row, TaskColumn column, std::optional<Value> &to,
                   std::optional<Value> (*reader)(const QString &, QString *), ImportedTask &task) const;
    bool hasCellsBehind(const DelimitedRow &row) const;
    void checkRepeat(ImportedTask &task);

    TaskImport &m_result;
    TaskColumns m_columns;
    const QHash<QString, QString> &m_known;
    QHash<QString, int> m_firstLines; ///< of each task_id that can be taken
};

void LineReader::skip(const DelimitedRow &row, const QString &reason)
{
    ++m_result.skippedLines;
    if (m_result.skipped.size() < MostSkippedShown)
        m_result.skipped.append({row.line, lineText(row), reason});
}

void LineReader::read(const DelimitedRow &row)
{
    const QString id = m_columns.cell(row, TaskColumn::TaskId);
    const LineKind kind = row.isBroken ? LineKind::Campaign : lineKind(row, m_columns, m_known.contains(id));
    if (kind != LineKind::Campaign)
        skip(row, lineKindText(kind));
    if (kind == LineKind::Names)
        m_columns = *columnsOf(row.cells); // a further table, perhaps in another order
    if (kind != LineKind::Campaign)
        return;
    ImportedTask read = task(row);
    checkRepeat(read);
    m_result.tasks.append(read);
}

/// What is taken otherwise than it stands there is noted.
void noteChange(const QString &what, const QString &cell, const QString &taken, QStringList &notes)
{
    if (cell != taken && !taken.isEmpty())
        notes.append(
            Texts::tr("%1: \"%2\" in the file, \"%3\" is taken.").arg(what, visibleText(cell), visibleText(taken)));
    else if (cell != taken)
        notes.append(Texts::tr("%1: \"%2\" counts as an empty cell.").arg(what, visibleText(cell)));
}

void LineReader::readId(const DelimitedRow &row, ImportedTask &task) const
{
    const QString cell = m_columns.cell(row, TaskColumn::TaskId);
    const bool isKnown = m_known.contains(cell);
    task.taskId = isKnown ? cell : idOfCell(cell);
    if (!isKnown)
        checkTaskId(cell, task.taskId, task.problems);
    if (task.problems.isEmpty())
        noteChange(Texts::tr("The task_id"), cell, task.taskId, task.notes);
    task.taskId.truncate(LongestTaskText + 1);
}

void LineReader::readName(const DelimitedRow &row, ImportedTask &task) const
{
    const QString cell = m_columns.cell(row, TaskColumn::Alias);
    if (const auto known = m_known.constFind(task.taskId);
        known != m_known.constEnd() && !cell.isEmpty() && *known == cell) {
        task.alias = cell;
        return;
    }
    const QString name = valueOfCell(cell).isEmpty() ? QString() : nameOfCell(cell);
    if (name != cell)
        noteChange(Texts::tr("The name"), cell, name, task.notes);
    if (name.isEmpty())
        return;
    if (const QString spoilt = spoiltName(cell); !spoilt.isEmpty())
        task.problems.append(spoilt);
    else
        checkText(name, Texts::tr("The name"), task.problems);
    task.alias = name.left(LongestTaskText);
}

QString columnText(TaskColumn column)
{
    if (column == TaskColumn::ListSize)
        return Texts::tr("The list size");
    return column == TaskColumn::CallingHours ? Texts::tr("The calling hours") : Texts::tr("The success rule");
}

template <class Value>
void LineReader::readValue(const DelimitedRow &row, TaskColumn column, std::optional<Value> &to,
                           std::optional<Value> (*reader)(const QString &, QString *), ImportedTask &task) const
{
    const QString cell = m_columns.cell(row, column), value = valueOfCell(cell);
    if (value != cell)
        noteChange(columnText(column), cell, value, task.notes);
    if (value.isEmpty())
        return;
    QString problem;
    if (value.size() > MostCellText)
        problem = Texts::tr("%1 is longer than %2 characters.").arg(columnText(column)).arg(MostCellText);
    else
        to = reader(value, &problem);
    if (!problem.isEmpty())
        task.problems.append(problem);
}

bool LineReader::hasCellsBehind(const DelimitedRow &row) const
{
    const QStringList behind = row.cells.mid(m_columns.cells);
    return std::any_of(behind.begin(), behind.end(), [](const QString &cell) { return !cell.trimmed().isEmpty(); });
}

ImportedTask LineReader::task(const DelimitedRow &row) const
{
    ImportedTask task;
    task.line = row.line;
    if (row.isBroken) {
        task.taskId = m_columns.cell(row, TaskColumn::TaskId).left(LongestTaskText);
        task.problems.append(Texts::tr("A quotation mark is not closed at the end of its cell."));
        return task;
    }
    readId(row, task);
    readName(row, task);
    readValue(row, TaskColumn::ListSize, task.listSize, readListSize, task);
    readValue(row, TaskColumn::CallingHours, task.callingHours, readCallingHours, task);
    readValue(row, TaskColumn::SuccessRule, task.successCodes, readSuccessRule, task);
    if (hasCellsBehind(row))
        task.problems.append(
            Texts::tr("The line has more cells than there are columns. A cell with a comma in it needs "
                      "quotation marks."));
    return task;
}

void LineReader::checkRepeat(ImportedTask &task)
{
    const int first = m_firstLines.value(task.taskId, 0);
    if (first > 0)
        task.problems.append(
            Texts::tr("The task %1 stands in line %2 already.").arg(task.taskId, QString::number(first)));
    else if (task.problems.isEmpty())
        m_firstLines.insert(task.taskId, task.line);
}

bool fail(QString *error, const QString &why)
{
    if (error)
        *error = why;
    return false;
}

QString fileProblem(const QByteArray &bytes, const QString &encoding)
{
    if (bytes.size() > LargestFile)
        return Texts::tr("The file is larger than 8 MB; that is no list of campaigns.");
    if (!encoding.isEmpty())
        return Texts::tr("The file is no text in %1. Choose another encoding.").arg(encoding);
    return Texts::tr("The file is no text in UTF-8, UTF-16, GBK or Big5. In the spreadsheet, save it as CSV.");
}

/// Why the rows are no list of campaigns; empty where they may be one.
QString tableProblem(const QList<DelimitedRow> &rows, bool isCut, const TaskTable &table)
{
    if (rows.isEmpty())
        return Texts::tr("The file is empty.");
    if (isCut || rows.size() > MostLines)
        return Texts::tr("The file has more than 20,000 lines.");
    if (!table.columns || table.headRow + table.headRows > rows.size())
        return Texts::tr("No line names the columns, one of them task_id. The first line says: %1")
            .arg(lineText(rows.first()));
    if (!table.columns->repeated.isEmpty())
        return Texts::tr("Two columns are named %1. Remove one of them.").arg(visibleText(table.columns->repeated));
    return {};
}

/// Of the whole lines: the table was found in the first part of a file.
TaskColumns columnsIn(const QList<DelimitedRow> &rows, const TaskTable &table)
{
    const QStringList first = rows[table.headRow].cells;
    const auto columns = columnsOf(table.headRows == 1 ? first : joinedHeads(first, rows[table.headRow + 1].cells));
    return columns.value_or(*table.columns);
}

} // namespace

int TaskImport::linesWithProblems() const
{
    return static_cast<int>(
        std::count_if(tasks.begin(), tasks.end(), [](const ImportedTask &task) { return !task.problems.isEmpty(); }));
}

std::optional<QStringList> readSuccessRule(const QString &text, QString *error)
{
    static const QRegularExpression dividers(u"[,，、;；|/]+"_s);
    static const QRegularExpression codes(u"^\\s*-?\\d{1,4}(?:\\s+-?\\d{1,4})*\\s*$|^\\s*$"_s);
    static const QRegularExpression withWord(u"^\\s*(-?\\d{1,4})\\s+[^\\d]+$"_s);
    QStringList read;
    for (const QString &part : text.split(dividers)) {
        const auto word = withWord.match(part);
        if (!word.hasMatch() && !codes.match(part).hasMatch()) {
            fail(error,
                 Texts::tr("\"%1\" is no result code. Codes are numbers, such as 0 or 19.")
                     .arg(part.trimmed().left(LongestTaskText)));
            return std::nullopt;
        }
        for (const QString &code : word.hasMatch() ? QStringList{word.captured(1)} : part.simplified().split(u' ')) {
            if (const QString plain = QString::number(code.toInt()); !code.isEmpty() && !read.contains(plain))
                read.append(plain);
        }
    }
    return read;
}

std::optional<qint64> readListSize(const QString &text, QString *error)
{
    static const QRegularExpression grouped(u"^\\d{1,3}(?:[,，\\s\\x{a0}\\x{202f}]\\d{3})+$"_s);
    static const QRegularExpression around(u"\\.0+$|\\s*[条條个個人户戶]$"_s);
    QString digits = text.trimmed().left(LongestTaskText).remove(around);
    if (grouped.match(digits).hasMatch())
        digits.remove(QRegularExpression(u"\\D"_s));
    bool isNumber = false;
    const qint64 size = digits.toLongLong(&isNumber);
    if (isNumber && size >= 0 && size <= LargestList)
        return size;
    fail(error,
         Texts::tr("\"%1\" is no list size. It is a whole number from 0 to 1,000,000,000.")
             .arg(text.left(LongestTaskText)));
    return std::nullopt;
}

TaskImport readTaskImport(const QByteArray &bytes, const TaskImportOptions &options)
{
    TaskImport result;
    const auto table = bytes.size() > LargestFile ? std::nullopt : findTaskTable(bytes, options.encoding);
    if (!table) {
        result.problem = fileProblem(bytes, options.encoding);
        return result;
    }
    result.encoding = table->decoded.encoding;
    QList<DelimitedRow> rows = delimitedRows(table->decoded.text, table->separator, MostLines + 2);
    const bool isCut = rows.size() > MostLines + 1;
    rows.removeIf([](const DelimitedRow &row) { return row.isBlank() && !row.isBroken; });
    result.problem = tableProblem(rows, isCut, *table);
    if (!result.problem.isEmpty())
        return result;
    const TaskColumns columns = columnsIn(rows, *table);
    result.ignoredColumns = columns.ignored;
    LineReader reader(result, columns, options.known);
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (i < table->headRow)
            reader.skip(rows[i], Texts::tr("It stands above the names of the columns."));
        else if (i >= table->headRow + table->headRows)
            reader.read(rows[i]);
    }
    if (result.tasks.isEmpty())
        result.problem = Texts::tr("There is no campaign below the names of the columns.");
    return result;
}

} // namespace callboard
