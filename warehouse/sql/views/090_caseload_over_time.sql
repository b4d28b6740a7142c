create view caseload_over_time as
select
    s.published_on as published_on,
    s.organisation as organisation,
    s.name as name,
    s.value as value,
    s.unit as unit,
    s.qualifier as qualifier,
    s.period as period,
    s.text as text,
    s.url as url,
    s.release_id as release_id,
    s.metric_id as metric_id
from metric_series as s
where s.name in ('caseload', 'caseload_per_officer') and s.direction is null
order by published_on nulls last, s.release_id, s.metric_id;

comment on view caseload_over_time is
    'Caseloads as releases state them: one row a figure, of a service (caseload) or of an officer (caseload_per_officer); levels only, no amounts of change.';
comment on column caseload_over_time.published_on is
    'Day of publication of the release, London date; null where it has none.';
comment on column caseload_over_time.organisation is
    'Service inspected in the release; null where it inspects none or several.';
comment on column caseload_over_time.name is
    'caseload (people or cases of a service) or caseload_per_officer. Never null.';
comment on column caseload_over_time.value is
    'The number in `unit`, fractions as percent. Never null.';
comment on column caseload_over_time.unit is
    'Unit of value, value_high and of. Never null.';
comment on column caseload_over_time.qualifier is
    'How exact the release claims to be: exact, approximately, more_than, less_than, at_least, at_most or range. Never null.';
comment on column caseload_over_time.period is
    'Time the number is about, as written; null where the release does not say.';
comment on column caseload_over_time.text is
    'The words of the release that say it. Never null.';
comment on column caseload_over_time.url is
    'Best address of the release; null for one known only from a file.';
comment on column caseload_over_time.release_id is
    'The release that says it; joins releases. Never null.';
comment on column caseload_over_time.metric_id is
    'Joins metrics. Never null.';
