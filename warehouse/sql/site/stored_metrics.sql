-- The rows of metrics of one release, in text order.
select *
from main.metrics
where release_id = $release_id
order by position
