-- How many public ideas a search leaves is counted in the index alone.
CREATE INDEX idea_public ON idea (body_id, path_id, id) WHERE public;
