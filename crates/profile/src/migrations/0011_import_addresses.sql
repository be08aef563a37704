-- Addresses that somebody asked to be fetched: the rows are the job's work.
CREATE TABLE import_fetch (
  body_id {ID} NOT NULL,
  id {ID} NOT NULL,
  address {TEXT} NOT NULL,
  asked_at {INT} NOT NULL,
  state {TEXT} NOT NULL,
  begun_at {INT},
  attempts {INT} NOT NULL,
  draft_id {ID},
  fault {TEXT} NOT NULL,
  fault_n {INT} NOT NULL,
  PRIMARY KEY (body_id, id)
) {STRICT};
CREATE INDEX import_fetch_due ON import_fetch (state, asked_at);
