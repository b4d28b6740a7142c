-- Overall ratings by kind of service inspected.
select i.organisation_type, i.overall_rating as rating, count(*) as services
from main.inspections as i
where i.overall_rating is not null
group by all
order by i.organisation_type, i.overall_rating
