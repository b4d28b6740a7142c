-- severity: blocking
-- An id that was given up is no release's.
select
    a.release_id as release_id,
    a.alias_id as row_id,
    'was given up and still stands' as detail
from pipeline.release_aliases as a
semi join releases as r on r.release_id = a.alias_id
