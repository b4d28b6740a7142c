create view inadequate_services as
with several as (
    select i.release_id
    from inspections as i
    group by i.release_id
    having count(distinct lower(service_name(i.organisation))) > 1
),
judged as (
    select
        r.rating_id,
        r.release_id,
        r.organisation,
        r.text,
        v.release_id is null as is_alone,
        -- The place alone: Quayside, of Quayside Approved Premises.
        regexp_replace(
            lower(service_name(r.organisation)),
            '^(national )?probation service [-–] | (probation|youth|approved|community rehabilitation|division|region)\b.*$',
            '',
            'g'
        ) as place
    from ratings as r
    left join several as v using (release_id)
    where
        r.rating = 'Inadequate'
        and r.standard = 'overall'
        and r.is_grade
        and not r.is_previous
)
select
    g.organisation as organisation,
    r.published_on as published_on,
    q.speaker as speaker,
    q.text as words,
    g.text as rating_words,
    r.title as title,
    r.url as url,
    g.release_id as release_id,
    g.rating_id as rating_id,
    q.quotation_id as quotation_id
from judged as g
join releases as r using (release_id)
left join quotations as q
    on q.release_id = g.release_id
    and q.kind = 'full'
    and exists (select 1 from speakers as s where s.name = q.speaker and contains(s.role, 'Chief Inspector of Probation'))
    and (g.is_alone or contains(lower(q.text), g.place))
order by r.published_on desc nulls last, g.organisation, q.position;

comment on view inadequate_services is
    'Services rated Inadequate overall, with what a Chief Inspector of Probation said of them: one row a judgement and full quotation of the same release; where that reports on several services, only words that name the place of this one. Only judgements given as grades (is_grade) and not told as earlier ones.';
comment on column inadequate_services.organisation is
    'Service judged, as the release names it. Never null.';
comment on column inadequate_services.published_on is
    'Day of publication of the release, London date; null where it has none.';
comment on column inadequate_services.speaker is
    'The Chief Inspector quoted; null where the release quotes none in full, or of several services none by name.';
comment on column inadequate_services.words is
    'What was said; null where speaker is.';
comment on column inadequate_services.rating_words is
    'The words of the release that give the rating. Never null.';
comment on column inadequate_services.title is
    'Title of the release. Never null.';
comment on column inadequate_services.url is
    'Best address of the release; null for one known only from a file.';
comment on column inadequate_services.release_id is
    'The release that says it; joins releases. Never null.';
comment on column inadequate_services.rating_id is
    'Joins ratings. Never null.';
comment on column inadequate_services.quotation_id is
    'Joins quotations; null where speaker is.';
