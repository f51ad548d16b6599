-- The clock finds all bids when a process starts, whatever the size of the history.
CREATE INDEX event_of_bids ON history.event (insertion) WHERE aggregate_type = 'Bid';
