// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/filter/filter_words.h"
#include "report/report.h"
#include "store/read/queries.h"

#include <QHash>
#include <QSet>

namespace callboard {

/// What every definition needs to know of the store, read once inside the caller's read transaction: what codes mean,
/// what campaigns are called. Lives as long as the report is made, on its thread.
class ReportScope
{
public:
    /// References outlive the scope. Throws StoreError.
    ReportScope(const ReportRequest &request, Connection &connection, const ReportCancelled &cancelled = {});

    const ReportRequest &request() const { return m_request; }
    const CallFilter &filter() const { return m_request.filter; }
    Connection &connection() const { return m_connection; }
    const FigureRules &rules() const { return m_rules; }
    /// The moment whose meanings and success rules count, epoch ms.
    qint64 rulesAt() const { return m_rulesAt; }

    TaskInfo task(const QString &taskId) const { return m_tasks.value(taskId); }
    /// The alias where one was given, else the id; of calls without task some words.
    QString taskName(const QString &taskId) const;
    /// "20 No answer", or just the words for "no result".
    QString codeTitle(const QString &code) const;
    QString codeWord(const QString &code) const;
    QString codeClass(const QString &code) const; ///< the class's word; empty for "no result"
    QStringList inOrder(const QSet<QString> &codes) const;

    bool isMasked() const { return m_request.privacy == Privacy::Masked; }
    QString number(const QString &number) const; ///< a phone number as the report may show it
    QString shown(const QString &text) const; ///< text of the customer's as the report may show it
    FilterWordsContext words() const;

    /// Throws ReportCancelledError when the report is not wanted any more.
    void checkCancelled() const;

private:
    const ReportRequest &m_request;
    Connection &m_connection;
    const ReportCancelled &m_cancelled;
    qint64 m_rulesAt;
    FigureRules m_rules;
    QHash<QString, TaskInfo> m_tasks;
};

} // namespace callboard
