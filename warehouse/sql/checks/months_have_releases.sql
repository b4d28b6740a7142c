-- severity: warning
-- Every month between the first release and the newest has one; a gap may be a source that fell silent.
select
    null as release_id,
    null as row_id,
    'no release published in ' || strftime(c.month, '%B %Y') as detail
from coverage as c
where c.is_gap
