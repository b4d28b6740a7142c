create table pipeline.quarantine (
    quarantine_id varchar primary key,
    url varchar,
    name varchar,
    sha256 varchar,
    source varchar not null,
    stage varchar not null,
    reason varchar not null,
    detail varchar,
    rules_version varchar not null,
    quarantined_at timestamptz not null,
    last_tried_at timestamptz not null,
    tries integer not null
);

comment on table pipeline.quarantine is
    'What could not be taken in: one row an address or file, with everything needed to try again.';
comment on column pipeline.quarantine.quarantine_id is
    'Hash of the address, or of the bytes of a file; 20 hexadecimal digits. Never null.';
comment on column pipeline.quarantine.url is
    'Address; null for a file that names none.';
comment on column pipeline.quarantine.name is
    'Bare name of a file; null for an address.';
comment on column pipeline.quarantine.sha256 is
    'SHA-256 of the kept bytes, in hexadecimal; null where none came.';
comment on column pipeline.quarantine.source is
    'Source that brought it. Never null.';
comment on column pipeline.quarantine.stage is
    'Stage that failed: fetch, layout, load, check, bug, …. Never null.';
comment on column pipeline.quarantine.reason is
    'What was wrong, in one line. Never null.';
comment on column pipeline.quarantine.detail is
    'Traceback of a bug of ours; null otherwise.';
comment on column pipeline.quarantine.rules_version is
    'Rules under which it failed; it is tried again under others. Never null.';
comment on column pipeline.quarantine.quarantined_at is
    'When it was put here, UTC. Never null.';
comment on column pipeline.quarantine.last_tried_at is
    'When it last failed, UTC. Never null.';
comment on column pipeline.quarantine.tries is
    'How often it failed. Never null.';
