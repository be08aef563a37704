-- Head of a body: its latest event number and the seal of its latest audit entry.
CREATE TABLE body_head (
  body_id {ID} NOT NULL PRIMARY KEY,
  seq {INT} NOT NULL,
  audit_hash {TEXT} NOT NULL
) {STRICT};

CREATE TABLE event_log (
  body_id {ID} NOT NULL,
  seq {INT} NOT NULL,
  at {INT} NOT NULL,
  action {TEXT} NOT NULL,
  subject_kind {TEXT} NOT NULL,
  subject_id {ID} NOT NULL,
  PRIMARY KEY (body_id, seq)
) {STRICT};
CREATE INDEX event_log_subject ON event_log (body_id, subject_kind, subject_id, seq);

CREATE TABLE audit_log (
  body_id {ID} NOT NULL,
  seq {INT} NOT NULL,
  at {INT} NOT NULL,
  actor {ID},
  on_behalf_of {TEXT} NOT NULL,
  channel {TEXT} NOT NULL,
  identity_level {INT} NOT NULL,
  action {TEXT} NOT NULL,
  subject_kind {TEXT} NOT NULL,
  subject_id {ID} NOT NULL,
  before_json {TEXT} NOT NULL,
  after_json {TEXT} NOT NULL,
  previous_hash {TEXT} NOT NULL,
  hash {TEXT} NOT NULL,
  PRIMARY KEY (body_id, seq)
) {STRICT};
--sqlite CREATE TRIGGER audit_log_no_update BEFORE UPDATE ON audit_log BEGIN
--sqlite   SELECT RAISE(ABORT, 'audit_log is append-only');
--sqlite END;
--sqlite CREATE TRIGGER audit_log_no_delete BEFORE DELETE ON audit_log BEGIN
--sqlite   SELECT RAISE(ABORT, 'audit_log is append-only');
--sqlite END;
--postgres CREATE RULE audit_log_no_update AS ON UPDATE TO audit_log DO INSTEAD NOTHING;
--postgres CREATE RULE audit_log_no_delete AS ON DELETE TO audit_log DO INSTEAD NOTHING;

CREATE TABLE thread_node (
  body_id {ID} NOT NULL,
  kind {TEXT} NOT NULL,
  id {ID} NOT NULL,
  label {TEXT} NOT NULL,
  href {TEXT} NOT NULL,
  note {TEXT} NOT NULL,
  public {BOOL} NOT NULL,
  PRIMARY KEY (body_id, kind, id)
) {STRICT};

CREATE TABLE thread_edge (
  body_id {ID} NOT NULL,
  from_kind {TEXT} NOT NULL,
  from_id {ID} NOT NULL,
  relation {TEXT} NOT NULL,
  to_kind {TEXT} NOT NULL,
  to_id {ID} NOT NULL,
  at {INT} NOT NULL,
  PRIMARY KEY (body_id, from_kind, from_id, relation, to_kind, to_id)
) {STRICT};
CREATE INDEX thread_edge_back ON thread_edge (body_id, to_kind, to_id);

--sqlite CREATE TABLE search_document (
--sqlite   doc INTEGER PRIMARY KEY,
--sqlite   body_id BLOB NOT NULL,
--sqlite   kind TEXT NOT NULL,
--sqlite   id BLOB NOT NULL,
--sqlite   title TEXT NOT NULL,
--sqlite   summary TEXT NOT NULL,
--sqlite   href TEXT NOT NULL,
--sqlite   public INTEGER NOT NULL,
--sqlite   stems TEXT NOT NULL,
--sqlite   UNIQUE (body_id, kind, id)
--sqlite ) STRICT;
--sqlite CREATE VIRTUAL TABLE search_index USING fts5 (stems, content = 'search_document', content_rowid = 'doc', tokenize = 'unicode61');
--sqlite CREATE TRIGGER search_document_insert AFTER INSERT ON search_document BEGIN
--sqlite   INSERT INTO search_index (rowid, stems) VALUES (new.doc, new.stems);
--sqlite END;
--sqlite CREATE TRIGGER search_document_delete AFTER DELETE ON search_document BEGIN
--sqlite   INSERT INTO search_index (search_index, rowid, stems) VALUES ('delete', old.doc, old.stems);
--sqlite END;
--sqlite CREATE TRIGGER search_document_update AFTER UPDATE OF stems ON search_document BEGIN
--sqlite   INSERT INTO search_index (search_index, rowid, stems) VALUES ('delete', old.doc, old.stems);
--sqlite   INSERT INTO search_index (rowid, stems) VALUES (new.doc, new.stems);
--sqlite END;
--postgres CREATE TABLE search_document (
--postgres   body_id uuid NOT NULL,
--postgres   kind text NOT NULL,
--postgres   id uuid NOT NULL,
--postgres   title text NOT NULL,
--postgres   summary text NOT NULL,
--postgres   href text NOT NULL,
--postgres   public boolean NOT NULL,
--postgres   stems tsvector NOT NULL,
--postgres   PRIMARY KEY (body_id, kind, id)
--postgres );
--postgres CREATE INDEX search_document_stems ON search_document USING gin (stems);

CREATE TABLE outbox (
  body_id {ID} NOT NULL,
  id {ID} NOT NULL,
  recipient {TEXT} NOT NULL,
  subject {TEXT} NOT NULL,
  content {TEXT} NOT NULL,
  created_at {INT} NOT NULL,
  next_at {INT} NOT NULL,
  sent_at {INT},
  attempts {INT} NOT NULL,
  last_error {TEXT} NOT NULL,
  PRIMARY KEY (body_id, id)
) {STRICT};
CREATE INDEX outbox_due ON outbox (sent_at, next_at);

CREATE TABLE setting (
  body_id {ID} NOT NULL,
  name {TEXT} NOT NULL,
  value {TEXT} NOT NULL,
  PRIMARY KEY (body_id, name)
) {STRICT};
