-- severity: release
-- A score is not below zero nor above its maximum.
select
    i.release_id as release_id,
    i.inspection_id as row_id,
    'score ' || i.score || ' out of ' || coalesce(i.score_max::varchar, 'no maximum') as detail
from inspections as i
where i.score < 0 or i.score > i.score_max
