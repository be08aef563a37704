-- The snapshot of the profile that a draft is to start from; once approved, the frozen text holds it.
ALTER TABLE agenda_version ADD COLUMN profile_snapshot {INT};
