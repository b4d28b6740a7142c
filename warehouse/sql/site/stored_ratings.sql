-- The rows of ratings of one release, in text order.
select *
from main.ratings
where release_id = $release_id
order by position
