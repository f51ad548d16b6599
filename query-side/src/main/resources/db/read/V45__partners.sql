-- Organisations that take part in a bid that another one leads; also those that did before, without their budget.
-- Amounts are those of the budget as saved last; asked_since is the place in the log of the last invitation.
CREATE TABLE bid_partner (
    bid_id          text        NOT NULL,
    partner         text        NOT NULL,
    asked_since     bigint      NOT NULL,
    state           text        NOT NULL,
    work            text        NOT NULL,
    sight           text        NOT NULL,
    version         integer     NOT NULL,
    state_since     timestamptz NOT NULL,
    reason          text        NOT NULL DEFAULT '',
    budget          text,
    budget_version  integer     NOT NULL DEFAULT 0,
    budget_saved_by text,
    budget_saved_at timestamptz,
    asked_pence     bigint      NOT NULL DEFAULT 0,
    full_cost_pence bigint      NOT NULL DEFAULT 0,
    PRIMARY KEY (bid_id, partner)
);
CREATE INDEX bid_partner_partner ON bid_partner (partner);

-- Of the lead alone; the sums without "own" are those of all organisations.
ALTER TABLE bid
    ADD COLUMN own_asked_pence     bigint NOT NULL DEFAULT 0,
    ADD COLUMN own_full_cost_pence bigint NOT NULL DEFAULT 0;
UPDATE bid SET own_asked_pence = asked_pence, own_full_cost_pence = full_cost_pence;
