-- severity: release
-- Rows of a release and table are counted 1, 2, … in the order of the text.
with facts as (
    select 'inspections' as table_name, f.release_id, f.inspection_id as row_id, f.position from inspections as f
    union all
    select 'ratings' as table_name, f.release_id, f.rating_id as row_id, f.position from ratings as f
    union all
    select 'metrics' as table_name, f.release_id, f.metric_id as row_id, f.position from metrics as f
    union all
    select 'quotations' as table_name, f.release_id, f.quotation_id as row_id, f.position from quotations as f
    union all
    select 'doubts' as table_name, f.release_id, f.doubt_id as row_id, f.position from doubts as f
)
select
    f.release_id as release_id,
    null as row_id,
    f.table_name || ' are not counted from 1 to ' || count(*) as detail
from facts as f
group by f.table_name, f.release_id
having min(f.position) <> 1 or max(f.position) <> count(*) or count(distinct f.position) <> count(*)
