create view current_ratings as
with types as (
    select
        i.release_id,
        i.organisation,
        min(i.organisation_type) as organisation_type
    from inspections as i
    group by i.release_id, i.organisation
)
select
    r.organisation as organisation,
    t.organisation_type as organisation_type,
    r.area as area,
    r.standard as standard,
    r.rating as rating,
    r.rating_rank as rating_rank,
    p.published_on as published_on,
    r.text as text,
    p.url as url,
    r.release_id as release_id,
    r.rating_id as rating_id
from ratings as r
join releases as p using (release_id)
left join types as t on t.release_id = r.release_id and t.organisation = r.organisation
where r.is_grade and not r.is_previous
qualify row_number() over (
    partition by lower(service_name(r.organisation)), r.standard, r.area
    order by p.published_on desc nulls last, r.rating_id
) = 1
order by organisation, standard, area, rating_id;

comment on view current_ratings is
    'The newest rating of every service and area: one row a service and area. Only judgements given as grades (is_grade) and not told as earlier ones; a service is one whether its kind is abbreviated or not.';
comment on column current_ratings.organisation is
    'Service judged or inspected, as the release names it. Never null.';
comment on column current_ratings.organisation_type is
    'Kind of service, as inspections.organisation_type; null where the release has no inspection row of this service.';
comment on column current_ratings.area is
    'Work judged; overall for the whole service. Never null.';
comment on column current_ratings.standard is
    'The inspectorate''s standard the area belongs to; other where it is none of them. Never null.';
comment on column current_ratings.rating is
    'Outstanding, Good, Requires improvement or Inadequate; compare with rating_rank. Never null.';
comment on column current_ratings.rating_rank is
    'Rank of rating: 1 Inadequate, 2 Requires improvement, 3 Good, 4 Outstanding; higher is better. Never null.';
comment on column current_ratings.published_on is
    'Day of publication of the release, London date; null where it has none.';
comment on column current_ratings.text is
    'The words of the release that say it. Never null.';
comment on column current_ratings.url is
    'Best address of the release; null for one known only from a file.';
comment on column current_ratings.release_id is
    'The release that says it; joins releases. Never null.';
comment on column current_ratings.rating_id is
    'Joins ratings. Never null.';
