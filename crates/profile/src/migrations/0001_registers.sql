-- The two registers of step 1. Lists are kept on the record as codes joined by `;`; those one filters
-- by have a row each in a table beside it, written in the same transaction.
CREATE TABLE service (
  body_id {ID} NOT NULL,
  id {ID} NOT NULL,
  version {INT} NOT NULL,
  created_at {INT} NOT NULL,
  updated_at {INT} NOT NULL,
  completeness {INT} NOT NULL,
  row_seal {TEXT} NOT NULL,
--sqlite   sort_key TEXT NOT NULL,
--postgres   sort_key text COLLATE "C" NOT NULL,
  code {TEXT} NOT NULL,
  name {TEXT} NOT NULL,
  short_description {TEXT} NOT NULL,
  easy_description {TEXT} NOT NULL,
  owner {TEXT} NOT NULL,
  management {TEXT} NOT NULL,
  provider {TEXT} NOT NULL,
  contact_office {TEXT} NOT NULL,
  areas {TEXT} NOT NULL,
  siuss_area {INT},
  macro_level {TEXT} NOT NULL,
  leps {TEXT} NOT NULL,
  regional_sheets {TEXT} NOT NULL,
  plan_sheets {TEXT} NOT NULL,
  recipients {TEXT} NOT NULL,
  requirements {TEXT} NOT NULL,
  means_test {INT},
  municipalities {TEXT} NOT NULL,
  place {TEXT} NOT NULL,
  users_count {INT},
  users_year {INT},
  users_source {TEXT} NOT NULL,
  channels {TEXT} NOT NULL,
  opening_hours {TEXT} NOT NULL,
  current_level {TEXT} NOT NULL,
  target_level {TEXT} NOT NULL,
  authentication {TEXT} NOT NULL,
  platforms {TEXT} NOT NULL,
  software {TEXT} NOT NULL,
  barriers {TEXT} NOT NULL,
  assistance {TEXT} NOT NULL,
  user_cost {INT},
  url {TEXT} NOT NULL,
  status {TEXT} NOT NULL,
  checked_on {TEXT} NOT NULL,
  checked_by {TEXT} NOT NULL,
  source {TEXT} NOT NULL,
  demo {TEXT} NOT NULL,
  demo_fields {TEXT} NOT NULL,
  note {TEXT} NOT NULL,
  PRIMARY KEY (body_id, id)
) {STRICT};
CREATE UNIQUE INDEX service_code ON service (body_id, code);
CREATE INDEX service_sort ON service (body_id, sort_key, id);

CREATE TABLE information_base (
  body_id {ID} NOT NULL,
  id {ID} NOT NULL,
  version {INT} NOT NULL,
  created_at {INT} NOT NULL,
  updated_at {INT} NOT NULL,
  completeness {INT} NOT NULL,
  row_seal {TEXT} NOT NULL,
--sqlite   sort_key TEXT NOT NULL,
--postgres   sort_key text COLLATE "C" NOT NULL,
  code {TEXT} NOT NULL,
  name {TEXT} NOT NULL,
  acronym {TEXT} NOT NULL,
  description {TEXT} NOT NULL,
  kind {TEXT} NOT NULL,
  scope {TEXT} NOT NULL,
  owner {TEXT} NOT NULL,
  owner_ipa {TEXT} NOT NULL,
  provider {TEXT} NOT NULL,
  internal_office {TEXT} NOT NULL,
  legal_basis {TEXT} NOT NULL,
  application {TEXT} NOT NULL,
  supplier {TEXT} NOT NULL,
  hosting {TEXT} NOT NULL,
  contract_ends {TEXT} NOT NULL,
  entities {TEXT} NOT NULL,
  records_count {INT},
  time_coverage {TEXT} NOT NULL,
  territory_coverage {TEXT} NOT NULL,
  person_key {TEXT} NOT NULL,
  classifications {TEXT} NOT NULL,
  content_completeness {INT},
  update_frequency {TEXT} NOT NULL,
  reliability {INT},
  checked_on {TEXT} NOT NULL,
  format {TEXT} NOT NULL,
  api {BOOL},
  pdnd {TEXT} NOT NULL,
  feeding {TEXT} NOT NULL,
  planning_use {BOOL},
  essential {BOOL},
  essential_why {TEXT} NOT NULL,
  personal_data {BOOL},
  special_categories {BOOL},
  minors {BOOL},
  register_reference {TEXT} NOT NULL,
  dpia {BOOL},
  access_level {TEXT} NOT NULL,
  open_data {TEXT} NOT NULL,
  licence {TEXT} NOT NULL,
  url {TEXT} NOT NULL,
  verification {TEXT} NOT NULL,
  source {TEXT} NOT NULL,
  demo {TEXT} NOT NULL,
  demo_fields {TEXT} NOT NULL,
  note {TEXT} NOT NULL,
  PRIMARY KEY (body_id, id)
) {STRICT};
CREATE UNIQUE INDEX information_base_code ON information_base (body_id, code);
CREATE INDEX information_base_sort ON information_base (body_id, sort_key, id);

CREATE TABLE service_area (
  body_id {ID} NOT NULL,
  area {TEXT} NOT NULL,
  service_id {ID} NOT NULL,
  PRIMARY KEY (body_id, area, service_id)
) {STRICT};
CREATE INDEX service_area_service ON service_area (body_id, service_id);

CREATE TABLE service_municipality (
  body_id {ID} NOT NULL,
  municipality {TEXT} NOT NULL,
  service_id {ID} NOT NULL,
  PRIMARY KEY (body_id, municipality, service_id)
) {STRICT};
CREATE INDEX service_municipality_service ON service_municipality (body_id, service_id);

CREATE TABLE data_use (
  body_id {ID} NOT NULL,
  service_id {ID} NOT NULL,
  database_id {ID} NOT NULL,
  access {TEXT} NOT NULL CHECK (access IN ('read', 'write', 'read_write')),
  means {TEXT} NOT NULL,
  PRIMARY KEY (body_id, service_id, database_id)
) {STRICT};
CREATE INDEX data_use_database ON data_use (body_id, database_id);

-- A file between upload and confirmation; thrown away when applied, given up or a day old.
CREATE TABLE import_draft (
  body_id {ID} NOT NULL,
  id {ID} NOT NULL,
  register {TEXT} NOT NULL,
  file_name {TEXT} NOT NULL,
  content {BYTES} NOT NULL,
  mapping_json {TEXT} NOT NULL,
  created_at {INT} NOT NULL,
  PRIMARY KEY (body_id, id)
) {STRICT};
CREATE INDEX import_draft_age ON import_draft (created_at);
