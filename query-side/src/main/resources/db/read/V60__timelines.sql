-- Where in the log something is to be found: what each event is about, who did it, and what auditors search by.
CREATE TABLE event_index (
    position     bigint      PRIMARY KEY,
    event_id     uuid        NOT NULL,
    leaf_hash    bytea       NOT NULL,
    type         text        NOT NULL,
    actor        text        NOT NULL,
    amount_pence bigint      NOT NULL,
    effective_on date        NOT NULL,
    recorded_at  timestamptz NOT NULL
);
CREATE INDEX event_index_event_id ON event_index USING hash (event_id);
CREATE INDEX event_index_leaf_hash ON event_index USING hash (leaf_hash);
CREATE INDEX event_index_amount ON event_index (amount_pence, position) WHERE amount_pence > 0;
CREATE INDEX event_index_effective_on ON event_index (effective_on, position);
CREATE INDEX event_index_recorded_at ON event_index USING brin (recorded_at);

-- Everything an event is about: what it names, what its award or bid or assessment is about, and the person who acted.
CREATE TABLE event_subject (
    subject    text   NOT NULL,
    subject_id text   NOT NULL,
    position   bigint NOT NULL,
    PRIMARY KEY (subject, subject_id, position)
);

-- What awards, bids and assessments are about, from their first event: the later ones do not say it any more.
CREATE TABLE begun_subject (
    begun_id   text NOT NULL,
    subject    text NOT NULL,
    subject_id text NOT NULL,
    PRIMARY KEY (begun_id, subject, subject_id)
);

-- References of the bank, as plain letters and digits.
CREATE TABLE event_reference (
    reference text COLLATE "C" NOT NULL,
    position  bigint           NOT NULL,
    PRIMARY KEY (reference, position)
);
