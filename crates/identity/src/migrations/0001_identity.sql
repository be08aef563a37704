-- A local body; `id` is the body_id of every other table.
CREATE TABLE body (
  id {ID} NOT NULL PRIMARY KEY,
  parent_id {ID} REFERENCES body (id),
  slug {TEXT} NOT NULL UNIQUE,
  name {TEXT} NOT NULL,
  kind {TEXT} NOT NULL,
  ipa_code {TEXT} NOT NULL,
  istat_code {TEXT} NOT NULL,
  province {TEXT} NOT NULL,
  population {INT},
  primary_color {TEXT} NOT NULL,
  logo {BYTES},
  logo_type {TEXT},
  languages {TEXT} NOT NULL,
  contact_email {TEXT} NOT NULL,
  privacy_url {TEXT} NOT NULL,
  accessibility_url {TEXT} NOT NULL,
  demo {BOOL} NOT NULL,
  created_at {INT} NOT NULL
) {STRICT};

CREATE TABLE body_municipality (
  body_id {ID} NOT NULL REFERENCES body (id),
  istat {TEXT} NOT NULL,
  name {TEXT} NOT NULL,
  PRIMARY KEY (body_id, istat)
) {STRICT};

-- People belong to no single body: body_id is that of the network.
CREATE TABLE person (
  body_id {ID} NOT NULL,
  id {ID} NOT NULL,
  email {TEXT} NOT NULL UNIQUE,
  name {TEXT} NOT NULL,
  password_hash {TEXT},
  email_verified_at {INT},
  identity_level {INT} NOT NULL,
  language {TEXT} NOT NULL,
  disabled_at {INT},
  created_at {INT} NOT NULL,
  PRIMARY KEY (body_id, id)
) {STRICT};
CREATE UNIQUE INDEX person_id ON person (id);

-- path is the address word of a path; empty means the whole body.
CREATE TABLE role_grant (
  body_id {ID} NOT NULL,
  person_id {ID} NOT NULL REFERENCES person (id),
  path {TEXT} NOT NULL,
  role {TEXT} NOT NULL,
  granted_at {INT} NOT NULL,
  PRIMARY KEY (body_id, person_id, path, role)
) {STRICT};
CREATE INDEX role_grant_person ON role_grant (person_id);

CREATE TABLE session (
  body_id {ID} NOT NULL,
  hash {TEXT} NOT NULL,
  id {ID} NOT NULL,
  person_id {ID} NOT NULL REFERENCES person (id),
  created_at {INT} NOT NULL,
  last_seen_at {INT} NOT NULL,
  idle_ms {INT} NOT NULL,
  absolute_at {INT} NOT NULL,
  device {TEXT} NOT NULL,
  PRIMARY KEY (body_id, hash)
) {STRICT};
CREATE INDEX session_person ON session (person_id);

-- person_id refers to nobody for an unknown address, so that asking costs the same.
CREATE TABLE one_time_link (
  body_id {ID} NOT NULL,
  hash {TEXT} NOT NULL,
  purpose {TEXT} NOT NULL,
  person_id {ID} NOT NULL,
  created_at {INT} NOT NULL,
  expires_at {INT} NOT NULL,
  used_at {INT},
  PRIMARY KEY (body_id, hash)
) {STRICT};
CREATE INDEX one_time_link_person ON one_time_link (person_id, created_at);

-- Failures by the hash of the address, known or not.
CREATE TABLE sign_in_failure (
  body_id {ID} NOT NULL,
  address_hash {TEXT} NOT NULL,
  failures {INT} NOT NULL,
  last_at {INT} NOT NULL,
  blocked_until {INT} NOT NULL,
  PRIMARY KEY (body_id, address_hash)
) {STRICT};

CREATE TABLE api_token (
  body_id {ID} NOT NULL REFERENCES body (id),
  id {ID} NOT NULL,
  hash {TEXT} NOT NULL UNIQUE,
  name {TEXT} NOT NULL,
  roles {TEXT} NOT NULL,
  created_at {INT} NOT NULL,
  created_by {ID},
  revoked_at {INT},
  PRIMARY KEY (body_id, id)
) {STRICT};
