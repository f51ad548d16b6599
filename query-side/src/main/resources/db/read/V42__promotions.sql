-- Bids in reserve that are to get an award after all, each as it was recommended; the last one waits until it is approved.
CREATE TABLE call_promotion (
    call_id        text    NOT NULL,
    version        integer NOT NULL,
    recommendation jsonb   NOT NULL,
    recommended_by text    NOT NULL,
    recommenders   text[]  NOT NULL,
    recommended_on date    NOT NULL,
    approved_by    text,
    approved_on    date,
    PRIMARY KEY (call_id, version)
);
