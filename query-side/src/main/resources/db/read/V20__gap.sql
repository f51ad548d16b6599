-- What nobody pays for of an award's full cost, and who carries it; none once the award has come to nothing.
ALTER TABLE award ADD COLUMN full_cost_pence bigint;
CREATE TABLE award_gap (
    award_id       text   NOT NULL,
    financial_year text   NOT NULL,
    carrier        text   NOT NULL,
    amount_pence   bigint NOT NULL,
    PRIMARY KEY (award_id, financial_year, carrier)
);
