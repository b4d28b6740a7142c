-- severity: release
-- A rating is one of the four of the scale, with its rank.
select
    r.release_id as release_id,
    r.rating_id as row_id,
    r.rating || ' has rank ' || r.rating_rank as detail
from ratings as r
where r.rating_rank is distinct from case r.rating
    when 'Inadequate' then 1 when 'Requires improvement' then 2 when 'Good' then 3 when 'Outstanding' then 4
end
