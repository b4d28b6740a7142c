create view coverage as
with bounds as (
    select
        date_trunc('month', min(p.published_on))::date as first_month,
        date_trunc('month', max(p.published_on))::date as last_month
    from releases as p
),
months as (
    select unnest(generate_series(b.first_month::timestamp, b.last_month::timestamp, interval 1 month))::date as month
    from bounds as b
    where b.first_month is not null
),
counted as (
    select
        date_trunc('month', p.published_on)::date as month,
        count(*) as releases
    from releases as p
    group by date_trunc('month', p.published_on)::date
)
select
    m.month as month,
    coalesce(c.releases, 0) as releases,
    c.releases is null as is_gap
from months as m
left join counted as c using (month)
order by month;

comment on view coverage is
    'Releases by month, the months without any included: one row a month from the first release to the newest.';
comment on column coverage.month is
    'First day of the month. Never null.';
comment on column coverage.releases is
    'Releases published in it. Never null.';
comment on column coverage.is_gap is
    'True where there are none. Never null.';
