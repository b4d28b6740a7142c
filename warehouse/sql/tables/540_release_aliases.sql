create table pipeline.release_aliases (
    alias_id varchar primary key,
    release_id varchar not null,
    given_up_at timestamptz not null
);

comment on table pipeline.release_aliases is
    'Ids of releases given up when releases turned out to be one: one row an id. current_release_id(id) reads it.';
comment on column pipeline.release_aliases.alias_id is
    'The id given up. Never null.';
comment on column pipeline.release_aliases.release_id is
    'The id that stands for it now. Never null.';
comment on column pipeline.release_aliases.given_up_at is
    'When, UTC. Never null.';
