-- The rows of quotations of one release, in text order.
select *
from main.quotations
where release_id = $release_id
order by position
