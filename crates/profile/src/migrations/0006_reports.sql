-- Where somebody who reported a mistake reads the answer; emptied by job. An empty author marks a report.
ALTER TABLE card_proposal ADD COLUMN reply_to {TEXT} NOT NULL DEFAULT '';
