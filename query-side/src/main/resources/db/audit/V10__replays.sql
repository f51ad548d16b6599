-- The runs of replays, each in a schema of its own called replay_ and its number. One process at a time has claimed a
-- run; where it is not heard of for half a minute another goes on with it.
CREATE TABLE replay_run (
    number      bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    replay_id   text        NOT NULL UNIQUE,
    claimed_by  text,
    heard_at    timestamptz,
    began_at    timestamptz,
    began_from  bigint      NOT NULL DEFAULT 0,
    position    bigint      NOT NULL DEFAULT 0,
    finished_at timestamptz,
    failure     text,
    deleted     boolean     NOT NULL DEFAULT false
);
COMMENT ON COLUMN replay_run.began_at IS 'When the process that runs it now, or ran it last, began; its rate is since.';
COMMENT ON COLUMN replay_run.deleted IS 'Its schema is not there any more.';
