-- Imports from other directories, pages and graphs: what their table was made of.
ALTER TABLE import_draft ADD COLUMN source_hash {TEXT} NOT NULL DEFAULT '';
