-- Control tests that were run on schedule, and the exceptions they found.
CREATE TABLE control_run (
    run_id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    test           text        NOT NULL,
    position       bigint      NOT NULL,
    ran_at         timestamptz NOT NULL,
    population     bigint      NOT NULL,
    exceptions     bigint      NOT NULL,
    new_exceptions bigint      NOT NULL
);
CREATE INDEX control_run_test ON control_run (test, run_id DESC);

-- Each exception from the first run that found it on; gone_at: the first run that found it no more.
CREATE TABLE control_exception (
    test           text        NOT NULL,
    key            text        NOT NULL,
    sentence       text        NOT NULL,
    subject        text        NOT NULL,
    subject_id     text        NOT NULL,
    subject_name   text        NOT NULL,
    positions      bigint[]    NOT NULL,
    amount_pence   bigint      NOT NULL,
    first_seen_at  timestamptz NOT NULL,
    first_run      bigint      NOT NULL,
    last_run       bigint      NOT NULL,
    gone_at        timestamptz,
    PRIMARY KEY (test, key)
);
CREATE INDEX control_exception_open ON control_exception (first_seen_at DESC) WHERE gone_at IS NULL;
