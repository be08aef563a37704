-- Where each value of a record came from: one short JSON list beside the record (see origins.rs).
ALTER TABLE service ADD COLUMN origins {TEXT} NOT NULL DEFAULT '';
ALTER TABLE information_base ADD COLUMN origins {TEXT} NOT NULL DEFAULT '';
