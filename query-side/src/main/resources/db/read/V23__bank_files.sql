-- Files for the bank. The account of a line stands in full only here, for the payer who takes the file to the bank.
CREATE TABLE bank_file (
    file_id    text PRIMARY KEY,
    funder     text        NOT NULL,
    payer_id   text        NOT NULL,
    written_at timestamptz NOT NULL
);
CREATE INDEX bank_file_funder ON bank_file (funder);

CREATE TABLE bank_file_line (
    file_id        text    NOT NULL,
    line           integer NOT NULL,
    reference      text    NOT NULL,
    award_id       text    NOT NULL,
    instalment     integer NOT NULL,
    attempt        integer NOT NULL,
    account_name   text    NOT NULL,
    sort_code      text    NOT NULL,
    account_number text    NOT NULL,
    amount_pence   bigint  NOT NULL,
    PRIMARY KEY (file_id, line)
);
CREATE UNIQUE INDEX bank_file_line_reference ON bank_file_line (reference);
