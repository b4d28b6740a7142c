create view quotations_about as
with services as (
    select distinct
        i.release_id,
        i.organisation,
        i.organisation_type
    from inspections as i
)
select
    s.organisation as organisation,
    s.organisation_type as organisation_type,
    p.published_on as published_on,
    q.speaker as speaker,
    q.speaker_type as speaker_type,
    q.kind as kind,
    q.text as text,
    p.title as title,
    p.url as url,
    q.release_id as release_id,
    q.quotation_id as quotation_id
from quotations as q
join services as s using (release_id)
join releases as p using (release_id)
order by organisation, published_on nulls last, q.release_id, q.position;

comment on view quotations_about is
    'What was said about a service: one row a quotation and service inspected in its release, so that a quotation in a release on two services stands under both.';
comment on column quotations_about.organisation is
    'Service inspected in the release. Never null.';
comment on column quotations_about.organisation_type is
    'Kind of service, as inspections.organisation_type. Never null.';
comment on column quotations_about.published_on is
    'Day of publication of the release, London date; null where it has none.';
comment on column quotations_about.speaker is
    'Canonical name of who is presented as having said it; null where no cue tells.';
comment on column quotations_about.speaker_type is
    'person, report, inspectors, organisation or unknown. Never null.';
comment on column quotations_about.kind is
    'Kind of quotation: full (a clause that stands by itself) or fragment. Never null.';
comment on column quotations_about.text is
    'The words without their marks. Never null.';
comment on column quotations_about.title is
    'Title of the release. Never null.';
comment on column quotations_about.url is
    'Best address of the release; null for one known only from a file.';
comment on column quotations_about.release_id is
    'The release that says it; joins releases. Never null.';
comment on column quotations_about.quotation_id is
    'Joins quotations. Never null.';
