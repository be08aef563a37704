-- Classifications. The official ones belong to the network; those of a body hold for it and for
-- every body below it.
CREATE TABLE vocabulary (
  body_id {ID} NOT NULL,
  slug {TEXT} NOT NULL,
  id {ID} NOT NULL,
  title_it {TEXT} NOT NULL,
  title_en {TEXT} NOT NULL,
  source {TEXT} NOT NULL,
  official {BOOL} NOT NULL,
  version {TEXT} NOT NULL,
  version_day {TEXT} NOT NULL,
  revision {INT} NOT NULL,
  updated_at {INT} NOT NULL,
  PRIMARY KEY (body_id, slug)
) {STRICT};

-- A closed term keeps its row, so the key refuses its code for ever.
CREATE TABLE vocabulary_term (
  body_id {ID} NOT NULL,
  vocabulary {TEXT} NOT NULL,
  code {TEXT} NOT NULL,
  place {INT} NOT NULL,
  label_it {TEXT} NOT NULL,
  label_en {TEXT} NOT NULL,
  parent {TEXT} NOT NULL,
  uri {TEXT} NOT NULL,
  valid_from {TEXT} NOT NULL,
  valid_until {TEXT} NOT NULL,
  replaced_by {TEXT} NOT NULL,
  folded {TEXT} NOT NULL,
  PRIMARY KEY (body_id, vocabulary, code)
) {STRICT};
CREATE UNIQUE INDEX vocabulary_term_place ON vocabulary_term (body_id, vocabulary, place);
--sqlite CREATE TRIGGER vocabulary_term_no_delete BEFORE DELETE ON vocabulary_term BEGIN
--sqlite   SELECT RAISE(ABORT, 'a term is closed, never deleted');
--sqlite END;
--postgres CREATE FUNCTION vocabulary_term_stays() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'a term is closed, never deleted'; END $$;
--postgres CREATE TRIGGER vocabulary_term_no_delete BEFORE DELETE ON vocabulary_term FOR EACH ROW EXECUTE FUNCTION vocabulary_term_stays();

-- Each version that was brought in: what it was, what it changed.
CREATE TABLE vocabulary_version (
  body_id {ID} NOT NULL,
  vocabulary {TEXT} NOT NULL,
  n {INT} NOT NULL,
  at {INT} NOT NULL,
  version {TEXT} NOT NULL,
  version_day {TEXT} NOT NULL,
  source {TEXT} NOT NULL,
  file_name {TEXT} NOT NULL,
  added {INT} NOT NULL,
  changed {INT} NOT NULL,
  closed {INT} NOT NULL,
  PRIMARY KEY (body_id, vocabulary, n)
) {STRICT};

-- A table taken in and not yet confirmed.
CREATE TABLE vocabulary_draft (
  body_id {ID} NOT NULL,
  id {ID} NOT NULL,
  vocabulary {TEXT} NOT NULL,
  file_name {TEXT} NOT NULL,
  content {BYTES} NOT NULL,
  version {TEXT} NOT NULL,
  version_day {TEXT} NOT NULL,
  source {TEXT} NOT NULL,
  whole {BOOL} NOT NULL,
  created_at {INT} NOT NULL,
  PRIMARY KEY (body_id, id)
) {STRICT};
