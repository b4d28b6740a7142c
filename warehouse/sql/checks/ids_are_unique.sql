-- severity: release
-- No two rows of a table have one id.
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
    min(f.release_id) as release_id,
    f.row_id as row_id,
    count(*) || ' rows of ' || f.table_name || ' have this id' as detail
from facts as f
group by f.table_name, f.row_id
having count(*) > 1
