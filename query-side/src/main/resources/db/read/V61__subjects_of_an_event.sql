-- From an event to all that it is about.
CREATE INDEX event_subject_position ON event_subject (position);
