-- How long a bid takes by its call, why it may take longer than is in proportion, and how long each took.
ALTER TABLE grant_call ADD COLUMN effort_hours integer NOT NULL DEFAULT 0;
ALTER TABLE grant_call ADD COLUMN long_because text;
ALTER TABLE bid ADD COLUMN hours_reported integer;
