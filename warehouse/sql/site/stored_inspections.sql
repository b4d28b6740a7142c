-- The rows of inspections of one release, in text order.
select *
from main.inspections
where release_id = $release_id
order by position
