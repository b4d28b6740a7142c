-- Every row of inspections with the release it stands in, newest first; services by their name without abbreviations.
select
    t.*,
    lower(service_name(t.organisation)) as service,
    r.title,
    r.url,
    r.published_on as released_on
from main.inspections as t
join main.releases as r using (release_id)
order by r.published_on desc nulls last, t.release_id, t.position
