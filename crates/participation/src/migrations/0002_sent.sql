CREATE TABLE participation_sent (
  body_id {ID} NOT NULL,
  -- Hash of a form's own mark and of what was written in it: the same thing sent twice is one.
  mark {TEXT} NOT NULL,
  subject {ID} NOT NULL,
  at {INT} NOT NULL,
  PRIMARY KEY (body_id, mark)
) {STRICT};
CREATE INDEX participation_sent_at ON participation_sent (at);
