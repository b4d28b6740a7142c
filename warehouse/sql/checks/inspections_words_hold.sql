-- severity: release
-- The words of a row of inspections are the text between its two positions.
select
    f.release_id as release_id,
    f.inspection_id as row_id,
    'says ' || f.text || ', the text there is ' || coalesce(r.text[f.start_char + 1 : f.end_char], 'nothing') as detail
from inspections as f
join releases as r using (release_id)
where r.text[f.start_char + 1 : f.end_char] is distinct from f.text
