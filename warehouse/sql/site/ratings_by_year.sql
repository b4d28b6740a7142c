-- Overall grades by year of publication.
select year(r.published_on) as year, g.rating, g.rating_rank, count(*) as services
from main.ratings as g
join main.releases as r using (release_id)
where g.standard = 'overall' and g.is_grade and not g.is_previous and r.published_on is not null
group by all
order by year, g.rating_rank
