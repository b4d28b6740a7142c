-- The rows of doubts of one release, in text order.
select *
from main.doubts
where release_id = $release_id
order by position
