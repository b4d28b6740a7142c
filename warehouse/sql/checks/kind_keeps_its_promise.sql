-- severity: warning
-- A release of an inspection has an inspection row.
select
    r.release_id as release_id,
    null as row_id,
    r.kind || ' without a row in inspections: ' || r.title as detail
from releases as r
anti join inspections as i using (release_id)
where r.kind in ('inspection', 'thematic', 'national')
