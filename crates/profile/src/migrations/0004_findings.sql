-- What the rules notice, and what was decided about it. One row per rule and subject, for ever: a
-- decision outlives every new look.
CREATE TABLE finding (
  body_id {ID} NOT NULL,
  id {ID} NOT NULL,
  version {INT} NOT NULL,
  rule {TEXT} NOT NULL,
  subject {TEXT} NOT NULL,
  severity {INT} NOT NULL,
  state {TEXT} NOT NULL,
  said_json {TEXT} NOT NULL,
  reason {TEXT} NOT NULL,
  until_day {TEXT} NOT NULL,
  need_id {ID},
  first_seen_at {INT} NOT NULL,
  decided_at {INT},
  resolved_at {INT},
  PRIMARY KEY (body_id, id)
) {STRICT};
CREATE UNIQUE INDEX finding_subject ON finding (body_id, rule, subject);
CREATE INDEX finding_state ON finding (body_id, state, rule, id);

-- What people need, as the office writes it down: from a finding, or by hand.
CREATE TABLE need (
  body_id {ID} NOT NULL,
  id {ID} NOT NULL,
  number {INT} NOT NULL,
  words {TEXT} NOT NULL,
  areas {TEXT} NOT NULL,
  municipalities {TEXT} NOT NULL,
  evidence {TEXT} NOT NULL,
  finding_id {ID},
  created_at {INT} NOT NULL,
  PRIMARY KEY (body_id, id)
) {STRICT};
CREATE UNIQUE INDEX need_number ON need (body_id, number);

-- What one database gives to another.
CREATE TABLE database_exchange (
  body_id {ID} NOT NULL,
  from_id {ID} NOT NULL,
  to_id {ID} NOT NULL,
  means {TEXT} NOT NULL,
  frequency {TEXT} NOT NULL,
  what {TEXT} NOT NULL,
  PRIMARY KEY (body_id, from_id, to_id)
) {STRICT};
CREATE INDEX database_exchange_to ON database_exchange (body_id, to_id);

-- The profile frozen on a day. Nothing but the day of publication is ever written twice.
CREATE TABLE profile_snapshot (
  body_id {ID} NOT NULL,
  number {INT} NOT NULL,
  id {ID} NOT NULL,
  title {TEXT} NOT NULL,
  taken_at {INT} NOT NULL,
  hash {TEXT} NOT NULL,
  content_json {TEXT} NOT NULL,
  published_at {INT},
  PRIMARY KEY (body_id, number)
) {STRICT};
