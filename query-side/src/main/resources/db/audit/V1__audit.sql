-- What auditors had done beside the live system. It is no projection: it stays when the read models are made again.
COMMENT ON SCHEMA audit IS 'What auditors had done beside the live system; stays when the read models are made again.';
