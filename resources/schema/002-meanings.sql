-- SPDX-License-Identifier: GPL-3.0-or-later
-- Step 2: what people decide about result codes, and rollups that most second messages leave alone.

-- What a result code means from `since` (epoch ms, 0: always) on, where it differs from the catalogue. flags: ResultFlags.
CREATE TABLE result_meaning (
    code          TEXT NOT NULL,
    since         BIGINT NOT NULL,
    outcome_class BIGINT NOT NULL,
    flags         BIGINT NOT NULL,
    zh            TEXT NOT NULL,
    en            TEXT NOT NULL,
    PRIMARY KEY (code, since)
) @CLUSTERED@;

-- As before, but for success_rule: '' goes by what the result codes mean.
CREATE TABLE task_2 (
    task_id       TEXT NOT NULL PRIMARY KEY,
    alias         TEXT NOT NULL DEFAULT '',
    list_size     BIGINT NOT NULL DEFAULT 0,
    calling_hours TEXT NOT NULL DEFAULT '',
    success_rule  TEXT NOT NULL DEFAULT ''
) @CLUSTERED@;
INSERT INTO task_2 (task_id, alias, list_size, calling_hours, success_rule)
    SELECT task_id, alias, list_size, calling_hours, CASE success_rule WHEN '["0"]' THEN '' ELSE success_rule END FROM task;
DROP TABLE task;
ALTER TABLE task_2 RENAME TO task;

-- Counts per quarter hour of placed_at. basic_only: the outbound part is missing. delay_calls: answered calls that said when
-- they were dialled. talk_0 … talk_9: answered calls by talk time, bounds 5, 10, 20, 30, 60, 120, 180, 300, 600 s.
DROP TABLE rollup;
CREATE TABLE rollup (
    quarter         BIGINT NOT NULL,
    task_id         TEXT NOT NULL,
    task_result     TEXT NOT NULL,
    basic_only      BIGINT NOT NULL,
    outbound        BIGINT NOT NULL,
    answered        BIGINT NOT NULL,
    calls           BIGINT NOT NULL,
    seized          BIGINT NOT NULL,
    talk_ms         BIGINT NOT NULL,
    answer_delay_ms BIGINT NOT NULL,
    delay_calls     BIGINT NOT NULL,
    talk_0 BIGINT NOT NULL, talk_1 BIGINT NOT NULL, talk_2 BIGINT NOT NULL, talk_3 BIGINT NOT NULL,
    talk_4 BIGINT NOT NULL, talk_5 BIGINT NOT NULL, talk_6 BIGINT NOT NULL, talk_7 BIGINT NOT NULL,
    talk_8 BIGINT NOT NULL, talk_9 BIGINT NOT NULL,
    PRIMARY KEY (quarter, task_id, task_result, basic_only, outbound, answered)
) @CLUSTERED@;

-- Calls whose basic part never came: few, so that they are counted here and need no rollup of their own.
CREATE INDEX call_outbound_only ON call (placed_at, task_id) WHERE parts = 2;

-- The rollups are counted from the calls again before the store is used.
INSERT INTO meta (key, value) VALUES ('rollups_stale', 1);
