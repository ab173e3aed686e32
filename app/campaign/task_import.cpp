// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/task_import.h"

#include "campaign/calling_hours_text.h"
#include "campaign/delimited_text.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <map>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MostLines = 20'000;
constexpr qsizetype MostIgnoredShown = 20;
constexpr qsizetype LargestFile = 8 * 1024 * 1024;

enum Column : quint8 { TaskId, Alias, ListSize, CallingHoursText, Rule, ColumnCount };
using Places = std::array<int, ColumnCount>; ///< of each column in the file; -1: not there

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(TaskImport)
};

/// A head without what people vary: case, blanks, underscores, hyphens.
QString plainHead(const QString &head)
{
    static const QRegularExpression varied(u"[\\s_\\-（）()]"_s);
    return QString(head).remove(varied).toLower();
}

std::optional<Column> columnOf(const QString &head)
{
    static const std::map<QString, Column> names{{u"taskid"_s, TaskId},
                                                 {u"task"_s, TaskId},
                                                 {u"campaignid"_s, TaskId},
                                                 {u"任务id"_s, TaskId},
                                                 {u"任务编号"_s, TaskId},
                                                 {u"任务号"_s, TaskId},
                                                 {u"任务"_s, TaskId},
                                                 {u"alias"_s, Alias},
                                                 {u"name"_s, Alias},
                                                 {u"taskname"_s, Alias},
                                                 {u"任务名称"_s, Alias},
                                                 {u"名称"_s, Alias},
                                                 {u"别名"_s, Alias},
                                                 {u"任务名"_s, Alias},
                                                 {u"listsize"_s, ListSize},
                                                 {u"contacts"_s, ListSize},
                                                 {u"名单量"_s, ListSize},
                                                 {u"名单数量"_s, ListSize},
                                                 {u"名单总数"_s, ListSize},
                                                 {u"名单数"_s, ListSize},
                                                 {u"号码总数"_s, ListSize},
                                                 {u"号码数量"_s, ListSize},
                                                 {u"successrule"_s, Rule},
                                                 {u"successcodes"_s, Rule},
                                                 {u"成功规则"_s, Rule},
                                                 {u"成功代码"_s, Rule},
                                                 {u"成功结果"_s, Rule},
                                                 {u"成功结果码"_s, Rule},
                                                 {u"成功判定"_s, Rule},
                                                 {u"callinghours"_s, CallingHoursText},
                                                 {u"hours"_s, CallingHoursText},
                                                 {u"呼叫时段"_s, CallingHoursText},
                                                 {u"外呼时段"_s, CallingHoursText},
                                                 {u"拨打时段"_s, CallingHoursText},
                                                 {u"呼叫时间"_s, CallingHoursText},
                                                 {u"外呼时间"_s, CallingHoursText}};
    const auto found = names.find(plainHead(head));
    return found == names.end() ? std::nullopt : std::optional(found->second);
}

