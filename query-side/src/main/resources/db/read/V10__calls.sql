-- Calls for grants. What the list needs stands in columns of its own; the terms as a whole are as they were written.
CREATE TABLE grant_call (
    call_id            text        PRIMARY KEY,
    holder             text        NOT NULL,
    state              text        NOT NULL,
    announced          boolean     NOT NULL DEFAULT false,
    title              text        NOT NULL,
    place              text        NOT NULL,
    envelope_pence     bigint      NOT NULL,
    ring_fence_pence   bigint      NOT NULL,
    smallest_pence     bigint      NOT NULL,
    largest_pence      bigint      NOT NULL,
    months             integer     NOT NULL,
    opens_at           timestamptz NOT NULL,
    closes_at          timestamptz NOT NULL,
    version            integer     NOT NULL,
    terms              jsonb       NOT NULL,
    finding            jsonb,
    drafters           text[]      NOT NULL,
    drafted_on         date        NOT NULL,
    withdrawn_because  text
);
CREATE INDEX grant_call_holder ON grant_call (holder);

-- What changed since a call was announced, and why.
CREATE TABLE call_version (
    call_id     text        NOT NULL,
    version     integer     NOT NULL,
    recorded_at timestamptz NOT NULL,
    reason      text        NOT NULL,
    PRIMARY KEY (call_id, version)
);

CREATE TABLE call_question (
    call_id     text        NOT NULL,
    question_id text        NOT NULL,
    position    bigint      NOT NULL,
    asked_at    timestamptz NOT NULL,
    text        text        NOT NULL,
    answer      text,
    answered_at timestamptz,
    PRIMARY KEY (call_id, question_id)
);
