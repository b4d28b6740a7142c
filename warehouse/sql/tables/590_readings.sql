create table pipeline.readings (
    address varchar not null,
    sha256 varchar not null,
    release_id varchar not null,
    text_hash varchar not null,
    url varchar,
    source varchar not null,
    preference integer not null,
    first_at timestamptz not null,
    last_at timestamptz not null,
    captured_at timestamptz,
    published_on date,
    title_hash varchar not null,
    body_hash varchar not null,
    body_words integer not null,
    rules_version varchar not null,
    kept_rows varchar,
    primary key (address, sha256)
);

comment on table pipeline.readings is
    'Documents as they were read: one row an address (or file) and document. What identity is computed from.';
comment on column pipeline.readings.address is
    'Canonical address, or `sha256:` and the SHA-256 for a file that names none. Never null.';
comment on column pipeline.readings.sha256 is
    'SHA-256 of the document, in hexadecimal. Never null.';
comment on column pipeline.readings.release_id is
    'The release it belongs to. Never null.';
comment on column pipeline.readings.text_hash is
    'Hash of its text, letter for letter; with release_id it gives release_versions.version_id. Never null.';
comment on column pipeline.readings.url is
    'Canonical address; null for a file that names none.';
comment on column pipeline.readings.source is
    'Source of its best copy. Never null.';
comment on column pipeline.readings.preference is
    'How good a place it was read at: 0 live site under /news/, 1 live elsewhere, 2 UK Government Web Archive, 3 another archive, 4 a file. Never null.';
comment on column pipeline.readings.first_at is
    'Earliest time of a copy: when captured, else when fetched, UTC. Never null.';
comment on column pipeline.readings.last_at is
    'Latest time of a copy, UTC. Never null.';
comment on column pipeline.readings.captured_at is
    'When an archive took the earliest copy, UTC; null for a live page or a file.';
comment on column pipeline.readings.published_on is
    'Day of publication as this document says it, London date; null where it does not.';
comment on column pipeline.readings.title_hash is
    'Hash of the folded title. Never null.';
comment on column pipeline.readings.body_hash is
    'Hash of the folded body, without title and notes. Never null.';
comment on column pipeline.readings.body_words is
    'Words in the folded body. Never null.';
comment on column pipeline.readings.rules_version is
    'Rules it was last read under. Never null.';
comment on column pipeline.readings.kept_rows is
    'Its rows as JSON, for a text that is not the current one of its release; null for the one that is, whose rows stand in the tables.';
