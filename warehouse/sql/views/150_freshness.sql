create view freshness as
select
    p.kind as kind,
    count(*) as releases,
    max(p.published_on) as newest_published_on,
    max(p.first_seen_at) as newest_first_seen_at,
    max(p.last_changed_at) as newest_change_at
from releases as p
group by p.kind
order by kind;

comment on view freshness is
    'How new the data are: one row a kind of release. When the site was last asked is told by `inspectorate status`.';
comment on column freshness.kind is
    'Kind of release. Never null.';
comment on column freshness.releases is
    'Releases of this kind. Never null.';
comment on column freshness.newest_published_on is
    'Day of the newest, London date; null where none has a date.';
comment on column freshness.newest_first_seen_at is
    'When one was last loaded for the first time, UTC. Never null.';
comment on column freshness.newest_change_at is
    'When one last changed, UTC. Never null.';
