-- The log, published: what checkpoints and proofs are made from and kept in. All of it could be worked out again from
-- event_log, but for signatures and salts.

-- The root over each 256 hashes of the level below, as tiles name them; level 0 is event_log.leaf_hash.
CREATE TABLE history.tile_hash (
    level  integer NOT NULL CHECK (level BETWEEN 1 AND 7),
    number bigint  NOT NULL CHECK (number >= 0),
    hash   bytea   NOT NULL CHECK (octet_length(hash) = 32),
    PRIMARY KEY (level, number)
);

-- Signed notes (C2SP tlog-checkpoint), each with the log's own signature.
CREATE TABLE history.checkpoint (
    size      bigint      PRIMARY KEY CHECK (size >= 1),
    note      text        NOT NULL,
    signed_at timestamptz NOT NULL
);

-- What witnesses have signed of them: lines of signatures.
CREATE TABLE history.cosignature (
    size      bigint      NOT NULL,
    witness   text        NOT NULL,
    line      text        NOT NULL,
    signed_at timestamptz NOT NULL,
    PRIMARY KEY (size, witness)
);

-- How each witness stands: the largest size it has signed, and why it refused where it did.
CREATE TABLE history.witness (
    name     text        PRIMARY KEY,
    size     bigint      NOT NULL,
    asked_at timestamptz NOT NULL,
    refused  text
);

-- What the closes of periods sealed.
CREATE TABLE history.sealed_balance (
    period       text    NOT NULL,
    number       integer NOT NULL CHECK (number >= 0),
    account      text    NOT NULL,
    debit_pence  bigint  NOT NULL CHECK (debit_pence >= 0),
    credit_pence bigint  NOT NULL CHECK (credit_pence >= 0),
    salt         bytea   NOT NULL CHECK (octet_length(salt) = 32),
    PRIMARY KEY (period, number)
);

CREATE TRIGGER tile_hash_is_final BEFORE UPDATE OR DELETE OR TRUNCATE ON history.tile_hash
    FOR EACH STATEMENT EXECUTE FUNCTION history.refuse_change();
CREATE TRIGGER checkpoint_is_final BEFORE UPDATE OR DELETE OR TRUNCATE ON history.checkpoint
    FOR EACH STATEMENT EXECUTE FUNCTION history.refuse_change();
CREATE TRIGGER cosignature_is_final BEFORE UPDATE OR DELETE OR TRUNCATE ON history.cosignature
    FOR EACH STATEMENT EXECUTE FUNCTION history.refuse_change();
CREATE TRIGGER sealed_balance_is_final BEFORE UPDATE OR DELETE OR TRUNCATE ON history.sealed_balance
    FOR EACH STATEMENT EXECUTE FUNCTION history.refuse_change();

GRANT SELECT, INSERT ON history.tile_hash, history.checkpoint, history.cosignature, history.sealed_balance
    TO tallystick_command;
GRANT SELECT, INSERT, UPDATE ON history.witness TO tallystick_command;
GRANT SELECT ON history.tile_hash, history.checkpoint, history.cosignature, history.sealed_balance, history.witness
    TO tallystick_query;
