create table pipeline.row_changes (
    table_name varchar not null,
    row_id varchar not null,
    release_id varchar,
    changed_at timestamptz not null,
    change varchar not null check (change in ('added', 'changed', 'gone')),
    why varchar not null check (why in ('text', 'rules')),
    old_row varchar
);

comment on table pipeline.row_changes is
    'Changes of facts: one row a fact row added, changed or gone, written with the change itself. The view changes shows it readably.';
comment on column pipeline.row_changes.table_name is
    'Table of the row. Never null.';
comment on column pipeline.row_changes.row_id is
    'Id of the row in that table. Never null.';
comment on column pipeline.row_changes.release_id is
    'Release of the row; null for speakers and organisations.';
comment on column pipeline.row_changes.changed_at is
    'When, UTC. Never null.';
comment on column pipeline.row_changes.change is
    'added, changed or gone. Never null.';
comment on column pipeline.row_changes.why is
    'text where the release''s words changed or arrived, rules where only our reading of them did. Never null.';
comment on column pipeline.row_changes.old_row is
    'The row before, as a JSON object of its columns; null for one added.';
