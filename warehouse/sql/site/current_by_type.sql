-- Overall grade of every service at its latest graded inspection, by kind of service.
select coalesce(organisation_type, 'not_stated') as organisation_type, rating, count(*) as services
from main.current_ratings
where standard = 'overall'
group by all
order by organisation_type, rating
