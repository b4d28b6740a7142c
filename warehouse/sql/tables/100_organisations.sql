create table organisations (
    organisation_id varchar primary key,
    name varchar not null,
    short_name varchar,
    organisation_type varchar not null,
    owner varchar,
    region varchar,
    official_code varchar,
    official_code_from varchar,
    from_on date,
    until_on date,
    source varchar not null,
    first_seen_at timestamptz not null,
    last_changed_at timestamptz not null,
    rules_version varchar not null,
    check (until_on >= from_on)
);

comment on table organisations is
    'Bodies the vocabulary knows: one row a body, owner and time.';
comment on column organisations.organisation_id is
    'Stable id: a hash of name, kind, owner, region and from_on; 20 hexadecimal digits. Never null.';
comment on column organisations.name is
    'Full name, as inspections.organisation has it. Never null.';
comment on column organisations.short_name is
    'Short form in use; null where there is none.';
comment on column organisations.organisation_type is
    'Kind of service, as inspections.organisation_type. Never null.';
comment on column organisations.owner is
    'Parent company or body in that time; null where it has none.';
comment on column organisations.region is
    'Probation region or area it belongs to; null where none is recorded.';
comment on column organisations.official_code is
    'Code an official register gives it (of the council, of the region); null where there is none.';
comment on column organisations.official_code_from is
    'Register official_code is from; null exactly when that is.';
comment on column organisations.from_on is
    'First day of this row''s facts, London date; null where not known.';
comment on column organisations.until_on is
    'Last day of this row''s facts, London date; null where not known or still so.';
comment on column organisations.source is
    'Where this is known from. Never null.';
comment on column organisations.first_seen_at is
    'When this row was first loaded, UTC. Never null.';
comment on column organisations.last_changed_at is
    'When a column of this row last changed, UTC; first_seen_at where none ever did. Never null.';
comment on column organisations.rules_version is
    'Version of the rules under which this row''s content last changed. Never null.';
