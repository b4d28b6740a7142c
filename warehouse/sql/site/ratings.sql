-- Every judgement with the release it stands in, newest first; grades with their change since the one before.
with told as (
    select
        t.*,
        r.title,
        r.url,
        r.published_on as released_on,
        case when t.is_grade and not t.is_previous and t.standard <> 'other' then
            lag(t.rating_rank) over (
                partition by t.organisation, t.standard, t.is_grade and not t.is_previous
                order by r.published_on, t.position
            )
        end as rank_before
    from main.ratings as t
    join main.releases as r using (release_id)
)
select
    *,
    case
        when rank_before is null then null
        when rating_rank > rank_before then 'up'
        when rating_rank < rank_before then 'down'
        else 'same'
    end as change
from told
order by released_on desc nulls last, release_id, position
