-- SPDX-License-Identifier: GPL-3.0-or-later
-- Step 6: a person's number is erased.

-- state: ErasureState. calls_until: later calls are others. hide_from: messages that arrived since stay, hidden, until due_at. looked_at: messages up to then
-- were looked through. number_hash: keyed with erase_key. sealed: the number and the secret of its tokens, for as
-- long as the work is not done: whoever works through the store again must find it. Empty afterwards.
CREATE TABLE erasure (
    id           @ROWID@,
    requested_at BIGINT NOT NULL,
    requested_by TEXT NOT NULL,
    state        BIGINT NOT NULL,
    hide_from    BIGINT NOT NULL,
    due_at       BIGINT NOT NULL,
    calls_until  BIGINT NOT NULL,
    looked_at    BIGINT NOT NULL,
    done_at      BIGINT NOT NULL DEFAULT 0,
    number_hash  TEXT NOT NULL,
    sealed       @BLOB@ NOT NULL
);

-- Messages as they were received, sealed with that secret, of calls that are hidden and not yet erased. The program shows them nowhere.
CREATE TABLE hidden_message (
    erasure_id  BIGINT NOT NULL,
    push_number BIGINT NOT NULL,
    call_uuid   TEXT NOT NULL,
    body        @BLOB@ NOT NULL,
    PRIMARY KEY (erasure_id, push_number)
) @CLUSTERED@;

-- One random key: the audit log can tell whether two erasures were of one number, and nobody else which.
CREATE TABLE erase_key (
    id     BIGINT NOT NULL PRIMARY KEY,
    secret @BLOB@ NOT NULL
) @CLUSTERED@;
