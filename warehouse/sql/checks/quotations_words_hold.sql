-- severity: release
-- The words of a quotation are the text between its two positions, once its own marks between paragraphs are dropped.
with placed as (
    select
        q.release_id,
        q.quotation_id,
        q.mark,
        q.text,
        r.text[q.start_char + 1 : q.end_char] as words
    from quotations as q
    join releases as r using (release_id)
)
select
    p.release_id as release_id,
    p.quotation_id as row_id,
    'says ' || p.text || ', the text there is ' || coalesce(p.words, 'nothing') as detail
from placed as p
where p.words is distinct from p.text
    and case p.mark
        when 'double' then regexp_replace(p.words, '["”]?\n\n["“]?', E'\n\n', 'g')
        else regexp_replace(p.words, '[’'']?\n\n[‘'']?', E'\n\n', 'g')
    end is distinct from p.text
