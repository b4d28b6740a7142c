create macro search_quotations(words) as table
select
    q.speaker as speaker,
    p.published_on as published_on,
    q.text as text,
    p.title as title,
    p.url as url,
    q.release_id as release_id,
    q.quotation_id as quotation_id
from quotations as q
join releases as p using (release_id)
where len([word for word in string_split(lower(trim(words)), ' ') if not contains(lower(q.text), word)]) = 0
order by p.published_on desc nulls last, q.release_id, q.position;

comment on macro table search_quotations is
    'Quotations that contain every one of the words, in any order and case: search_quotations(''risk harm''). Quote shapes are taken as they stand. Needs no extension.';
