create view changes as
select
    c.changed_at as changed_at,
    c.table_name as table_name,
    c.change as change,
    c.why as why,
    json_extract_string(c.old_row, '$.text') as old_text,
    c.old_row as old_row,
    p.title as title,
    p.url as url,
    c.release_id as release_id,
    c.row_id as row_id
from pipeline.row_changes as c
left join releases as p using (release_id)
order by changed_at desc, title, table_name, row_id;

comment on view changes is
    'What was added, changed or dropped, newest first: one row a change of a fact row, with the row before.';
comment on column changes.changed_at is
    'When, UTC. Never null.';
comment on column changes.table_name is
    'Table of the row. Never null.';
comment on column changes.change is
    'added, changed or gone. Never null.';
comment on column changes.why is
    'text where the release''s words changed or arrived, rules where only our reading of them did. Never null.';
comment on column changes.old_text is
    'The words the row had before; null for one added, and for tables without words of their own.';
comment on column changes.old_row is
    'The whole row before, as a JSON object; null for one added.';
comment on column changes.title is
    'Title of the release; null for speakers and organisations, and where the release is no more.';
comment on column changes.url is
    'Best address of the release; null for one known only from a file.';
comment on column changes.release_id is
    'The release; null for speakers and organisations.';
comment on column changes.row_id is
    'Id of the row in its table. Never null.';
