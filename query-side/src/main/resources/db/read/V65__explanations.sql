-- What auditors say of exceptions that control tests found: the words that hold now, and for which events.
CREATE TABLE exception_explanation (
    test         text        NOT NULL,
    key          text        NOT NULL,
    positions    bigint[]    NOT NULL,
    words        text        NOT NULL,
    explained_by text        NOT NULL,
    explained_at timestamptz NOT NULL,
    position     bigint      NOT NULL,
    PRIMARY KEY (test, key)
);
