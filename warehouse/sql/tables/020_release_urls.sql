create table release_urls (
    url varchar primary key,
    release_id varchar not null,
    source varchar not null,
    is_live boolean not null,
    first_seen_at timestamptz not null,
    last_changed_at timestamptz not null,
    rules_version varchar not null
);

comment on table release_urls is
    'Addresses of releases: one row an address. A release known only from a file has none.';
comment on column release_urls.url is
    'Address in its canonical form. Never null.';
comment on column release_urls.release_id is
    'The release that stands there; joins releases. Never null.';
comment on column release_urls.source is
    'Source of the best copy that came from it. Never null.';
comment on column release_urls.is_live is
    'True where a copy came from the site itself, false where only archives or files had it. Never null.';
comment on column release_urls.first_seen_at is
    'When this row was first loaded, UTC. Never null.';
comment on column release_urls.last_changed_at is
    'When a column of this row last changed, UTC; first_seen_at where none ever did. Never null.';
comment on column release_urls.rules_version is
    'Version of the rules under which this row''s content last changed. Never null.';
