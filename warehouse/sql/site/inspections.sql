-- Every row of inspections with the release it stands in, newest first.
select t.*, r.title, r.url, r.published_on as released_on, coalesce(year(r.published_on)::varchar, 'no date') as year
from main.inspections as t
join main.releases as r using (release_id)
order by r.published_on desc nulls last, r.release_id, t.position
