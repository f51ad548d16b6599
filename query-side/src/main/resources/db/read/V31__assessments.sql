CREATE TABLE assessment (
    assessment_id         text        PRIMARY KEY,
    call_id               text        NOT NULL,
    bid_id                text        NOT NULL,
    assessor              text        NOT NULL,
    assessor_organisation text        NOT NULL,
    state                 text        NOT NULL,
    version               integer     NOT NULL DEFAULT 0,
    scores                jsonb       NOT NULL DEFAULT '[]',
    invited_at            timestamptz NOT NULL,
    since                 date        NOT NULL
);
CREATE INDEX assessment_call ON assessment (call_id);
CREATE INDEX assessment_bid ON assessment (bid_id);
CREATE INDEX assessment_assessor ON assessment (assessor);

-- What is recommended for the bids of a call, as it was said last.
CREATE TABLE call_decision (
    call_id         text    PRIMARY KEY,
    version         integer NOT NULL,
    recommendations jsonb   NOT NULL,
    recommended_by  text    NOT NULL,
    recommenders    text[]  NOT NULL,
    recommended_on  date    NOT NULL,
    approved_by     text,
    approved_on     date
);

-- What became of a bid.
ALTER TABLE bid ADD COLUMN outcome_reason text NOT NULL DEFAULT '';
ALTER TABLE bid ADD COLUMN award_id text;
ALTER TABLE bid ADD COLUMN amounts jsonb NOT NULL DEFAULT '[]';
