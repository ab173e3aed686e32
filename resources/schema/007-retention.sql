-- SPDX-License-Identifier: GPL-3.0-or-later
-- Step 7: what stays of calls that are no longer kept. Their counts stand in rollup, up to meta 'calls_kept_since'.

-- Calls whose basic part never came: while they are kept they are counted from an index of their own.
CREATE TABLE past_outbound_only (
    quarter BIGINT NOT NULL,
    task_id TEXT NOT NULL,
    calls   BIGINT NOT NULL,
    PRIMARY KEY (quarter, task_id)
) @CLUSTERED@;

-- Contacts that have no kept call any more, so that their keys are gone.
CREATE TABLE past_contact (
    task_id  TEXT NOT NULL PRIMARY KEY,
    contacts BIGINT NOT NULL
) @CLUSTERED@;
