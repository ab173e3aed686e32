-- SPDX-License-Identifier: GPL-3.0-or-later
-- Step 3: alerts. A rule that stands here takes the place of the ready-made one of its id; ids from 1000 on are people's own.

-- definition: JSON.
CREATE TABLE alert_rule (
    id         BIGINT NOT NULL PRIMARY KEY,
    definition TEXT NOT NULL
) @CLUSTERED@;

-- Raised alerts; cleared_at and acknowledged_at are 0 until then. task_id is '' for all calls. detail: JSON, the rule as it
-- was and the figure that raised it.
CREATE TABLE alert (
    raised_at       BIGINT NOT NULL,
    rule_id         BIGINT NOT NULL,
    task_id         TEXT NOT NULL,
    cleared_at      BIGINT NOT NULL DEFAULT 0,
    acknowledged_at BIGINT NOT NULL DEFAULT 0,
    detail          TEXT NOT NULL,
    PRIMARY KEY (raised_at, rule_id, task_id)
) @CLUSTERED@;

CREATE INDEX alert_open ON alert (cleared_at) WHERE cleared_at = 0;
