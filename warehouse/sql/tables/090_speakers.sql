create table speakers (
    speaker_id varchar primary key,
    name varchar not null,
    role varchar not null,
    from_on date,
    until_on date,
    source varchar not null,
    first_seen_at timestamptz not null,
    last_changed_at timestamptz not null,
    rules_version varchar not null,
    check (until_on >= from_on)
);

comment on table speakers is
    'People the vocabulary knows: one row a person, role and tenure.';
comment on column speakers.speaker_id is
    'Stable id: a hash of name, role and from_on; 20 hexadecimal digits. Never null.';
comment on column speakers.name is
    'Canonical name, with honours (Dame, Sir) and without courtesy titles. Never null.';
comment on column speakers.role is
    'Role held. Never null.';
comment on column speakers.from_on is
    'First day in the role, London date; null where not known.';
comment on column speakers.until_on is
    'Last day in the role, London date; null where not known or still held.';
comment on column speakers.source is
    'Where this is known from. Never null.';
comment on column speakers.first_seen_at is
    'When this row was first loaded, UTC. Never null.';
comment on column speakers.last_changed_at is
    'When a column of this row last changed, UTC; first_seen_at where none ever did. Never null.';
comment on column speakers.rules_version is
    'Version of the rules under which this row''s content last changed. Never null.';
