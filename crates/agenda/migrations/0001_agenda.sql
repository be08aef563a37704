CREATE TABLE action (
  body_id {ID} NOT NULL,
  id {ID} NOT NULL,
  number {INT} NOT NULL,
  code {TEXT} NOT NULL,
  state {TEXT} NOT NULL,
  published {BOOL} NOT NULL,
  title {TEXT} NOT NULL,
  easy_title {TEXT} NOT NULL,
  summary {TEXT} NOT NULL,
  kind {TEXT} NOT NULL,
  start_day {TEXT},
  end_day {TEXT},
  responsible {TEXT} NOT NULL,
  cost {INT},
  inclusion {TEXT} NOT NULL,
  level_from {TEXT} NOT NULL,
  level_to {TEXT} NOT NULL,
  -- Lists that no query looks into: areas, municipalities, partners, funding, services, databases.
  lists_json {TEXT} NOT NULL,
  source {TEXT} NOT NULL,
  demonstrative {BOOL} NOT NULL,
  changed_at {INT} NOT NULL,
  PRIMARY KEY (body_id, id),
  UNIQUE (body_id, number)
) {STRICT};

CREATE TABLE action_origin (
  body_id {ID} NOT NULL,
  action_id {ID} NOT NULL,
  kind {TEXT} NOT NULL,
  id {ID} NOT NULL,
  position {INT} NOT NULL,
  title {TEXT} NOT NULL,
  href {TEXT} NOT NULL,
  PRIMARY KEY (body_id, action_id, kind, id)
) {STRICT};
CREATE INDEX action_origin_back ON action_origin (body_id, kind, id);

CREATE TABLE action_change (
  body_id {ID} NOT NULL,
  id {ID} NOT NULL,
  action_id {ID} NOT NULL,
  at {INT} NOT NULL,
  actor {ID},
  from_state {TEXT} NOT NULL,
  to_state {TEXT} NOT NULL,
  reason {TEXT} NOT NULL,
  PRIMARY KEY (body_id, id)
) {STRICT};
CREATE INDEX action_change_action ON action_change (body_id, action_id, at);

CREATE TABLE expected_result (
  body_id {ID} NOT NULL,
  id {ID} NOT NULL,
  action_id {ID} NOT NULL,
  number {INT} NOT NULL,
  code {TEXT} NOT NULL,
  wording {TEXT} NOT NULL,
  kind {TEXT} NOT NULL,
  due_day {TEXT},
  PRIMARY KEY (body_id, id),
  UNIQUE (body_id, number)
) {STRICT};
CREATE INDEX expected_result_action ON expected_result (body_id, action_id, number);

CREATE TABLE indicator (
  body_id {ID} NOT NULL,
  id {ID} NOT NULL,
  action_id {ID} NOT NULL,
  result_id {ID} NOT NULL,
  number {INT} NOT NULL,
  code {TEXT} NOT NULL,
  state {TEXT} NOT NULL,
  name {TEXT} NOT NULL,
  definition {TEXT} NOT NULL,
  kind {TEXT} NOT NULL,
  formula {TEXT} NOT NULL,
  unit {TEXT} NOT NULL,
  polarity {TEXT},
  baseline_value {REAL},
  baseline_day {TEXT},
  baseline_due {TEXT},
  source {TEXT} NOT NULL,
  frequency {TEXT},
  responsible {TEXT} NOT NULL,
  decimals {INT} NOT NULL,
  demonstrative {BOOL} NOT NULL,
  PRIMARY KEY (body_id, id),
  UNIQUE (body_id, number)
) {STRICT};
CREATE INDEX indicator_action ON indicator (body_id, action_id, number);

-- For "higher" and "lower" the target value stands in both columns.
CREATE TABLE indicator_target (
  body_id {ID} NOT NULL,
  indicator_id {ID} NOT NULL,
  day {TEXT} NOT NULL,
  min_value {REAL} NOT NULL,
  max_value {REAL} NOT NULL,
  PRIMARY KEY (body_id, indicator_id, day)
) {STRICT};

-- Numbers are never used twice, not even after a removal.
CREATE TABLE agenda_counter (
  body_id {ID} NOT NULL,
  series {TEXT} NOT NULL,
  last {INT} NOT NULL,
  PRIMARY KEY (body_id, series)
) {STRICT};

CREATE TABLE agenda_version (
  body_id {ID} NOT NULL,
  id {ID} NOT NULL,
  number {INT} NOT NULL,
  state {TEXT} NOT NULL,
  title {TEXT} NOT NULL,
  promise {TEXT} NOT NULL,
  reason {TEXT} NOT NULL,
  act {TEXT} NOT NULL,
  approved_day {TEXT},
  published_at {INT},
  snapshot {TEXT} NOT NULL,
  hash {TEXT} NOT NULL,
  PRIMARY KEY (body_id, id),
  UNIQUE (body_id, number)
) {STRICT};
-- What was approved is frozen: a later change is a new version.
--sqlite CREATE TRIGGER agenda_version_frozen BEFORE UPDATE ON agenda_version
--sqlite WHEN old.state <> 'draft' AND (new.snapshot <> old.snapshot OR new.hash <> old.hash OR new.act <> old.act OR new.title <> old.title OR new.promise <> old.promise) BEGIN
--sqlite   SELECT RAISE(ABORT, 'an approved agenda version is frozen');
--sqlite END;
--sqlite CREATE TRIGGER agenda_version_kept BEFORE DELETE ON agenda_version WHEN old.state <> 'draft' BEGIN
--sqlite   SELECT RAISE(ABORT, 'an approved agenda version is frozen');
--sqlite END;
--postgres CREATE RULE agenda_version_frozen AS ON UPDATE TO agenda_version WHERE old.state <> 'draft' AND (new.snapshot <> old.snapshot OR new.hash <> old.hash OR new.act <> old.act OR new.title <> old.title OR new.promise <> old.promise) DO INSTEAD NOTHING;
--postgres CREATE RULE agenda_version_kept AS ON DELETE TO agenda_version WHERE old.state <> 'draft' DO INSTEAD NOTHING;
