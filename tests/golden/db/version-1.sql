-- A store as version 1 wrote it: one visit with one answer of every kind. Never change this file.
PRAGMA application_id = 1128485700;
PRAGMA user_version = 1;
CREATE TABLE draft (
	id VARCHAR(32) NOT NULL,
	slot INTEGER NOT NULL,
	begun_at DATETIME NOT NULL,
	touched_at DATETIME NOT NULL,
	language VARCHAR(16) NOT NULL,
	mode VARCHAR(16) NOT NULL,
	catalogue_name TEXT NOT NULL,
	catalogue_version TEXT NOT NULL,
	catalogue_digest TEXT NOT NULL,
	current TEXT,
	name TEXT,
	stage TEXT,
	wishes TEXT NOT NULL,
	CONSTRAINT pk_draft PRIMARY KEY (id),
	CONSTRAINT uq_draft_slot UNIQUE (slot),
	CONSTRAINT ck_draft_one CHECK (slot = 1)
);
CREATE TABLE draft_answer (
	draft_id VARCHAR(32) NOT NULL,
	question TEXT NOT NULL,
	value TEXT NOT NULL,
	CONSTRAINT pk_draft_answer PRIMARY KEY (draft_id, question),
	CONSTRAINT fk_draft_answer_draft_id FOREIGN KEY(draft_id) REFERENCES draft (id) ON DELETE CASCADE
);
INSERT INTO draft VALUES ('0f3a', 1, '2026-11-22 13:05:00.000000', '2026-11-22 13:12:41.250000', 'sl', 'full', 'Podpora', '2026-11-22', 'sha256:ab', 'seat', NULL, 'growth', '{"chosen":["sps-p2"],"notes":{"sps-p2":"Pokličem v četrtek."}}');
INSERT INTO draft_answer VALUES ('0f3a', 'aid', '{"is":"records","rows":[{"amount":{"is":"amounts","spans":[[{"number":"1500.50"},{"number":"1500.50"}]]},"regime":{"is":"dont_know"}}]}');
INSERT INTO draft_answer VALUES ('0f3a', 'employees', '{"is":"amounts","spans":[[{"number":"10"},{"number":"49"}],[{"number":"250"},null]]}');
INSERT INTO draft_answer VALUES ('0f3a', 'goals', '{"is":"selection","possible":[[],["grow","learn"]]}');
INSERT INTO draft_answer VALUES ('0f3a', 'legal_form', '{"is":"choice","options":["doo","sp"]}');
INSERT INTO draft_answer VALUES ('0f3a', 'partners', '{"is":"does_not_apply"}');
INSERT INTO draft_answer VALUES ('0f3a', 'registered', '{"is":"amounts","spans":[[{"day":"2025-03-01"},{"day":"2025-03-31"}]]}');
INSERT INTO draft_answer VALUES ('0f3a', 'story', '{"is":"written","text":"Čebelnjak"}');
