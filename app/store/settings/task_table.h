// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database/connection.h"

namespace callboard {

struct TaskInfo;

/// Writes what people say about a task, inside a transaction of the caller's. `listSize` 0: unknown. Throws StoreError.
void writeTask(Connection &connection, const QString &taskId, const QString &alias, qint64 listSize);
/// The same with calling hours and success rule.
void writeTask(Connection &connection, const TaskInfo &task);

} // namespace callboard
