-- How the whole history came out each time it was verified; by the installation itself or because somebody asked.
CREATE TABLE verification (
    number         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    verified_at    timestamptz NOT NULL,
    asked_for      boolean     NOT NULL,
    verdict        text        NOT NULL,
    position       bigint      NOT NULL,
    wrong_position bigint,
    wrong          text        NOT NULL
);
COMMENT ON COLUMN verification.position IS 'Up to here it was looked at.';
COMMENT ON COLUMN verification.wrong_position IS 'The first at which something is wrong, where it is at one.';
