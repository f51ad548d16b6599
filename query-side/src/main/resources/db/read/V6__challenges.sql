-- A challenged standing holds until two people, neither of them the challenger, have decided.
ALTER TABLE organisation ADD COLUMN standing_challenger text;
ALTER TABLE organisation ADD COLUMN challenge_assessors text[] NOT NULL DEFAULT '{}';
