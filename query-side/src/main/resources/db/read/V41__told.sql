-- The day on which all applicants were told what was decided.
ALTER TABLE grant_call ADD COLUMN informed_on date;
