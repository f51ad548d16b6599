-- The funding ledger: one row per movement of money, made by PostingRules from one slice of one event.
-- A row carries both accounts and one amount, so every entry is balanced by construction: there is no way to write a
-- debit without its credit, and the constraints refuse a movement of nothing or from an account to itself.
CREATE TABLE posting (
    position        bigint      NOT NULL,
    line            integer     NOT NULL CHECK (line >= 1),
    amount_pence    bigint      NOT NULL,
    currency        text        NOT NULL,
    debit_account   text        NOT NULL,
    credit_account  text        NOT NULL,
    financial_year  text        NOT NULL,
    contributor     text        NOT NULL,
    restriction     text        NOT NULL,
    fund_id         text        NOT NULL,
    award_id        text,
    organisation_id text,
    call_id         text,
    effective_on    date        NOT NULL,
    recorded_at     timestamptz NOT NULL,
    event_type      text        NOT NULL,
    event_id        uuid        NOT NULL,
    leaf_hash       bytea       NOT NULL,
    entered_by      text        NOT NULL,
    sentence        text        NOT NULL,
    PRIMARY KEY (position, line),
    CONSTRAINT posting_is_balanced CHECK (amount_pence > 0 AND debit_account <> credit_account)
);
CREATE INDEX posting_fund ON posting (fund_id);
CREATE INDEX posting_award ON posting (award_id) WHERE award_id IS NOT NULL;
CREATE INDEX posting_organisation ON posting (organisation_id) WHERE organisation_id IS NOT NULL;
CREATE INDEX posting_contributor ON posting (contributor);

-- Where each fund's money is now: the balance of all its accounts of one kind, debit positive. A few rows per fund, so
-- that a batch of a thousand events touches a few rows; balances of single accounts are summed up when asked for.
CREATE TABLE fund_balance (
    fund_id   text   NOT NULL,
    kind      text   NOT NULL,
    net_pence bigint NOT NULL,
    PRIMARY KEY (fund_id, kind)
);
