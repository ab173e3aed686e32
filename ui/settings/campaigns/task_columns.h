// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/read/queries.h"
#include "text/format.h"
#include "ui/common/tables/list_model.h"
#include "ui/session/exports/table_export.h"
#include "ui/settings/campaigns/code_words.h"
#include "ui/settings/campaigns/task_import_plan.h"

namespace callboard {

class Theme;

/// Lists of campaigns with what people said about them. What is given by reference must outlive the models.

using TaskList = ListModel<TaskInfo>;
using TaskImportList = ListModel<PlannedTask>;

/// All campaigns.
TaskList *makeTaskList(const Format &format, const CodeWord &word, QObject *parent);
/// The lines of an import, with what each would do; then the columns of all campaigns, changed values in bold.
TaskImportList *makeTaskImportList(const Theme &theme, const Format &format, const CodeWord &word, QObject *parent);

/// The campaigns as a table to export: readTaskImport() takes it back unchanged.
TableExport taskExport(const QString &title, const QList<TaskInfo> &tasks);

/// "0 Connected, 19 Transferred"; what the codes mean where the task has no rule of its own.
QString successRuleText(const QStringList &codes, const CodeWord &word);
/// Calling hours as stored, in plain words; as they are where they can't be read.
QString storedHoursText(const QString &json);

} // namespace callboard
