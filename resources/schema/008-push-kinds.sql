-- SPDX-License-Identifier: GPL-3.0-or-later
-- Step 8: messages that are no records, such as recordings and dialogues. kind: PushKind. In the journal the kind stands in the entry.

-- How many were accepted, by quarter hour of their arrival.
CREATE TABLE other_push (
    quarter  BIGINT NOT NULL,
    kind     BIGINT NOT NULL,
    messages BIGINT NOT NULL,
    PRIMARY KEY (quarter, kind)
) @CLUSTERED@;

-- The kind that the address named to which a refused message was sent.
ALTER TABLE rejected ADD COLUMN kind BIGINT NOT NULL DEFAULT 0;
