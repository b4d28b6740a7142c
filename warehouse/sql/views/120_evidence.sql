create view evidence as
with facts as (
    select 'inspections' as table_name, f.inspection_id as row_id, f.release_id, f.organisation as says, f.text,
        f.start_char, f.end_char, null as mark
    from inspections as f
    union all
    select 'ratings', f.rating_id, f.release_id, f.organisation || ', ' || f.area || ': ' || f.rating, f.text,
        f.start_char, f.end_char, null
    from ratings as f
    union all
    select 'metrics', f.metric_id, f.release_id, f.name || ': ' || f.value || ' ' || f.unit, f.text,
        f.start_char, f.end_char, null
    from metrics as f
    union all
    select 'quotations', f.quotation_id, f.release_id, coalesce(f.speaker, 'unknown speaker'), f.text,
        f.start_char, f.end_char, f.mark
    from quotations as f
    union all
    select 'doubts', f.doubt_id, f.release_id, f.reason, f.text, f.start_char, f.end_char, null
    from doubts as f
),
placed as (
    select
        f.table_name,
        f.row_id,
        f.release_id,
        f.says,
        f.text,
        f.start_char,
        f.end_char,
        f.mark,
        p.title,
        p.published_on,
        p.url,
        p.text[f.start_char + 1 : f.end_char] as words,
        p.text[greatest(f.start_char - 1000, 0) + 1 : f.start_char] as words_before,
        p.text[f.end_char + 1 : f.end_char + 1000] as words_after
    from facts as f
    join releases as p using (release_id)
)
select
    f.table_name as table_name,
    f.row_id as row_id,
    f.release_id as release_id,
    f.says as says,
    f.text as text,
    trim(
        regexp_replace(f.words_before, '(?s)^.*(\n\n|[.!?]["”’)]? )', '')
        || f.words
        || regexp_extract(f.words_after, '(?s)^.*?([.!?]["”’)]?( |\n|$)|\n\n|$)'),
        E' \n'
    ) as sentence,
    case f.mark
        when 'double' then regexp_replace(f.words, '["”]?\n\n["“]?', E'\n\n', 'g')
        when 'single' then regexp_replace(f.words, '[’'']?\n\n[‘'']?', E'\n\n', 'g')
        else f.words
    end is not distinct from f.text as holds,
    f.start_char as start_char,
    f.end_char as end_char,
    f.title as title,
    f.published_on as published_on,
    f.url as url
from placed as f;

comment on view evidence is
    'Every fact with its sentence and its address, and whether its words stand where it says: one row a fact that has a place in a text.';
comment on column evidence.table_name is
    'Table of the fact: inspections, ratings, metrics, quotations or doubts. Never null.';
comment on column evidence.row_id is
    'Id of the fact in that table. Never null.';
comment on column evidence.release_id is
    'The release that says it; joins releases. Never null.';
comment on column evidence.says is
    'What the fact says, in a few words. Never null.';
comment on column evidence.text is
    'The fact''s own words. Never null.';
comment on column evidence.sentence is
    'The sentence around the words, as far as full stops and paragraphs tell. Never null.';
comment on column evidence.holds is
    'True where the words stand at start_char to end_char of releases.text; no published file has a false one. Never null.';
comment on column evidence.start_char is
    'Where the words start in releases.text, in Unicode code points from 0. Never null.';
comment on column evidence.end_char is
    'Where the words end, the code point after the last. Never null.';
comment on column evidence.title is
    'Title of the release. Never null.';
comment on column evidence.published_on is
    'Day of publication of the release, London date; null where it has none.';
comment on column evidence.url is
    'Best address of the release; null for one known only from a file.';
