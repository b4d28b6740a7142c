create view releases_by_month as
select
    date_trunc('month', p.published_on)::date as month,
    p.kind as kind,
    count(*) as releases
from releases as p
where p.published_on is not null
group by date_trunc('month', p.published_on)::date, p.kind
order by month, kind;

comment on view releases_by_month is
    'Releases by month and kind: one row a month and kind that has any; coverage shows the months that have none.';
comment on column releases_by_month.month is
    'First day of the month of publication. Never null.';
comment on column releases_by_month.kind is
    'Kind of release. Never null.';
comment on column releases_by_month.releases is
    'Releases of this kind in that month. Never null.';
