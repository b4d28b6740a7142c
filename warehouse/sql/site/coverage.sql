-- Releases by month, months without any included.
with months as (
    select unnest(generate_series(
        date_trunc('month', min(published_on)), date_trunc('month', max(published_on)), interval 1 month
    ))::date as month
    from main.releases
)
select m.month, count(r.release_id) as releases
from months as m
left join main.releases as r on date_trunc('month', r.published_on) = m.month
group by m.month
order by m.month
