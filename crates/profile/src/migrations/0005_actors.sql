-- Who offers services beside the body, and who keeps a card true.
CREATE TABLE actor (
  body_id {ID} NOT NULL,
  id {ID} NOT NULL,
  version {INT} NOT NULL,
  created_at {INT} NOT NULL,
  updated_at {INT} NOT NULL,
--sqlite   sort_key TEXT NOT NULL,
--postgres   sort_key text COLLATE "C" NOT NULL,
  code {TEXT} NOT NULL,
  name {TEXT} NOT NULL,
  form {TEXT} NOT NULL,
  description {TEXT} NOT NULL,
  areas {TEXT} NOT NULL,
  municipalities {TEXT} NOT NULL,
  place {TEXT} NOT NULL,
  phone {TEXT} NOT NULL,
  email {TEXT} NOT NULL,
  website {TEXT} NOT NULL,
  runts {BOOL},
  PRIMARY KEY (body_id, id)
) {STRICT};
CREATE UNIQUE INDEX actor_code ON actor (body_id, code);
CREATE INDEX actor_sort ON actor (body_id, sort_key, id);

CREATE TABLE actor_member (
  body_id {ID} NOT NULL,
  actor_id {ID} NOT NULL,
  person_id {ID} NOT NULL,
  created_at {INT} NOT NULL,
  PRIMARY KEY (body_id, actor_id, person_id)
) {STRICT};
CREATE INDEX actor_member_person ON actor_member (body_id, person_id);

-- "It is a service of ours": accepted, the actor keeps that card until the claim is revoked.
CREATE TABLE card_claim (
  body_id {ID} NOT NULL,
  id {ID} NOT NULL,
  service_id {ID} NOT NULL,
  actor_id {ID},
  organisation {TEXT} NOT NULL,
  person_id {ID} NOT NULL,
  why {TEXT} NOT NULL,
  state {TEXT} NOT NULL CHECK (state IN ('pending', 'accepted', 'refused', 'withdrawn', 'revoked')),
  answer {TEXT} NOT NULL,
  created_at {INT} NOT NULL,
  decided_at {INT},
  decided_by {ID},
  PRIMARY KEY (body_id, id)
) {STRICT};
CREATE INDEX card_claim_state ON card_claim (body_id, state, id);
CREATE INDEX card_claim_person ON card_claim (body_id, person_id);
CREATE INDEX card_claim_actor ON card_claim (body_id, actor_id);
CREATE UNIQUE INDEX card_claim_waiting ON card_claim (body_id, service_id, person_id) WHERE state = 'pending';
-- One card, one keeper: with two, each would undo the other.
CREATE UNIQUE INDEX card_claim_kept ON card_claim (body_id, service_id) WHERE state = 'accepted';

-- What somebody would change in a card; the card itself changes only when staff accept.
-- service_id is empty for a service that the body does not know yet.
CREATE TABLE card_proposal (
  body_id {ID} NOT NULL,
  id {ID} NOT NULL,
  service_id {ID},
  actor_id {ID},
  request_id {ID},
  person_id {ID},
  author {TEXT} NOT NULL,
  name {TEXT} NOT NULL,
  changes_json {TEXT} NOT NULL,
  message {TEXT} NOT NULL,
  state {TEXT} NOT NULL CHECK (state IN ('pending', 'draft', 'accepted', 'partly', 'refused', 'withdrawn')),
  answer {TEXT} NOT NULL,
  accepted {TEXT} NOT NULL,
  created_at {INT} NOT NULL,
  updated_at {INT} NOT NULL,
  decided_at {INT},
  decided_by {ID},
  PRIMARY KEY (body_id, id)
) {STRICT};
CREATE INDEX card_proposal_state ON card_proposal (body_id, state, id);
CREATE INDEX card_proposal_service ON card_proposal (body_id, service_id, state);
CREATE INDEX card_proposal_person ON card_proposal (body_id, person_id, id);

-- "Is it still true?", asked by e-mail about one card.
CREATE TABLE card_request (
  body_id {ID} NOT NULL,
  id {ID} NOT NULL,
  service_id {ID} NOT NULL,
  recipient {TEXT} NOT NULL,
  state {TEXT} NOT NULL CHECK (state IN ('sent', 'confirmed', 'changed', 'withdrawn')),
  automatic {BOOL} NOT NULL,
  created_at {INT} NOT NULL,
  sent_at {INT} NOT NULL,
  sendings {INT} NOT NULL,
  expires_at {INT} NOT NULL,
  reminded_at {INT},
  closed_at {INT},
  answered_by {TEXT} NOT NULL,
  PRIMARY KEY (body_id, id)
) {STRICT};
CREATE INDEX card_request_service ON card_request (body_id, service_id, created_at);
CREATE UNIQUE INDEX card_request_open ON card_request (body_id, service_id) WHERE state = 'sent';
CREATE INDEX card_request_list ON card_request (body_id, state, id);

-- Each sending has a secret of its own, of which the hash alone is kept; all end with the request.
CREATE TABLE card_request_link (
  body_id {ID} NOT NULL,
  hash {TEXT} NOT NULL,
  request_id {ID} NOT NULL,
  created_at {INT} NOT NULL,
  PRIMARY KEY (body_id, hash)
) {STRICT};
CREATE INDEX card_request_link_request ON card_request_link (body_id, request_id);
