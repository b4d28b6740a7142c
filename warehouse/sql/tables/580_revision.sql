create table pipeline.revision (
    revision bigint not null,
    revised_at timestamptz not null
);

comment on table pipeline.revision is
    'How often this file''s facts, changes or quarantine have changed: one row. Publishing is skipped when it stands still.';
comment on column pipeline.revision.revision is
    'Counts up by one in every transaction that changed something. Never null.';
comment on column pipeline.revision.revised_at is
    'When it last did, UTC. Never null.';
