create table pipeline.runs (
    run_id varchar primary key,
    command varchar not null,
    source varchar,
    started_at timestamptz not null,
    ended_at timestamptz not null,
    state varchar not null check (state in ('completed', 'failed')),
    reason varchar,
    rules_version varchar not null,
    outcomes varchar not null
);

comment on table pipeline.runs is
    'Runs that did something: one row a run.';
comment on column pipeline.runs.run_id is
    'Id of the run. Never null.';
comment on column pipeline.runs.command is
    'Command or flow: watch, ingest, backfill, rebuild, …. Never null.';
comment on column pipeline.runs.source is
    'Source it was about; null where it was about several or none.';
comment on column pipeline.runs.started_at is
    'When it began, UTC. Never null.';
comment on column pipeline.runs.ended_at is
    'When it ended, UTC. Never null.';
comment on column pipeline.runs.state is
    'completed or failed. Never null.';
comment on column pipeline.runs.reason is
    'Why it failed; null where it did not.';
comment on column pipeline.runs.rules_version is
    'Rules it ran under. Never null.';
comment on column pipeline.runs.outcomes is
    'How many addresses had which outcome, as a JSON object. Never null.';
