-- severity: warning
-- Few releases say no date at all; a layout that lost it looks like this.
select
    r.release_id as release_id,
    null as row_id,
    'no date of publication: ' || r.title as detail
from releases as r
where r.published_on is null
