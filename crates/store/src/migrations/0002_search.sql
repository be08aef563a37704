-- The telling words of a public text as they are written, so that a mistyped word can be answered
-- with one that a reader knows. Empty for what is not public. Rows made before this step keep an
-- empty list until they are written again: their titles are read instead.
ALTER TABLE search_document ADD COLUMN words {TEXT} NOT NULL DEFAULT '';
