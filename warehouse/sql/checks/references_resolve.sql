-- severity: blocking
-- Every row belongs to a release that stands, and so does every id that was given up.
with referring as (
    select 'release_urls' as table_name, f.url as row_id, f.release_id from release_urls as f
    union all
    select 'release_versions', f.version_id, f.release_id from release_versions as f
    union all
    select 'inspections', f.inspection_id, f.release_id from inspections as f
    union all
    select 'ratings', f.rating_id, f.release_id from ratings as f
    union all
    select 'metrics', f.metric_id, f.release_id from metrics as f
    union all
    select 'quotations', f.quotation_id, f.release_id from quotations as f
    union all
    select 'doubts', f.doubt_id, f.release_id from doubts as f
    union all
    select 'pipeline.release_aliases', f.alias_id, f.release_id from pipeline.release_aliases as f
    union all
    select 'pipeline.readings', f.address, f.release_id from pipeline.readings as f
)
select
    f.release_id as release_id,
    f.row_id as row_id,
    f.table_name || ' names a release that is not there' as detail
from referring as f
anti join releases as r using (release_id)
