-- The clock finds all bids and all awards on offer when a process starts, whatever the size of the history.
CREATE INDEX event_that_starts_a_deadline ON history.event (insertion)
    WHERE type IN ('bid.BidStarted', 'award.AgreementOffered');
