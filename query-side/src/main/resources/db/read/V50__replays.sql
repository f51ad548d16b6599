-- What replays auditors asked for. How far each has come is in the schema audit: that is no part of the history.
CREATE TABLE replay (
    replay_id       text        PRIMARY KEY,
    name            text        NOT NULL,
    scope           text        NOT NULL,
    up_to           bigint      NOT NULL,
    recorded_until  timestamptz,
    effective_until date,
    state           text        NOT NULL,
    requested_by    text        NOT NULL,
    requested_at    timestamptz NOT NULL
);
