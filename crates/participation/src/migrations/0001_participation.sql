CREATE TABLE path (
  body_id {ID} NOT NULL,
  id {ID} NOT NULL,
  slug {TEXT} NOT NULL,
  name {TEXT} NOT NULL,
  year {INT} NOT NULL,
  lead_office {TEXT} NOT NULL,
  state {TEXT} NOT NULL,
  -- Where a suspended path goes on from.
  state_before {TEXT},
  summary {TEXT} NOT NULL,
  text {TEXT} NOT NULL,
  -- Kept in the transactions that publish and withdraw, so that a list page need not count.
  public_ideas {INT} NOT NULL,
  created_at {INT} NOT NULL,
  PRIMARY KEY (body_id, id),
  UNIQUE (body_id, slug)
) {STRICT};

CREATE TABLE phase (
  body_id {ID} NOT NULL,
  path_id {ID} NOT NULL,
  id {ID} NOT NULL,
  kind {TEXT} NOT NULL,
  title {TEXT} NOT NULL,
  text {TEXT} NOT NULL,
  from_day {TEXT} NOT NULL,
  to_day {TEXT} NOT NULL,
  PRIMARY KEY (body_id, path_id, id)
) {STRICT};

CREATE TABLE idea (
  body_id {ID} NOT NULL,
  id {ID} NOT NULL,
  path_id {ID} NOT NULL,
  number {INT} NOT NULL,
  -- Secret: only the author has it.
  code {TEXT} NOT NULL,
  title {TEXT} NOT NULL,
  text {TEXT} NOT NULL,
  for_whom {TEXT} NOT NULL,
  -- Codes joined by spaces, for showing; idea_area is for filtering.
  areas {TEXT} NOT NULL,
  municipality {TEXT} NOT NULL,
  channel {TEXT} NOT NULL,
  contributor {TEXT} NOT NULL,
  identity_level {INT} NOT NULL,
  state {TEXT} NOT NULL,
  public {BOOL} NOT NULL,
  reason {TEXT},
  answer {TEXT} NOT NULL,
  outcome_code {TEXT} NOT NULL,
  -- What looks like personal data in the text, for the moderator.
  flags {TEXT} NOT NULL,
  supports {INT} NOT NULL,
  comments {INT} NOT NULL,
  created_at {INT} NOT NULL,
  waiting_since {INT} NOT NULL,
  published_at {INT} NOT NULL,
  -- Where an idea brought in from elsewhere was taken from; empty for one sent here.
  source {TEXT} NOT NULL,
  -- An invented example: pages say so.
  demonstrative {BOOL} NOT NULL,
  PRIMARY KEY (body_id, id),
  UNIQUE (body_id, number),
  UNIQUE (body_id, code)
) {STRICT};
CREATE INDEX idea_newest ON idea (body_id, path_id, published_at, number) WHERE public;
CREATE INDEX idea_supported ON idea (body_id, path_id, supports, number) WHERE public;
CREATE INDEX idea_waiting ON idea (body_id, waiting_since, number) WHERE state = 'received';
CREATE INDEX idea_state ON idea (body_id, path_id, state);

CREATE TABLE idea_area (
  body_id {ID} NOT NULL,
  area {TEXT} NOT NULL,
  idea_id {ID} NOT NULL,
  PRIMARY KEY (body_id, area, idea_id)
) {STRICT};

CREATE TABLE idea_step (
  body_id {ID} NOT NULL,
  idea_id {ID} NOT NULL,
  -- Its place in the history, from 1: steps of one transaction share their moment.
  n {INT} NOT NULL,
  at {INT} NOT NULL,
  state {TEXT} NOT NULL,
  note {TEXT} NOT NULL,
  by_role {TEXT} NOT NULL,
  -- False for notes meant for the author alone.
  public {BOOL} NOT NULL,
  PRIMARY KEY (body_id, idea_id, n)
) {STRICT};

CREATE TABLE idea_email (
  body_id {ID} NOT NULL,
  idea_id {ID} NOT NULL,
  email {TEXT} NOT NULL,
  keep_until {INT} NOT NULL,
  PRIMARY KEY (body_id, idea_id)
) {STRICT};
CREATE INDEX idea_email_due ON idea_email (keep_until);

CREATE TABLE support (
  body_id {ID} NOT NULL,
  idea_id {ID} NOT NULL,
  -- `p:` and the id of a person, or `v:` and the hash of a visitor's token.
  who {TEXT} NOT NULL,
  at {INT} NOT NULL,
  PRIMARY KEY (body_id, idea_id, who)
) {STRICT};

CREATE TABLE comment (
  body_id {ID} NOT NULL,
  idea_id {ID} NOT NULL,
  id {ID} NOT NULL,
  author_label {TEXT} NOT NULL,
  text {TEXT} NOT NULL,
  state {TEXT} NOT NULL,
  at {INT} NOT NULL,
  PRIMARY KEY (body_id, idea_id, id)
) {STRICT};
CREATE INDEX comment_waiting ON comment (body_id, at) WHERE state = 'received';
CREATE INDEX comment_by_id ON comment (body_id, id);
