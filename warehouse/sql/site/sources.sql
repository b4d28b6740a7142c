-- Where releases were found.
select source, count(distinct release_id) as releases, count(*) as addresses
from main.release_urls
group by all
order by source
