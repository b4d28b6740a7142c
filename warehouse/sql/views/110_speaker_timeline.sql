create view speaker_timeline as
select
    q.speaker as speaker,
    q.speaker_type as speaker_type,
    q.speaker_role as speaker_role,
    min(p.published_on) as first_quoted_on,
    max(p.published_on) as last_quoted_on,
    count(*) as quotations,
    count(distinct q.release_id) as releases
from quotations as q
join releases as p using (release_id)
where q.speaker is not null
group by q.speaker, q.speaker_type, q.speaker_role
order by first_quoted_on nulls last, speaker, speaker_role nulls last;

comment on view speaker_timeline is
    'When a speaker was quoted and as what: one row a speaker and role.';
comment on column speaker_timeline.speaker is
    'Canonical name. Never null.';
comment on column speaker_timeline.speaker_type is
    'person, report, inspectors, organisation or unknown. Never null.';
comment on column speaker_timeline.speaker_role is
    'Role as the release gives it; null where it never does.';
comment on column speaker_timeline.first_quoted_on is
    'Day of the earliest dated release that quotes them so, London date; null where none has a date.';
comment on column speaker_timeline.last_quoted_on is
    'Day of the newest dated release that quotes them so, London date; null where none has a date.';
comment on column speaker_timeline.quotations is
    'Quotations of them in this role. Never null.';
comment on column speaker_timeline.releases is
    'Releases these stand in. Never null.';
