-- Read models: everything here is derived from the history and may be dropped and built again from it.
-- Run by the query side's own role, which owns it. Names are without a schema: the same tables are made in the schema
-- of a replay.

-- Typing errors are forgiven by trigrams. A superuser may have made this already; it is trusted, so this role may too.
CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA public;

-- How far each projection has come. Written in the transaction of what it projects, and looked at first, so that an
-- event is projected once, whatever happens to the claims on the tokens below.
CREATE TABLE progress (
    projection text   PRIMARY KEY,
    position   bigint NOT NULL CHECK (position >= 0)
);

-- Axon's tokens: which process runs which projection now.
CREATE TABLE token_entry (
    processor_name text    NOT NULL,
    segment        integer NOT NULL,
    token          bytea,
    token_type     text,
    timestamp      text    NOT NULL,
    owner          text,
    PRIMARY KEY (processor_name, segment)
);
