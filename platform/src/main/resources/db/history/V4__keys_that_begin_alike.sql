-- Whatever holds keys that begin alike is found, such as all bids of a call.
CREATE INDEX claim_begins ON history.claim (key COLLATE "C");
