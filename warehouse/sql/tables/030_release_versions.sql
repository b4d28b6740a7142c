create table release_versions (
    version_id varchar primary key,
    release_id varchar not null,
    url varchar,
    source varchar not null,
    title varchar not null,
    published_on date,
    layout varchar not null,
    text varchar not null check (text <> ''),
    body_start integer not null,
    notes_start integer,
    document_sha256 varchar not null check (length(document_sha256) = 64),
    captured_at timestamptz,
    is_current boolean not null,
    replaced_at timestamptz,
    first_seen_at timestamptz not null,
    last_changed_at timestamptz not null,
    rules_version varchar not null
);

comment on table release_versions is
    'Texts a release has had or has elsewhere: one row a release and text. The current one is releases.text.';
comment on column release_versions.version_id is
    'Stable id of this text: a hash of its release and its words; 20 hexadecimal digits. Never null.';
comment on column release_versions.release_id is
    'The release whose text it is; joins releases. Never null.';
comment on column release_versions.url is
    'The best address this text was read at; null for a file that names none.';
comment on column release_versions.source is
    'Source it was read from. Never null.';
comment on column release_versions.title is
    'Title in this text. Never null.';
comment on column release_versions.published_on is
    'Day of publication as this copy says it, London date; null where it does not.';
comment on column release_versions.layout is
    'Layout that read it. Never null.';
comment on column release_versions.text is
    'Title, body and notes to editors, as in releases.text. Never null.';
comment on column release_versions.body_start is
    'Where the body starts in text, in Unicode code points from 0. Never null.';
comment on column release_versions.notes_start is
    'Where the notes to editors start in text, in Unicode code points from 0; null where there are none.';
comment on column release_versions.document_sha256 is
    'SHA-256, in hexadecimal, of the bytes it was first read from; joins pipeline.documents. Never null.';
comment on column release_versions.captured_at is
    'When an archive took the copy it was read from, UTC; null for a live page or a file.';
comment on column release_versions.is_current is
    'True for the text that stands in releases. Never null.';
comment on column release_versions.replaced_at is
    'When another text took its place as the current one, UTC; null for the current text and for one that never was current.';
comment on column release_versions.first_seen_at is
    'When this row was first loaded, UTC. Never null.';
comment on column release_versions.last_changed_at is
    'When a column of this row last changed, UTC; first_seen_at where none ever did. Never null.';
comment on column release_versions.rules_version is
    'Version of the rules under which this row''s content last changed. Never null.';
