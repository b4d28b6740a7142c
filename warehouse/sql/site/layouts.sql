-- How pages were read.
select layout, count(*) as releases
from main.releases
group by all
order by releases desc, layout
