-- severity: release
-- The words of a row of ratings are the text between its two positions.
select
    f.release_id as release_id,
    f.rating_id as row_id,
    'says ' || f.text || ', the text there is ' || coalesce(r.text[f.start_char + 1 : f.end_char], 'nothing') as detail
from ratings as f
join releases as r using (release_id)
where r.text[f.start_char + 1 : f.end_char] is distinct from f.text
