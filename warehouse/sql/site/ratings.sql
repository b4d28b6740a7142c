-- Every judgement with the release it stands in, newest first; grades with the one before of the same service and area.
select
    t.*,
    lower(service_name(t.organisation)) as service,
    r.title,
    r.url,
    r.published_on as released_on,
    h.previous_rating,
    case when h.rank_change > 0 then 'up' when h.rank_change < 0 then 'down' when h.rank_change = 0 then 'same' end as change
from main.ratings as t
join main.releases as r using (release_id)
left join main.rating_history as h using (rating_id)
order by r.published_on desc nulls last, t.release_id, t.position
