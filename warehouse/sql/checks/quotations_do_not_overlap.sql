-- severity: release
-- No two quotations of a release share a letter; the same words in two places are true data.
with ordered as (
    select
        q.release_id,
        q.quotation_id,
        q.text,
        q.start_char,
        max(q.end_char) over (
            partition by q.release_id order by q.start_char, q.end_char rows between unbounded preceding and 1 preceding
        ) as end_before
    from quotations as q
)
select
    o.release_id as release_id,
    o.quotation_id as row_id,
    'overlaps the quotation before it: ' || o.text as detail
from ordered as o
where o.start_char < o.end_before
