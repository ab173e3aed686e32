-- SPDX-License-Identifier: GPL-3.0-or-later
-- Step 4: reports that are made again and again, and how their runs went.

-- definition: JSON.
CREATE TABLE report_schedule (
    id         BIGINT NOT NULL PRIMARY KEY,
    definition TEXT NOT NULL
) @CLUSTERED@;

-- One attempt at one run. due_at: when it was to be made (epoch ms). attempt: from 1; 0 where a person asked for it. The
-- name and the report are as they were then. finished_at is 0 until then; file is '' where none was written.
CREATE TABLE report_run (
    schedule_id   BIGINT NOT NULL,
    due_at        BIGINT NOT NULL,
    attempt       BIGINT NOT NULL,
    state         TEXT NOT NULL,
    started_at    BIGINT NOT NULL,
    finished_at   BIGINT NOT NULL DEFAULT 0,
    range_from    BIGINT NOT NULL,
    range_to      BIGINT NOT NULL,
    schedule_name TEXT NOT NULL,
    report        TEXT NOT NULL,
    file          TEXT NOT NULL,
    row_count     BIGINT NOT NULL,
    message       TEXT NOT NULL,
    PRIMARY KEY (schedule_id, due_at, attempt)
) @CLUSTERED@;

CREATE INDEX report_run_started ON report_run (started_at);
