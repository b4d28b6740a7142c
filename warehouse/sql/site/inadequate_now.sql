-- Services whose latest overall grade is Inadequate, the newest first.
select c.organisation, lower(service_name(c.organisation)) as service, c.published_on, c.release_id, c.url, r.title, g.position
from main.current_ratings as c
join main.releases as r using (release_id)
join main.ratings as g using (rating_id)
where c.standard = 'overall' and c.rating = 'Inadequate'
order by c.published_on desc nulls last, c.organisation
