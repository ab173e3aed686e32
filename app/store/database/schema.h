// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database/connection.h"

namespace callboard {

/// The number of the newest schema step that this program knows.
int newestSchemaStep();

/// The step that a store stands at; 0 for an empty database.
int schemaStepOf(Connection &connection);

/// Brings a store to the newest step: each step in one transaction, with a copy of the file (`FILE.before-step-N`)
/// before the first one that changes an existing store. Throws StoreError, also for a store newer than this program:
/// such a store is never touched.
void migrateSchema(Connection &connection);

/// Of a store of a step that this program does not know.
StoreProblem newerStoreProblem(int step);

/// Throws StoreError for a store of a newer program.
void requireKnownSchema(Connection &connection);

/// Throws StoreError unless the store stands at exactly the newest step. For readers.
void requireCurrentSchema(Connection &connection);

} // namespace callboard
