-- Append-only: a correction is a new row that names the one it takes the place of.
CREATE TABLE reading (
  body_id {ID} NOT NULL,
  id {ID} NOT NULL,
  indicator_id {ID} NOT NULL,
  reference_day {TEXT} NOT NULL,
  value {REAL} NOT NULL,
  numerator {REAL},
  denominator {REAL},
  evidence {TEXT} NOT NULL,
  comment {TEXT} NOT NULL,
  validated {BOOL} NOT NULL,
  supersedes {ID},
  reason {TEXT} NOT NULL,
  demonstrative {BOOL} NOT NULL,
  recorded_at {INT} NOT NULL,
  recorded_by {ID},
  PRIMARY KEY (body_id, id)
) {STRICT};
CREATE INDEX reading_indicator ON reading (body_id, indicator_id, reference_day);
CREATE UNIQUE INDEX reading_corrected_once ON reading (body_id, supersedes);
--sqlite CREATE TRIGGER reading_no_update BEFORE UPDATE ON reading BEGIN
--sqlite   SELECT RAISE(ABORT, 'reading is append-only');
--sqlite END;
--sqlite CREATE TRIGGER reading_no_delete BEFORE DELETE ON reading BEGIN
--sqlite   SELECT RAISE(ABORT, 'reading is append-only');
--sqlite END;
--postgres CREATE RULE reading_no_update AS ON UPDATE TO reading DO INSTEAD NOTHING;
--postgres CREATE RULE reading_no_delete AS ON DELETE TO reading DO INSTEAD NOTHING;
