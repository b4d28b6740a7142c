-- severity: release
-- The inspectorate has published on the web since 2000; nothing is dated more than a month ahead.
select
    r.release_id as release_id,
    null as row_id,
    'published on ' || r.published_on as detail
from releases as r
where r.published_on not between date '2000-01-01' and current_date + 31
