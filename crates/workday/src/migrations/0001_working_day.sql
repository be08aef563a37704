CREATE TABLE working_day (
  body_id {ID} NOT NULL,
  id {ID} NOT NULL,
  path {TEXT} NOT NULL,
  slug {TEXT} NOT NULL,
  href {TEXT} NOT NULL,
  title {TEXT} NOT NULL,
  day {TEXT} NOT NULL,
  place {TEXT} NOT NULL,
  access_notes {TEXT} NOT NULL,
  budget_cents {INT},
  official_rule {TEXT} NOT NULL,
  completion {TEXT} NOT NULL,
  tie_rule {TEXT} NOT NULL,
  tie_order {TEXT} NOT NULL,
  least_level {INT} NOT NULL,
  state {TEXT} NOT NULL,
  rules_hash {TEXT},
  join_code {TEXT},
  present {INT} NOT NULL,
  ballots {INT} NOT NULL,
  frozen_at {INT},
  opened_at {INT},
  closed_at {INT},
  published_at {INT},
  annulled_at {INT},
  annul_reason {TEXT} NOT NULL,
  PRIMARY KEY (body_id, id)
) {STRICT};
CREATE UNIQUE INDEX working_day_slug ON working_day (body_id, slug);
CREATE UNIQUE INDEX working_day_join_code ON working_day (body_id, join_code);
CREATE INDEX working_day_date ON working_day (body_id, day);

CREATE TABLE project (
  body_id {ID} NOT NULL,
  id {ID} NOT NULL,
  day_id {ID} NOT NULL,
  code {TEXT} NOT NULL,
  title {TEXT} NOT NULL,
  summary {TEXT} NOT NULL,
  cost_cents {INT} NOT NULL,
  area {TEXT} NOT NULL,
  place {INT} NOT NULL,
  tie_place {INT},
  PRIMARY KEY (body_id, id)
) {STRICT};
CREATE UNIQUE INDEX project_code ON project (body_id, day_id, code);

-- The ideas a project comes from, as they were called when it was made.
CREATE TABLE project_origin (
  body_id {ID} NOT NULL,
  project_id {ID} NOT NULL,
  idea_id {ID} NOT NULL,
  day_id {ID} NOT NULL,
  place {INT} NOT NULL,
  title {TEXT} NOT NULL,
  href {TEXT} NOT NULL,
  PRIMARY KEY (body_id, project_id, idea_id)
) {STRICT};
CREATE INDEX project_origin_day ON project_origin (body_id, day_id);
CREATE INDEX project_origin_idea ON project_origin (body_id, idea_id);

-- Who may vote: a random mark, never an account. The secret itself stays with the voter.
CREATE TABLE voter_credential (
  body_id {ID} NOT NULL,
  day_id {ID} NOT NULL,
  voter {TEXT} NOT NULL,
  level {INT} NOT NULL,
  code_hash {TEXT},
  token_hash {TEXT},
  PRIMARY KEY (body_id, day_id, voter)
) {STRICT};
CREATE UNIQUE INDEX voter_credential_code ON voter_credential (body_id, code_hash);
CREATE UNIQUE INDEX voter_credential_token ON voter_credential (body_id, day_id, token_hash);

-- The last ballot of each voter: the one that counts.
CREATE TABLE ballot (
  body_id {ID} NOT NULL,
  day_id {ID} NOT NULL,
  voter {TEXT} NOT NULL,
  approvals {TEXT} NOT NULL,
  submission {ID} NOT NULL,
  receipt {TEXT} NOT NULL,
  submitted_at {INT} NOT NULL,
  PRIMARY KEY (body_id, day_id, voter)
) {STRICT};
CREATE UNIQUE INDEX ballot_receipt ON ballot (body_id, day_id, receipt);

-- Every submission that was acknowledged, so that one sent again is told the same; no choices here.
CREATE TABLE ballot_submission (
  body_id {ID} NOT NULL,
  day_id {ID} NOT NULL,
  voter {TEXT} NOT NULL,
  submission {ID} NOT NULL,
  receipt {TEXT} NOT NULL,
  PRIMARY KEY (body_id, day_id, voter, submission)
) {STRICT};

CREATE TABLE working_day_count (
  body_id {ID} NOT NULL,
  day_id {ID} NOT NULL,
  counted_at {INT} NOT NULL,
  record {TEXT} NOT NULL,
  hash {TEXT} NOT NULL,
  PRIMARY KEY (body_id, day_id)
) {STRICT};
