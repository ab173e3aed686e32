-- SPDX-License-Identifier: GPL-3.0-or-later
-- Step 1: calls, their journal and what is counted from them.
-- Tokens of the dialect class: @ROWID@ an own number as key, @BLOB@ bytes, @CLUSTERED@ a table stored in its key's order.

CREATE TABLE meta (
    key   TEXT NOT NULL PRIMARY KEY,
    value BIGINT NOT NULL
) @CLUSTERED@;

-- Customer columns, stored once and shared by many calls. head: JSON array.
CREATE TABLE row_head (
    id   @ROWID@,
    head TEXT NOT NULL UNIQUE
);

-- What is known about a task. success_rule: JSON array of result codes; calling_hours: JSON, '' not said.
CREATE TABLE task (
    task_id       TEXT NOT NULL PRIMARY KEY,
    alias         TEXT NOT NULL DEFAULT '',
    list_size     BIGINT NOT NULL DEFAULT 0,
    calling_hours TEXT NOT NULL DEFAULT '',
    success_rule  TEXT NOT NULL DEFAULT '["0"]'
) @CLUSTERED@;

-- A data row of a task. outcomes: bit n is set when a call ended with the n-th result code of the catalogue, bit 62 for
-- any other. last_*: of the call with the greatest (placed_at, task_tries, task_result, answered).
CREATE TABLE contact (
    id            @ROWID@,
    task_id       TEXT NOT NULL,
    contact_key   TEXT NOT NULL,
    attempts      BIGINT NOT NULL,
    connected     BIGINT NOT NULL,
    outcomes      BIGINT NOT NULL,
    last_at       BIGINT NOT NULL,
    last_tries    BIGINT NOT NULL,
    last_result   TEXT NOT NULL,
    last_answered BIGINT NOT NULL,
    UNIQUE (task_id, contact_key)
);

-- One call. Times in epoch ms, durations in s, as pushed; '' and 0 where nothing was said (see the mask said).
CREATE TABLE call (
    id               @ROWID@,
    call_uuid        TEXT NOT NULL UNIQUE,
    business_id      TEXT NOT NULL,
    app_id           TEXT NOT NULL,
    robot_id         TEXT NOT NULL,
    caller           TEXT NOT NULL,
    callee           TEXT NOT NULL,
    direction        BIGINT NOT NULL,
    time_answer      BIGINT NOT NULL,
    time_hangup      BIGINT NOT NULL,
    duration_ring    BIGINT NOT NULL,
    duration_call    BIGINT NOT NULL,
    call_relation_id TEXT NOT NULL,
    task_id          TEXT NOT NULL,
    task_data_id     TEXT NOT NULL,
    time_dial        BIGINT NOT NULL,
    time_ring        BIGINT NOT NULL,
    task_result      TEXT NOT NULL,
    task_result_desc TEXT NOT NULL,
    task_tries       BIGINT NOT NULL,
    task_row_index   BIGINT NOT NULL,
    row_head_id      BIGINT NOT NULL,
    task_row_value   TEXT NOT NULL,
    said             BIGINT NOT NULL,
    outbound_said    BIGINT NOT NULL,
    conflicts        BIGINT NOT NULL,
    parts            BIGINT NOT NULL,
    first_arrival    BIGINT NOT NULL,
    last_arrival     BIGINT NOT NULL,
    paired_at        BIGINT NOT NULL,
    basic_push       BIGINT NOT NULL,
    outbound_push    BIGINT NOT NULL,
    extra            TEXT NOT NULL,
    anomalies        BIGINT NOT NULL,
    placed_at        BIGINT NOT NULL,
    contact_id       BIGINT NOT NULL
);

-- The list's order, with every column that the usual filters ask for: lists are counted and paged without the table.
CREATE INDEX call_list ON call (placed_at, id, task_id, task_result, parts, direction, time_answer, contact_id, callee);
CREATE INDEX call_contact ON call (contact_id) WHERE contact_id > 0;

-- Messages as received, one row per commit: count bodies in one zstd frame, numbered from first_push on.
CREATE TABLE push (
    first_push    BIGINT NOT NULL PRIMARY KEY,
    count         BIGINT NOT NULL,
    first_arrival BIGINT NOT NULL,
    last_arrival  BIGINT NOT NULL,
    segment       @BLOB@ NOT NULL
);

-- Refused messages. reason: RefusalReason. replayed_at: when a replay was accepted, 0 never.
CREATE TABLE rejected (
    id          @ROWID@,
    arrived_at  BIGINT NOT NULL,
    remote      TEXT NOT NULL,
    reason      BIGINT NOT NULL,
    error       TEXT NOT NULL,
    field       TEXT NOT NULL,
    body        @BLOB@ NOT NULL,
    replayed_at BIGINT NOT NULL DEFAULT 0
);

-- Counts per quarter hour of placed_at. talk_0 … talk_9: answered calls by talk time, bounds 5, 10, 20, 30, 60, 120, 180,
-- 300, 600 s.
CREATE TABLE rollup (
    quarter         BIGINT NOT NULL,
    task_id         TEXT NOT NULL,
    task_result     TEXT NOT NULL,
    parts           BIGINT NOT NULL,
    outbound        BIGINT NOT NULL,
    answered        BIGINT NOT NULL,
    calls           BIGINT NOT NULL,
    seized          BIGINT NOT NULL,
    talk_ms         BIGINT NOT NULL,
    answer_delay_ms BIGINT NOT NULL,
    talk_0 BIGINT NOT NULL, talk_1 BIGINT NOT NULL, talk_2 BIGINT NOT NULL, talk_3 BIGINT NOT NULL,
    talk_4 BIGINT NOT NULL, talk_5 BIGINT NOT NULL, talk_6 BIGINT NOT NULL, talk_7 BIGINT NOT NULL,
    talk_8 BIGINT NOT NULL, talk_9 BIGINT NOT NULL,
    PRIMARY KEY (quarter, task_id, task_result, parts, outbound, answered)
) @CLUSTERED@;

-- Reveals of personal data and unmasked exports.
CREATE TABLE audit (
    id     @ROWID@,
    at     BIGINT NOT NULL,
    action TEXT NOT NULL,
    detail TEXT NOT NULL
);
