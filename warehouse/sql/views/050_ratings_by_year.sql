create view ratings_by_year as
select
    year(p.published_on)::integer as year,
    r.standard as standard,
    r.rating as rating,
    r.rating_rank as rating_rank,
    count(distinct lower(service_name(r.organisation))) as services,
    round(100.0 * count(*) / sum(count(*)) over (partition by year(p.published_on), r.standard), 1) as share_percent
from ratings as r
join releases as p using (release_id)
where r.is_grade and not r.is_previous and p.published_on is not null
group by year(p.published_on), r.standard, r.rating, r.rating_rank
order by year, standard, rating_rank;

comment on view ratings_by_year is
    'How many services were given which rating in a year: one row a year, standard and rating. Only judgements given as grades (is_grade) and not told as earlier ones; a service is one whether its kind is abbreviated or not.';
comment on column ratings_by_year.year is
    'Calendar year of publication. Never null.';
comment on column ratings_by_year.standard is
    'The inspectorate''s standard the area belongs to; other where it is none of them. Never null.';
comment on column ratings_by_year.rating is
    'Outstanding, Good, Requires improvement or Inadequate; compare with rating_rank. Never null.';
comment on column ratings_by_year.rating_rank is
    'Rank of rating: 1 Inadequate, 2 Requires improvement, 3 Good, 4 Outstanding; higher is better. Never null.';
comment on column ratings_by_year.services is
    'Services given this rating. Never null.';
comment on column ratings_by_year.share_percent is
    'Share of the year''s ratings on this standard, in percent. Never null.';
