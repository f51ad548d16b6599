-- The history: events, the sequenced log over them, and what the command side keeps beside them.
-- Owned by the owner role; the roles tallystick_command and tallystick_query exist before this runs.

CREATE SCHEMA IF NOT EXISTS history;

CREATE SEQUENCE history.insertion AS bigint CACHE 1;

-- A transaction holds its transaction id before it draws an insertion number. The sequencer's low-water mark rests on
-- that order: whoever reads insertion number n, and takes a transaction id after it, has a greater one than every
-- transaction that may still commit an event numbered n or below. Runs as its owner so that nobody else can draw.
CREATE FUNCTION history.next_insertion() RETURNS bigint LANGUAGE plpgsql VOLATILE SECURITY DEFINER AS $$
BEGIN
    PERFORM pg_catalog.pg_current_xact_id();
    RETURN pg_catalog.nextval('history.insertion'::pg_catalog.regclass);
END
$$;

-- The bounds on names keep every leaf of the log under 65,535 bytes, so no event can be accepted and then not be
-- sequenced.
CREATE TABLE history.event (
    insertion      bigint      PRIMARY KEY DEFAULT history.next_insertion(),
    event_id       uuid        NOT NULL,
    aggregate_type text        NOT NULL CHECK (octet_length(aggregate_type) <= 255),
    aggregate_id   text        NOT NULL CHECK (octet_length(aggregate_id) <= 1024),
    sequence       bigint      NOT NULL CHECK (sequence >= 0),
    type           text        NOT NULL CHECK (octet_length(type) <= 255),
    revision       text        NOT NULL CHECK (octet_length(revision) <= 255),
    recorded_at    timestamptz NOT NULL CHECK (isfinite(recorded_at)),
    payload        bytea       NOT NULL,
    metadata       bytea       NOT NULL,
    CONSTRAINT event_stream UNIQUE (aggregate_id, sequence)
);

-- For the position at an instant; costs next to nothing to keep.
CREATE INDEX event_recorded_at ON history.event USING brin (recorded_at);

-- Bytes are kept as they were hashed; jsonb would reorder them.
CREATE VIEW history.readable_event AS
SELECT insertion, event_id, aggregate_type, aggregate_id, sequence, type, revision, recorded_at,
       convert_from(payload, 'UTF8') AS payload, convert_from(metadata, 'UTF8') AS metadata
FROM history.event;

-- No foreign key to event: its check would lock and rewrite every event row a second time.
CREATE TABLE history.event_log (
    position  bigint PRIMARY KEY CHECK (position >= 1),
    insertion bigint NOT NULL,
    leaf      bytea  NOT NULL CHECK (octet_length(leaf) < 65535),
    leaf_hash bytea  NOT NULL CHECK (octet_length(leaf_hash) = 32),
    CONSTRAINT event_log_insertion UNIQUE (insertion)
);

CREATE TABLE history.event_log_head (
    only_row  boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    position  bigint  NOT NULL,
    low_water bigint  NOT NULL
) WITH (fillfactor = 10);
INSERT INTO history.event_log_head (position, low_water) VALUES (0, 0);

CREATE TABLE history.snapshot (
    aggregate_id   text        PRIMARY KEY,
    aggregate_type text        NOT NULL,
    sequence       bigint      NOT NULL,
    type           text        NOT NULL,
    revision       text,
    recorded_at    timestamptz NOT NULL,
    payload        bytea       NOT NULL
);

-- Keys that only one aggregate may hold, such as an organisation's identifier.
CREATE TABLE history.claim (
    key          text PRIMARY KEY,
    aggregate_id text NOT NULL
);

-- The answer a command got, so that the same command sent again gets the same one.
CREATE TABLE history.command_receipt (
    actor           text        NOT NULL,
    idempotency_key text        NOT NULL,
    command         text        NOT NULL,
    request_hash    bytea       NOT NULL,
    aggregate_id    text        NOT NULL,
    sequence        bigint      NOT NULL,
    recorded_at     timestamptz NOT NULL,
    PRIMARY KEY (actor, idempotency_key)
);

-- History is added to, never changed, not even by its owner.
CREATE FUNCTION history.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'History is only ever added to: % of %.% is refused', TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER event_is_final BEFORE UPDATE OR DELETE OR TRUNCATE ON history.event
    FOR EACH STATEMENT EXECUTE FUNCTION history.refuse_change();
CREATE TRIGGER event_log_is_final BEFORE UPDATE OR DELETE OR TRUNCATE ON history.event_log
    FOR EACH STATEMENT EXECUTE FUNCTION history.refuse_change();

REVOKE ALL ON FUNCTION history.next_insertion() FROM PUBLIC;
GRANT USAGE ON SCHEMA history TO tallystick_command, tallystick_query;
GRANT EXECUTE ON FUNCTION history.next_insertion() TO tallystick_command;
-- The insertion number is not among the columns: it can only come from next_insertion().
GRANT SELECT,
      INSERT (event_id, aggregate_type, aggregate_id, sequence, type, revision, recorded_at, payload, metadata)
      ON history.event TO tallystick_command;
GRANT SELECT, INSERT ON history.event_log, history.claim, history.command_receipt TO tallystick_command;
GRANT SELECT, UPDATE ON history.event_log_head TO tallystick_command;
GRANT SELECT, INSERT, UPDATE ON history.snapshot TO tallystick_command;
GRANT SELECT ON SEQUENCE history.insertion TO tallystick_command;
GRANT SELECT ON history.readable_event TO tallystick_command, tallystick_query;
GRANT SELECT ON history.event, history.event_log, history.event_log_head TO tallystick_query;
