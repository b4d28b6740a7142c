-- severity: blocking
-- The address of a release is one of its addresses.
select
    r.release_id as release_id,
    null as row_id,
    r.url || ' is not among its addresses' as detail
from releases as r
left join release_urls as u on u.url = r.url
where r.url is not null and u.release_id is distinct from r.release_id
