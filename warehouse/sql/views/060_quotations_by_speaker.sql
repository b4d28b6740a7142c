create view quotations_by_speaker as
select
    q.speaker as speaker,
    q.speaker_type as speaker_type,
    q.speaker_role as speaker_role,
    p.published_on as published_on,
    q.kind as kind,
    q.text as text,
    q.attribution as attribution,
    p.title as title,
    p.url as url,
    q.release_id as release_id,
    q.quotation_id as quotation_id
from quotations as q
join releases as p using (release_id)
order by speaker nulls last, published_on nulls last, q.release_id, q.position;

comment on view quotations_by_speaker is
    'Who said what, when: one row a quotation, with its release.';
comment on column quotations_by_speaker.speaker is
    'Canonical name of who is presented as having said it; null where no cue tells.';
comment on column quotations_by_speaker.speaker_type is
    'person, report, inspectors, organisation or unknown. Never null.';
comment on column quotations_by_speaker.speaker_role is
    'Role as the release gives it; null where it never does.';
comment on column quotations_by_speaker.published_on is
    'Day of publication of the release, London date; null where it has none.';
comment on column quotations_by_speaker.kind is
    'Kind of quotation: full (a clause that stands by itself) or fragment. Never null.';
comment on column quotations_by_speaker.text is
    'The words without their marks. Never null.';
comment on column quotations_by_speaker.attribution is
    'The cue as written; null where there is none.';
comment on column quotations_by_speaker.title is
    'Title of the release. Never null.';
comment on column quotations_by_speaker.url is
    'Best address of the release; null for one known only from a file.';
comment on column quotations_by_speaker.release_id is
    'The release that says it; joins releases. Never null.';
comment on column quotations_by_speaker.quotation_id is
    'Joins quotations. Never null.';
