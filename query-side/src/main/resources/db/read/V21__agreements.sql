-- Each version of an agreement that was offered, and what became of it.
CREATE TABLE agreement (
    award_id    text    NOT NULL,
    version     integer NOT NULL,
    terms       jsonb   NOT NULL,
    reporting   text    NOT NULL,
    reports_due date[]  NOT NULL,
    offered_on  date    NOT NULL,
    offered_by  text    NOT NULL,
    expires_on  date    NOT NULL,
    state       text    NOT NULL,
    signed_on   date,
    signed_by   text,
    PRIMARY KEY (award_id, version)
);
ALTER TABLE award ADD COLUMN agreement_version integer NOT NULL DEFAULT 0;
ALTER TABLE award ADD COLUMN offer_expires_on date;
