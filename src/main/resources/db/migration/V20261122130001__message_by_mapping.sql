-- The last messages of one mapping, on which a candidate is tried.
CREATE INDEX message_mapping ON message.message (mapping, id) WHERE mapping IS NOT NULL;
