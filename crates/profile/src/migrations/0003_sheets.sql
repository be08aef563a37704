-- Imports that are remembered: what a layout means, which fields were accepted, what was done and can
-- be undone. And the sheets of the zone plan.
ALTER TABLE import_draft ADD COLUMN options_json {TEXT} NOT NULL DEFAULT '{}';
ALTER TABLE import_draft ADD COLUMN choices_json {TEXT} NOT NULL DEFAULT '{}';
ALTER TABLE import_draft ADD COLUMN source {TEXT} NOT NULL DEFAULT 'sheet';

-- A layout (the set of its headings) and where its columns go, as somebody of the body confirmed it.
CREATE TABLE import_format (
  body_id {ID} NOT NULL,
  register {TEXT} NOT NULL,
  layout {TEXT} NOT NULL,
  mapping_json {TEXT} NOT NULL,
  used_at {INT} NOT NULL,
  PRIMARY KEY (body_id, register, layout)
) {STRICT};

CREATE TABLE import_log (
  body_id {ID} NOT NULL,
  id {ID} NOT NULL,
  at {INT} NOT NULL,
  by_name {TEXT} NOT NULL,
  channel {TEXT} NOT NULL,
  register {TEXT} NOT NULL,
  source {TEXT} NOT NULL,
  file_name {TEXT} NOT NULL,
  file_hash {TEXT} NOT NULL,
  created {INT} NOT NULL,
  changed {INT} NOT NULL,
  unchanged {INT} NOT NULL,
  left_out {INT} NOT NULL,
  undone_at {INT},
  undone_by {TEXT} NOT NULL DEFAULT '',
  undo_left {INT} NOT NULL DEFAULT 0,
  PRIMARY KEY (body_id, id)
) {STRICT};
CREATE INDEX import_log_at ON import_log (body_id, at, id);

-- One row for each record made (field is empty) and for each field changed.
CREATE TABLE import_change (
  body_id {ID} NOT NULL,
  import_id {ID} NOT NULL,
  n {INT} NOT NULL,
  code {TEXT} NOT NULL,
  record_id {ID} NOT NULL,
  other_id {ID},
  field {TEXT} NOT NULL,
  value_before {TEXT} NOT NULL,
  value_after {TEXT} NOT NULL,
  PRIMARY KEY (body_id, import_id, n)
) {STRICT};

CREATE TABLE plan_sheet (
  body_id {ID} NOT NULL,
  id {ID} NOT NULL,
  version {INT} NOT NULL,
  created_at {INT} NOT NULL,
  updated_at {INT} NOT NULL,
  completeness {INT} NOT NULL,
  row_seal {TEXT} NOT NULL,
  origins {TEXT} NOT NULL DEFAULT '',
--sqlite   sort_key TEXT NOT NULL,
--postgres   sort_key text COLLATE "C" NOT NULL,
  code {TEXT} NOT NULL,
  name {TEXT} NOT NULL,
  plan_years {TEXT} NOT NULL,
  district {TEXT} NOT NULL,
  territory {TEXT} NOT NULL,
  main_regional_sheet {TEXT} NOT NULL,
  regional_sheets {TEXT} NOT NULL,
  continuing {BOOL},
  community_lab {BOOL},
  plan_area {TEXT} NOT NULL,
  cross_areas {TEXT} NOT NULL,
  areas {TEXT} NOT NULL,
  needs {TEXT} NOT NULL,
  description {TEXT} NOT NULL,
  recipients {TEXT} NOT NULL,
  planned_actions {TEXT} NOT NULL,
  integrated_policies {TEXT} NOT NULL,
  partners {TEXT} NOT NULL,
  referents {TEXT} NOT NULL,
  cost_municipalities {INT},
  cost_regional_fund {INT},
  cost_state_fund {INT},
  cost_frna {INT},
  cost_fna {INT},
  cost_dopo_di_noi {INT},
  cost_poverty_fund {INT},
  cost_european {INT},
  cost_health {INT},
  cost_other {INT},
  indicators {TEXT} NOT NULL,
  novelty {TEXT} NOT NULL,
  cancelled {BOOL},
  checked_on {TEXT} NOT NULL,
  source {TEXT} NOT NULL,
  demo {TEXT} NOT NULL,
  demo_fields {TEXT} NOT NULL,
  note {TEXT} NOT NULL,
  PRIMARY KEY (body_id, id)
) {STRICT};
CREATE UNIQUE INDEX plan_sheet_code ON plan_sheet (body_id, code);
CREATE INDEX plan_sheet_sort ON plan_sheet (body_id, sort_key, id);

-- Written with the sheet: expenses and indicators as rows, so that they can be summed and listed.
CREATE TABLE plan_expense (
  body_id {ID} NOT NULL,
  sheet_id {ID} NOT NULL,
  source {TEXT} NOT NULL,
  cents {INT} NOT NULL,
  PRIMARY KEY (body_id, sheet_id, source)
) {STRICT};

CREATE TABLE plan_indicator (
  body_id {ID} NOT NULL,
  sheet_id {ID} NOT NULL,
  n {INT} NOT NULL,
  name {TEXT} NOT NULL,
  value_now {TEXT} NOT NULL,
  target {TEXT} NOT NULL,
  PRIMARY KEY (body_id, sheet_id, n)
) {STRICT};
