-- Tokens that stand for a person and the roles they hold: they belong to no single body.
CREATE TABLE person_token (
  body_id {ID} NOT NULL,
  id {ID} NOT NULL,
  hash {TEXT} NOT NULL UNIQUE,
  person_id {ID} NOT NULL REFERENCES person (id),
  name {TEXT} NOT NULL,
  created_at {INT} NOT NULL,
  revoked_at {INT},
  PRIMARY KEY (body_id, id)
) {STRICT};
CREATE INDEX person_token_person ON person_token (person_id, created_at);
