-- The clock finds all calls when a process starts, whatever the size of the history.
CREATE INDEX event_of_calls ON history.event (insertion) WHERE aggregate_type = 'GrantCall';
