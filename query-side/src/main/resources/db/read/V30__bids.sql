-- Bids. Amounts are those of the budget as saved last.
CREATE TABLE bid (
    bid_id                 text        PRIMARY KEY,
    call_id                text        NOT NULL,
    applicant              text        NOT NULL,
    state                  text        NOT NULL,
    version                integer     NOT NULL DEFAULT 0,
    title                  text        NOT NULL DEFAULT '',
    asked_pence            bigint      NOT NULL DEFAULT 0,
    full_cost_pence        bigint      NOT NULL DEFAULT 0,
    started_at             timestamptz NOT NULL,
    submitted_at           timestamptz,
    certified_by           text,
    certified_at           timestamptz,
    certified_call_version integer,
    statement              text,
    withdrawn_because      text        NOT NULL DEFAULT ''
);
CREATE INDEX bid_call ON bid (call_id);
CREATE INDEX bid_applicant ON bid (applicant);

-- Each part as it was saved last; the question is that of an answer, else empty.
CREATE TABLE bid_part (
    bid_id   text        NOT NULL,
    part     text        NOT NULL,
    question text        NOT NULL,
    version  integer     NOT NULL,
    content  text        NOT NULL,
    saved_by text        NOT NULL,
    saved_at timestamptz NOT NULL,
    PRIMARY KEY (bid_id, part, question)
);
