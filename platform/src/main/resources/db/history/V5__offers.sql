-- The clock finds all awards that were offered when a process starts, whatever the size of the history.
CREATE INDEX event_of_offers ON history.event (insertion) WHERE type = 'award.AgreementOffered';
