create table pipeline.schema_version (
    tables_hash varchar not null,
    views_hash varchar not null,
    made_at timestamptz not null
);

comment on table pipeline.schema_version is
    'The tables this file was made with: one row.';
comment on column pipeline.schema_version.tables_hash is
    'Hash of warehouse/sql/tables, 20 hexadecimal digits. Never null.';
comment on column pipeline.schema_version.views_hash is
    'Hash of warehouse/sql/views, 20 hexadecimal digits. Never null.';
comment on column pipeline.schema_version.made_at is
    'When these tables were made, UTC. Never null.';
