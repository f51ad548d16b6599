CREATE TABLE organisation (
    organisation_id        text PRIMARY KEY,
    name                   text NOT NULL,
    kind                   text NOT NULL,
    state                  text NOT NULL,
    place                  text NOT NULL,
    applied_on             date NOT NULL,
    bank_account_name      text,
    bank_sort_code         text,
    bank_account_number    text,
    bank_confirmed_by      text,
    waiting_account_name   text,
    waiting_sort_code      text,
    waiting_account_number text,
    waiting_proposed_by    text,
    waiting_since          date,
    standing_claim         jsonb,
    standing_state         text,
    standing_evidence      text NOT NULL DEFAULT '',
    standing_from          date,
    standing_until         date,
    standing_since         date,
    first_verifier         text
);

CREATE TABLE organisation_identifier (
    identifier      text PRIMARY KEY,
    organisation_id text NOT NULL,
    position        bigint NOT NULL
);
CREATE INDEX organisation_identifier_organisation ON organisation_identifier (organisation_id);

CREATE TABLE person_role (
    organisation_id text NOT NULL,
    person_id       text NOT NULL,
    role            text NOT NULL,
    PRIMARY KEY (organisation_id, person_id, role)
);

CREATE TABLE delegated_limit (
    position        bigint PRIMARY KEY,
    organisation_id text   NOT NULL,
    person_id       text   NOT NULL,
    limit_pence     bigint NOT NULL,
    valid_from      date   NOT NULL,
    valid_until     date
);
CREATE INDEX delegated_limit_organisation ON delegated_limit (organisation_id);

CREATE TABLE cost_profile (
    organisation_id text        NOT NULL,
    financial_year  text        NOT NULL,
    version         integer     NOT NULL,
    profile         jsonb       NOT NULL,
    recorded_at     timestamptz NOT NULL,
    PRIMARY KEY (organisation_id, financial_year, version)
);

CREATE TABLE fund (
    fund_id        text PRIMARY KEY,
    name           text NOT NULL,
    holder         text NOT NULL,
    purpose        text NOT NULL,
    draw_order     text NOT NULL,
    commit_against text NOT NULL,
    state          text NOT NULL,
    opened_on      date NOT NULL
);
CREATE INDEX fund_holder ON fund (holder);

-- Position: the event that first named this contributor, year and restriction, which gives the order they are shown in.
CREATE TABLE fund_contribution (
    fund_id        text   NOT NULL,
    contributor    text   NOT NULL,
    financial_year text   NOT NULL,
    restriction    text   NOT NULL,
    pledged_pence  bigint NOT NULL,
    received_pence bigint NOT NULL,
    position       bigint NOT NULL,
    PRIMARY KEY (fund_id, contributor, financial_year, restriction)
);
CREATE INDEX fund_contribution_contributor ON fund_contribution (contributor);

CREATE TABLE fund_allocation (
    fund_id      text   NOT NULL,
    call_id      text   NOT NULL,
    amount_pence bigint NOT NULL,
    PRIMARY KEY (fund_id, call_id)
);

CREATE TABLE award (
    award_id       text   PRIMARY KEY,
    fund_id        text   NOT NULL,
    call_id        text,
    funder         text   NOT NULL,
    recipient      text   NOT NULL,
    title          text   NOT NULL,
    purpose        text   NOT NULL,
    state          text   NOT NULL,
    awarded_on     date   NOT NULL,
    signed         boolean NOT NULL DEFAULT false,
    awarded_pence  bigint NOT NULL,
    paid_pence     bigint NOT NULL DEFAULT 0,
    returned_pence bigint NOT NULL DEFAULT 0,
    lapsed_pence   bigint NOT NULL DEFAULT 0,
    sources        jsonb  NOT NULL,
    starts_on      date,
    ends_on        date,
    programme      text   NOT NULL DEFAULT '',
    source         text   NOT NULL DEFAULT ''
);
CREATE INDEX award_fund ON award (fund_id);
CREATE INDEX award_funder ON award (funder);
CREATE INDEX award_recipient ON award (recipient);
CREATE INDEX award_newest ON award (awarded_on DESC, award_id);

CREATE TABLE payment (
    award_id       text    NOT NULL,
    instalment     integer NOT NULL,
    due_on         date    NOT NULL,
    amount_pence   bigint  NOT NULL,
    state          text    NOT NULL,
    state_since    date    NOT NULL,
    approvers      text[]  NOT NULL DEFAULT '{}',
    attempts       integer NOT NULL DEFAULT 0,
    paid_on        date,
    bank_reference text,
    PRIMARY KEY (award_id, instalment)
);
CREATE INDEX payment_open ON payment (due_on) WHERE state NOT IN ('PAID', 'LAPSED');
