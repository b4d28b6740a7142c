-- Overall grades by year of publication.
select year, rating, services
from main.ratings_by_year
where standard = 'overall'
order by year, rating_rank
