// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/calling_hours_text.h"
#include "campaign/delimited_text.h"
#include "campaign/task_cells.h"
#include "campaign/task_import.h"
#include "campaign/text_encoding.h"
#include "fuzz_targets.h"

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MostRows = 500;

const char *brokenTable(const QByteArray &input)
{
    const std::optional<DecodedText> decoded = decodeText(input);
    if (!decoded)
        return nullptr;
    if (!decoded->text.isValidUtf16() || decoded->text.contains(QChar(u'\0')))
        return "read as text, but none that can be stored";
    const QList<DelimitedRow> rows = delimitedRows(decoded->text, separatorsOf(decoded->text).first(), MostRows);
    if (rows.size() > MostRows)
        return "more rows than were allowed";
    int line = 0;
    for (const DelimitedRow &row : rows) {
        if (row.line <= line)
            return "lines that do not count up";
        line = row.line;
        for (const QString &cell : row.cells) {
            if (cell.startsWith(u' ') || cell.endsWith(u' '))
                return "a cell with blanks around it";
        }
    }
    return nullptr;
}

const char *brokenTask(const ImportedTask &task)
{
    if (!task.problems.isEmpty())
        return task.problems.contains(QString()) ? "a problem without words" : nullptr;
    if (task.taskId.isEmpty() || task.taskId.size() > LongestTaskText)
        return "taken without a usable id";
    if (visibleText(task.taskId).contains(u"<U+"_s) && !task.taskId.contains(u"<U+"_s))
        return "taken with an id that holds what can't be seen";
    if (task.alias && task.alias->size() > LongestTaskText)
        return "taken with an alias that is too long";
    if (task.listSize && (*task.listSize < 0 || *task.listSize > LargestList))
        return "taken with an impossible size";
    if (task.callingHours && CallingHours::parse(task.callingHours->toJson()) != task.callingHours)
        return "calling hours that can't be stored";
    if (task.callingHours && readCallingHours(callingHoursText(*task.callingHours)) != task.callingHours)
        return "calling hours that read otherwise than they are shown";
    return nullptr;
}

const char *broken(const QByteArray &input)
{
    if (const char *fault = brokenTable(input))
        return fault;
    const TaskImport import = readTaskImport(input);
    for (const ImportedTask &task : import.tasks) {
        if (const char *fault = brokenTask(task))
            return fault;
    }
    if (import.skippedLines < import.skipped.size())
        return "more lines left out than there are";
    return import.problem.isEmpty() && import.encoding.isEmpty() ? "taken without its encoding" : nullptr;
}

QList<QByteArray> seeds()
{
    return {"task_id,alias,list_size,calling_hours,success_rule\n1,\"a,b\",\"7,300\",Mon-Fri 09:00-12:00; Sat "
            "10:00-16:00,0 18\n",
            "\xEF\xBB\xBF任务编号;别名;名单数量;呼叫时间;成功规则\r\n7;春;300;周一至周五 09:00–20:00;0\r\n8;;;工作日 "
            "9:00-24:00;\"0|18\"\r\n",
            "task_id\talias\tother\n7\t\"x\"\"y\nz\"\t1\n\n8\t\t\n",
            QByteArray("\xFF\xFEt\0a\0s\0k\0_\0i\0d\0\n\0001\0", 20),
            "task_id,alias\n1,\xB4\xBA\n",
            "task_id,name,list_size\r\nH2,\xCB\xAB\xCA\xAE\xD2\xBB,1200\r\n",
            "sep=;\r\n2025年名单,,\r\n*任务ID（必填）;名称;名单\r\n;;数量\r\n=\"1002\";春;\"1,200\"\r\n合计;;"
            "1200\r\n制表：王五\r\n",
            "task_id,list_size\n\"1E+15,1\n2-Nov,2\n1002.0,3\nH\xE2\x80\x8B"
            "3,４\n",
            "task_id,calling_hours\n1,\"[{\"\"days\"\":[1,2],\"\"from\"\":\"\"22:00\"\",\"\"to\"\":\"\"06:00\"\"}]"
            "\"\n2,daily 00:00-24:00\n"};
}

} // namespace

FuzzTarget listTarget()
{
    return {"list",
            &broken,
            &seeds,
            {"\"",
             "\"\"",
             ",",
             ";",
             "\t",
             "\r",
             "\n",
             "task_id",
             "list_size",
             "周六、日",
             "weekend",
             "1-5",
             "24:00",
             "09:00-",
             "1,000,000,000",
             "\xEF\xBB\xBF",
             "\xFF\xFE",
             "\xFE\xFF",
             QByteArray("\0", 1),
             "\x81\x30\x81\x30"}};
}

} // namespace callboard
