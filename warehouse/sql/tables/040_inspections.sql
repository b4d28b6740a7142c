create table inspections (
    inspection_id varchar primary key,
    release_id varchar not null,
    organisation varchar not null,
    organisation_type varchar not null check (organisation_type in ('probation_trust', 'crc', 'nps_division', 'pdu', 'probation_region', 'yos', 'local_probation', 'approved_premises', 'prison', 'thematic', 'national')),
    organisation_type_from varchar not null check (organisation_type_from in ('page', 'embargo', 'text', 'url', 'vocabulary')),
    owner varchar,
    owner_from varchar check (owner_from in ('page', 'embargo', 'text', 'url', 'vocabulary')),
    published_on date,
    published_on_from varchar check (published_on_from in ('page', 'embargo', 'text', 'url', 'vocabulary')),
    fieldwork_start date,
    fieldwork_end date,
    fieldwork_from varchar check (fieldwork_from in ('page', 'embargo', 'text', 'url', 'vocabulary')),
    overall_rating varchar check (overall_rating in ('Outstanding', 'Good', 'Requires improvement', 'Inadequate')),
    overall_rating_from varchar check (overall_rating_from in ('page', 'embargo', 'text', 'url', 'vocabulary')),
    score integer,
    score_max integer,
    score_from varchar check (score_from in ('page', 'embargo', 'text', 'url', 'vocabulary')),
    joint boolean not null,
    joint_from varchar not null check (joint_from in ('page', 'embargo', 'text', 'url', 'vocabulary')),
    text varchar not null,
    start_char integer not null,
    end_char integer not null,
    position integer not null,
    paragraph integer[] not null,
    rule varchar not null,
    first_seen_at timestamptz not null,
    last_changed_at timestamptz not null,
    rules_version varchar not null,
    check (start_char >= 0),
    check (end_char > start_char),
    check (position >= 1),
    check (text <> ''),
    check (fieldwork_end >= fieldwork_start)
);

comment on table inspections is
    'Services inspected, as a release reports them: one row a service and release. A thematic or national inspection is one row.';
comment on column inspections.inspection_id is
    'Stable id of this inspection: a hash of its release, its words and which occurrence of them it is; 20 hexadecimal digits. Never null.';
comment on column inspections.release_id is
    'The release that says it; joins releases. Never null.';
comment on column inspections.organisation is
    'Service inspected, named in full as the release does, without ‘the’; for a thematic inspection its subject. Never null.';
comment on column inspections.organisation_type is
    'Kind of service: probation_trust, crc, nps_division, pdu, probation_region, yos, local_probation, approved_premises, prison, thematic or national. Never null.';
comment on column inspections.organisation_type_from is
    'Where organisation_type was read: text, vocabulary, …. Never null.';
comment on column inspections.owner is
    'Parent company of a CRC where the release names it; null elsewhere (organisations knows more).';
comment on column inspections.owner_from is
    'Where owner was read; null exactly when owner is.';
comment on column inspections.published_on is
    'Day of publication of the inspection''s release, London date; null where nothing says it.';
comment on column inspections.published_on_from is
    'Where published_on was read; null exactly when published_on is.';
comment on column inspections.fieldwork_start is
    'First day of the fieldwork, London date; the first of the month where only a month is given; null where the release does not say.';
comment on column inspections.fieldwork_end is
    'Last day of the fieldwork, London date; the last of the month where only a month is given; null where the release does not say.';
comment on column inspections.fieldwork_from is
    'Where the fieldwork dates were read; null where there are none.';
comment on column inspections.overall_rating is
    'Overall rating given; null where the release gives none, as before 2018. To compare use ratings.rating_rank.';
comment on column inspections.overall_rating_from is
    'Where overall_rating was read; null exactly when it is.';
comment on column inspections.score is
    'Overall score in points, out of score_max; null where the release does not say.';
comment on column inspections.score_max is
    'Highest score possible in points (27, 30 or 36 by programme), as the release says it; null where it does not.';
comment on column inspections.score_from is
    'Where the score was read; null where there is none.';
comment on column inspections.joint is
    'True where other inspectorates took part. Never null.';
comment on column inspections.joint_from is
    'Where joint was read. Never null.';
comment on column inspections.text is
    'The first naming of the service, as it stands in the release. Never null.';
comment on column inspections.start_char is
    'Where the first naming of the service starts in releases.text, in Unicode code points, the first being 0; in DuckDB the evidence is releases.text[start_char + 1 : end_char]. Never null.';
comment on column inspections.end_char is
    'Where the first naming of the service ends in releases.text, in Unicode code points, the one after the last. Never null.';
comment on column inspections.position is
    'Which one it is in its release and table, counted 1, 2, … in the order of the text. Never null.';
comment on column inspections.paragraph is
    'The paragraphs of releases.text its words touch, counted from 0 (the title). Never null.';
comment on column inspections.rule is
    'Name of the rule that read it, as `inspectorate explain` shows it. Never null.';
comment on column inspections.first_seen_at is
    'When this row was first loaded, UTC. Never null.';
comment on column inspections.last_changed_at is
    'When a column of this row last changed, UTC; first_seen_at where none ever did. Never null.';
comment on column inspections.rules_version is
    'Version of the rules under which this row''s content last changed. Never null.';
