create table pipeline.check_results (
    check_name varchar not null,
    severity varchar not null check (severity in ('release', 'blocking', 'warning')),
    release_id varchar,
    row_id varchar,
    detail varchar not null,
    checked_at timestamptz not null
);

comment on table pipeline.check_results is
    'Findings of the last check of the whole warehouse: one row a finding.';
comment on column pipeline.check_results.check_name is
    'Name of the check, that of its file in warehouse/sql/checks. Never null.';
comment on column pipeline.check_results.severity is
    'release (it would have kept its release out), blocking (it keeps a snapshot from being published) or warning. Never null.';
comment on column pipeline.check_results.release_id is
    'Release it is about; null where it is about none.';
comment on column pipeline.check_results.row_id is
    'Row it is about; null where it is about none.';
comment on column pipeline.check_results.detail is
    'What is wrong, in words. Never null.';
comment on column pipeline.check_results.checked_at is
    'When the check ran, UTC. Never null.';
