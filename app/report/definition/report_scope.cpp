// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/definition/report_scope.h"

#include "record/filter/call_choices.h"
#include "store/settings/meaning_table.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

namespace callboard {

using namespace Qt::StringLiterals;

namespace {

/// The meanings of a period's own time are those that held at its end.
qint64 momentOfRules(const ReportRequest &request)
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    if (request.meaningsOf == MeaningsOf::Today)
        return now;
    const qint64 known = request.asOf > 0 ? std::min(now, request.asOf) : now;
    return std::clamp<qint64>(request.filter.range.to - 1, 0, known);
}

} // namespace

ReportScope::ReportScope(const ReportRequest &request, Connection &connection, const ReportCancelled &cancelled)
    : m_request(request)
    , m_connection(connection)
    , m_cancelled(cancelled)
    , m_rulesAt(momentOfRules(request))
    , m_rules(loadRules(connection, m_rulesAt))
{
    const QList<TaskInfo> tasks = loadTasks(connection);
    for (const TaskInfo &task : tasks)
        m_tasks.insert(task.taskId, task);
}

QString ReportScope::taskName(const QString &taskId) const
{
    if (taskId.isEmpty())
        return QCoreApplication::translate("Report", "(no campaign)");
    const QString alias = m_tasks.value(taskId).alias;
    return alias.isEmpty() ? taskId : alias;
}

QString ReportScope::codeWord(const QString &code) const
{
    return m_rules.meanings().word(code, {}, programSpeaksChinese());
}

QString ReportScope::codeTitle(const QString &code) const
{
    const QString word = codeWord(code);
    return code.isEmpty() || code == word ? word : code + u' ' + word;
}

QString ReportScope::codeClass(const QString &code) const
{
    return code.isEmpty() ? QString() : outcomeClassWord(m_rules.meanings().classOf(code, false));
}

QStringList ReportScope::inOrder(const QSet<QString> &codes) const
{
    return codesInOrder(codes, m_rules.meanings());
}

QString ReportScope::number(const QString &number) const
{
    return isMasked() ? maskNumber(number) : number;
}

QString ReportScope::shown(const QString &text) const
{
    return isMasked() ? maskText(text) : text;
}

FilterWordsContext ReportScope::words() const
{
    const auto name = [this](const QString &taskId) {
        const QString alias = m_tasks.value(taskId).alias;
        return alias.isEmpty() ? taskName(taskId) : u"%1 (%2)"_s.arg(alias, taskId);
    };
    return {m_request.zone, m_request.privacy, m_request.personalColumns, name,
            [this](const QString &code) { return codeWord(code); }};
}

void ReportScope::checkCancelled() const
{
    if (m_cancelled && m_cancelled())
        throw ReportCancelledError();
}

} // namespace callboard
