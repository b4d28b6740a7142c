-- Releases by month, months without any included.
select month, releases
from main.coverage
order by month
