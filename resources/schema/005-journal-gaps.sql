-- SPDX-License-Identifier: GPL-3.0-or-later
-- Step 5: checksums of the journal's segments, and what the journal lacks.

-- Over the numbers of a row and the bytes of its segment; 0: written before there were checksums.
ALTER TABLE push ADD COLUMN checksum BIGINT NOT NULL DEFAULT 0;

-- Messages that were numbered and are not in the journal any more. Written by whoever takes them away. reason: GapReason.
CREATE TABLE journal_gap (
    first_push BIGINT NOT NULL PRIMARY KEY,
    last_push  BIGINT NOT NULL,
    reason     BIGINT NOT NULL,
    at         BIGINT NOT NULL
) @CLUSTERED@;

-- What was lacking before gaps were noted: nobody knows why (reason 1).
INSERT INTO journal_gap (first_push, last_push, reason, at)
    SELECT follows, next - 1, 1, 0 FROM (SELECT follows, LEAD(first_push, 1, (SELECT COALESCE(MAX(value), 0) + 1
        FROM meta WHERE key = 'pushes')) OVER (ORDER BY first_push) AS next FROM (SELECT 0 AS first_push, 1 AS follows
        UNION ALL SELECT first_push, first_push + count FROM push) AS p) AS s WHERE next > follows;

-- Segments up to this number get their checksums in quiet moments.
INSERT INTO meta (key, value) SELECT 'journal_unchecked', first_push FROM push ORDER BY first_push DESC LIMIT 1;