/// Finds the columns; says what is wrong with the head line.
QString readHead(const QStringList &heads, Places &places, QStringList &ignored)
{
    places.fill(-1);
    for (int i = 0; i < heads.size(); ++i) {
        const auto column = columnOf(heads[i]);
        if (!column) {
            if (!heads[i].isEmpty() && ignored.size() < MostIgnoredShown)
                ignored.append(heads[i].left(LongestTaskText));
            continue;
        }
        if (places[*column] >= 0)
            return Texts::tr("Two columns are named %1. Remove one of them.").arg(heads[i]);
        places[*column] = i;
    }
    if (places[TaskId] >= 0)
        return {};
    return Texts::tr("The first line must name the columns, and one of them task_id. It says: %1")
        .arg(heads.join(u", "_s).left(LongestTaskText));
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

void checkTaskId(const QString &id, QStringList &problems)
{
    static const QRegularExpression shortened(u"^\\d[.,]\\d+E\\+\\d+$"_s, QRegularExpression::CaseInsensitiveOption);
    if (id.isEmpty())
        problems.append(Texts::tr("There is no task_id."));
    else if (shortened.match(id).hasMatch())
        problems.append(Texts::tr("The spreadsheet has rounded the number %1. Format the column as text "
                                  "and enter the task_id again.")
                            .arg(id));
    else
        checkText(id, u"task_id"_s, problems);
}

template <class Value>
void take(std::optional<Value> &to, const QString &cell, std::optional<Value> (*read)(const QString &, QString *),
          QStringList &problems)
{
    if (cell.isEmpty())
        return;
    QString problem;
    to = read(cell, &problem);
    if (!to)
        problems.append(problem);
}

ImportedTask readLine(const DelimitedRow &row, const Places &places)
{
    const auto cell = [&](Column column) { return places[column] < 0 ? QString() : row.cells.value(places[column]); };
    ImportedTask task;
    task.line = row.line;
    task.taskId = cell(TaskId);
    if (row.isBroken) { // the rest of the file stands in one cell
        task.problems.append(Texts::tr("A quotation mark is opened and never closed."));
        task.taskId.truncate(LongestTaskText);
        return task;
    }
    checkTaskId(task.taskId, task.problems);
    if (const QString alias = cell(Alias); !alias.isEmpty()) {
        checkText(alias, Texts::tr("The name"), task.problems);
        task.alias = alias.left(LongestTaskText);
    }
    take(task.listSize, cell(ListSize), readListSize, task.problems);
    take(task.callingHours, cell(CallingHoursText), readCallingHours, task.problems);
    take(task.successCodes, cell(Rule), readSuccessRule, task.problems);
    task.taskId.truncate(LongestTaskText + 1);
    return task;
}

void findRepeats(QList<ImportedTask> &tasks)
{
    QHash<QString, int> firstLines;
    for (ImportedTask &task : tasks) {
        const int first = firstLines.value(task.taskId, 0);
        if (first > 0)
            task.problems.append(
                Texts::tr("The task %1 stands in line %2 already.").arg(task.taskId, QString::number(first)));
        else
            firstLines.insert(task.taskId, task.line);
    }
}

bool fail(QString *error, const QString &why)
{
    if (error)
        *error = why;
    return false;
}

} // namespace

int TaskImport::linesWithProblems() const
{
    return static_cast<int>(
        std::count_if(tasks.begin(), tasks.end(), [](const ImportedTask &task) { return !task.problems.isEmpty(); }));
}

std::optional<QStringList> readSuccessRule(const QString &text, QString *error)
{
    static const QRegularExpression dividers(u"[\\s,，、;；|/]+"_s);
    static const QRegularExpression code(u"^-?\\d{1,4}$"_s);
    QStringList codes;
    const QStringList parts = text.split(dividers, Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        if (!code.match(part).hasMatch()) {
            fail(error,
                 Texts::tr("\"%1\" is no result code. Codes are numbers, such as 0 or 19.")
                     .arg(part.left(LongestTaskText)));
            return std::nullopt;
        }
        const QString plain = QString::number(part.toInt());
        if (!codes.contains(plain))
            codes.append(plain);
    }
    return codes;
}

std::optional<qint64> readListSize(const QString &text, QString *error)
{
    static const QRegularExpression grouped(u"^\\d{1,3}(?:[,，\\s\\x{a0}\\x{202f}]\\d{3})+$"_s);
    QString digits = text.trimmed();
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

TaskImport readTaskImport(const QByteArray &bytes)
{
    TaskImport result;
    const auto decoded = bytes.size() > LargestFile ? std::nullopt : decodeText(bytes);
    if (!decoded) {
        result.problem = bytes.size() > LargestFile
            ? Texts::tr("The file is larger than 8 MB; that is no list of campaigns.")
            : Texts::tr("The file is no text in UTF-8, UTF-16 or GBK. In the spreadsheet, save it as CSV.");
        return result;
    }
    result.encoding = decoded->encoding;
    QList<DelimitedRow> rows = delimitedRows(decoded->text, separatorOf(decoded->text), MostLines + 2);
    const bool isCut = rows.size() > MostLines + 1;
    rows.removeIf([](const DelimitedRow &row) { return row.isBlank() && !row.isBroken; });
    Places places{};
    if (rows.isEmpty())
        result.problem = Texts::tr("The file is empty.");
    else if (isCut || rows.size() > MostLines)
        result.problem = Texts::tr("The file has more than 20,000 lines.");
    else
        result.problem = readHead(rows.takeFirst().cells, places, result.ignoredColumns);
    if (!result.problem.isEmpty())
        return result;
    for (const DelimitedRow &row : std::as_const(rows))
        result.tasks.append(readLine(row, places));
    findRepeats(result.tasks);
    if (result.tasks.isEmpty())
        result.problem = Texts::tr("There is no line below the names of the columns.");
    return result;
}

} // namespace callboard
