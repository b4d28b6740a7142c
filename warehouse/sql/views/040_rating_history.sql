create view rating_history as
with graded as (
    select
        r.organisation,
        r.area,
        r.standard,
        p.published_on,
        r.rating,
        r.rating_rank,
        r.text,
        p.url,
        r.release_id,
        r.rating_id
    from ratings as r
    join releases as p using (release_id)
    where r.is_grade and not r.is_previous
)
select
    g.organisation as organisation,
    g.area as area,
    g.standard as standard,
    g.published_on as published_on,
    g.rating as rating,
    g.rating_rank as rating_rank,
    lag(g.rating) over before_it as previous_rating,
    lag(g.published_on) over before_it as previous_published_on,
    g.rating_rank - lag(g.rating_rank) over before_it as rank_change,
    g.text as text,
    g.url as url,
    g.release_id as release_id,
    g.rating_id as rating_id
from graded as g
window before_it as (
    partition by lower(service_name(g.organisation)), g.standard, g.area order by g.published_on nulls last, g.rating_id
)
order by lower(service_name(g.organisation)), g.standard, g.area, g.published_on nulls last, g.rating_id;

comment on view rating_history is
    'Every rating of every service and area in the order of time, with the change from the inspection before: one row a judgement. Only judgements given as grades (is_grade) and not told as earlier ones; a service is one whether its kind is abbreviated or not.';
comment on column rating_history.organisation is
    'Service judged or inspected, as the release names it. Never null.';
comment on column rating_history.area is
    'Work judged; overall for the whole service. Never null.';
comment on column rating_history.standard is
    'The inspectorate''s standard the area belongs to; other where it is none of them. Never null.';
comment on column rating_history.published_on is
    'Day of publication of the release, London date; null where it has none.';
comment on column rating_history.rating is
    'Outstanding, Good, Requires improvement or Inadequate; compare with rating_rank. Never null.';
comment on column rating_history.rating_rank is
    'Rank of rating: 1 Inadequate, 2 Requires improvement, 3 Good, 4 Outstanding; higher is better. Never null.';
comment on column rating_history.previous_rating is
    'Rating of the same service and area before this one; null for the first known.';
comment on column rating_history.previous_published_on is
    'Day the rating before was published, London date; null for the first known, and where it has no date.';
comment on column rating_history.rank_change is
    'Ranks gained since the rating before, negative for ranks lost; null for the first known.';
comment on column rating_history.text is
    'The words of the release that say it. Never null.';
comment on column rating_history.url is
    'Best address of the release; null for one known only from a file.';
comment on column rating_history.release_id is
    'The release that says it; joins releases. Never null.';
comment on column rating_history.rating_id is
    'Joins ratings. Never null.';
