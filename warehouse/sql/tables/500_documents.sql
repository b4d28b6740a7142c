create table pipeline.documents (
    document_id varchar primary key,
    url varchar,
    final_url varchar,
    source varchar not null,
    sha256 varchar not null,
    fetched_at timestamptz not null,
    captured_at timestamptz,
    status integer not null
);

comment on table pipeline.documents is
    'Fetches: one row a document received. The bytes are in the raw store under their SHA-256.';
comment on column pipeline.documents.document_id is
    'Hash of address, SHA-256, source and time; 20 hexadecimal digits. Never null.';
comment on column pipeline.documents.url is
    'Canonical address asked for; null for a file that names none.';
comment on column pipeline.documents.final_url is
    'Address that answered after redirects; null for a file, and where it is not known.';
comment on column pipeline.documents.source is
    'Source that brought it. Never null.';
comment on column pipeline.documents.sha256 is
    'SHA-256 of the bytes, in hexadecimal. Never null.';
comment on column pipeline.documents.fetched_at is
    'When it was received, UTC. Never null.';
comment on column pipeline.documents.captured_at is
    'When an archive took its copy, UTC; null for a live page or a file.';
comment on column pipeline.documents.status is
    'HTTP status; 200 for a file. Never null.';
