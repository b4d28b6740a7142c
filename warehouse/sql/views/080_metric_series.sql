create view metric_series as
with single as (
    select
        i.release_id,
        min(i.organisation) as organisation
    from inspections as i
    group by i.release_id
    having count(distinct i.organisation) = 1
)
select
    m.name as name,
    s.organisation as organisation,
    p.published_on as published_on,
    m.period as period,
    m.value as value,
    m.value_high as value_high,
    m.unit as unit,
    m.qualifier as qualifier,
    m.direction as direction,
    m.of as of,
    m.text as text,
    p.url as url,
    m.release_id as release_id,
    m.metric_id as metric_id
from metrics as m
join releases as p using (release_id)
left join single as s using (release_id)
order by name, organisation nulls last, published_on nulls last, m.release_id, m.position;

comment on view metric_series is
    'Every quantity with the service and day it belongs to: one row a metric. The service is told only where the release inspects exactly one.';
comment on column metric_series.name is
    'What is measured, from the metric vocabulary. Never null.';
comment on column metric_series.organisation is
    'Service inspected in the release; null where it inspects none or several.';
comment on column metric_series.published_on is
    'Day of publication of the release, London date; null where it has none.';
comment on column metric_series.period is
    'Time the number is about, as written; null where the release does not say.';
comment on column metric_series.value is
    'The number in `unit`, fractions as percent. Never null.';
comment on column metric_series.value_high is
    'Upper end of a range in `unit`; null unless qualifier is range.';
comment on column metric_series.unit is
    'Unit of value, value_high and of. Never null.';
comment on column metric_series.qualifier is
    'How exact the release claims to be: exact, approximately, more_than, less_than, at_least, at_most or range. Never null.';
comment on column metric_series.direction is
    'Increase or decrease for an amount of change; null for a level.';
comment on column metric_series.of is
    'The y of `x of the y`, in `unit`; null where there is none.';
comment on column metric_series.text is
    'The words of the release that say it. Never null.';
comment on column metric_series.url is
    'Best address of the release; null for one known only from a file.';
comment on column metric_series.release_id is
    'The release that says it; joins releases. Never null.';
comment on column metric_series.metric_id is
    'Joins metrics. Never null.';
