create schema pipeline;
create table releases (
    release_id varchar primary key,
    url varchar,
    title varchar not null,
    published_on date,
    published_on_from varchar check (published_on_from in ('page', 'embargo', 'text', 'url', 'vocabulary')),
    kind varchar not null check (kind in ('inspection', 'thematic', 'national', 'annual_report', 'serious_further_offence_review', 'statement', 'other')),
    layout varchar not null,
    text varchar not null check (text <> ''),
    body_start integer not null check (body_start >= 0),
    notes_start integer check (notes_start >= body_start),
    document_sha256 varchar not null check (length(document_sha256) = 64),
    withdrawn_at timestamptz,
    first_seen_at timestamptz not null,
    last_changed_at timestamptz not null,
    rules_version varchar not null,
    check ((published_on is null) = (published_on_from is null))
);

comment on table releases is
    'Press releases of HM Inspectorate of Probation: one row a release, however many addresses it has, with its current text. Contains public sector information licensed under the Open Government Licence v3.0; attribution: HM Inspectorate of Probation.';
comment on column releases.release_id is
    'Stable id of the release: a hash of its title and date (of its body where it has no date) at the earliest of its addresses; 20 hexadecimal digits. Ids given up in a merge stand in pipeline.release_aliases. Never null.';
comment on column releases.url is
    'Its best address: the live site before archives; null for a release known only from a file that names no address.';
comment on column releases.title is
    'Title as published, after clean-up. Never null.';
comment on column releases.published_on is
    'Day of publication, London date; null where neither page, embargo line nor text says it.';
comment on column releases.published_on_from is
    'Where published_on was read: page, embargo, text, url or vocabulary; null exactly when published_on is.';
comment on column releases.kind is
    'Kind of release: inspection, thematic, national, annual_report, serious_further_offence_review, statement or other. Never null.';
comment on column releases.layout is
    'Layout that read the page: hale, legacy, plain_text, or generic (an archived page no layout knows, read less exactly). Never null.';
comment on column releases.text is
    'Title, body and notes to editors in that order, paragraphs separated by one blank line; telephone numbers and e-mail addresses masked by •. All positions count in it. Never null.';
comment on column releases.body_start is
    'Where the body starts in text, in Unicode code points from 0. Never null.';
comment on column releases.notes_start is
    'Where the notes to editors start in text, in Unicode code points from 0; null where there are none.';
comment on column releases.document_sha256 is
    'SHA-256, in hexadecimal, of the bytes this text was first read from; joins pipeline.documents. Never null.';
comment on column releases.withdrawn_at is
    'When its last live address was found gone for the second time, UTC; null while it stands, and for one known from archives or files alone.';
comment on column releases.first_seen_at is
    'When this row was first loaded, UTC. Never null.';
comment on column releases.last_changed_at is
    'When a column of this row last changed, UTC; first_seen_at where none ever did. Never null.';
comment on column releases.rules_version is
    'Version of the rules under which this row''s content last changed. Never null.';

create table release_urls (
    url varchar primary key,
    release_id varchar not null,
    source varchar not null,
    is_live boolean not null,
    first_seen_at timestamptz not null,
    last_changed_at timestamptz not null,
    rules_version varchar not null
);

comment on table release_urls is
    'Addresses of releases: one row an address. A release known only from a file has none.';
comment on column release_urls.url is
    'Address in its canonical form. Never null.';
comment on column release_urls.release_id is
    'The release that stands there; joins releases. Never null.';
comment on column release_urls.source is
    'Source of the best copy that came from it. Never null.';
comment on column release_urls.is_live is
    'True where a copy came from the site itself, false where only archives or files had it. Never null.';
comment on column release_urls.first_seen_at is
    'When this row was first loaded, UTC. Never null.';
comment on column release_urls.last_changed_at is
    'When a column of this row last changed, UTC; first_seen_at where none ever did. Never null.';
comment on column release_urls.rules_version is
    'Version of the rules under which this row''s content last changed. Never null.';

create table release_versions (
    version_id varchar primary key,
    release_id varchar not null,
    url varchar,
    source varchar not null,
    title varchar not null,
    published_on date,
    layout varchar not null,
    text varchar not null check (text <> ''),
    body_start integer not null,
    notes_start integer,
    document_sha256 varchar not null check (length(document_sha256) = 64),
    captured_at timestamptz,
    is_current boolean not null,
    replaced_at timestamptz,
    first_seen_at timestamptz not null,
    last_changed_at timestamptz not null,
    rules_version varchar not null
);

comment on table release_versions is
    'Texts a release has had or has elsewhere: one row a release and text. The current one is releases.text.';
comment on column release_versions.version_id is
    'Stable id of this text: a hash of its release and its words; 20 hexadecimal digits. Never null.';
comment on column release_versions.release_id is
    'The release whose text it is; joins releases. Never null.';
comment on column release_versions.url is
    'The best address this text was read at; null for a file that names none.';
comment on column release_versions.source is
    'Source it was read from. Never null.';
comment on column release_versions.title is
    'Title in this text. Never null.';
comment on column release_versions.published_on is
    'Day of publication as this copy says it, London date; null where it does not.';
comment on column release_versions.layout is
    'Layout that read it. Never null.';
comment on column release_versions.text is
    'Title, body and notes to editors, as in releases.text. Never null.';
comment on column release_versions.body_start is
    'Where the body starts in text, in Unicode code points from 0. Never null.';
comment on column release_versions.notes_start is
    'Where the notes to editors start in text, in Unicode code points from 0; null where there are none.';
comment on column release_versions.document_sha256 is
    'SHA-256, in hexadecimal, of the bytes it was first read from; joins pipeline.documents. Never null.';
comment on column release_versions.captured_at is
    'When an archive took the copy it was read from, UTC; null for a live page or a file.';
comment on column release_versions.is_current is
    'True for the text that stands in releases. Never null.';
comment on column release_versions.replaced_at is
    'When another text took its place as the current one, UTC; null for the current text and for one that never was current.';
comment on column release_versions.first_seen_at is
    'When this row was first loaded, UTC. Never null.';
comment on column release_versions.last_changed_at is
    'When a column of this row last changed, UTC; first_seen_at where none ever did. Never null.';
comment on column release_versions.rules_version is
    'Version of the rules under which this row''s content last changed. Never null.';

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

create table ratings (
    rating_id varchar primary key,
    release_id varchar not null,
    organisation varchar not null,
    area varchar not null,
    standard varchar not null check (standard in ('overall', 'organisational_delivery', 'leadership', 'staff', 'services', 'information_and_facilities', 'court_disposals', 'out_of_court_disposals', 'assessment', 'planning', 'implementation_and_delivery', 'reviewing', 'court_work', 'statutory_victim_work', 'unpaid_work', 'through_the_gate', 'resettlement', 'public_protection', 'other')),
    rating varchar not null check (rating in ('Outstanding', 'Good', 'Requires improvement', 'Inadequate')),
    rating_rank integer not null,
    is_grade boolean not null,
    is_previous boolean not null,
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
    check (rating_rank = case rating when 'Inadequate' then 1 when 'Requires improvement' then 2 when 'Good' then 3 else 4 end)
);

comment on table ratings is
    'Judgements on the four-point scale: one row a service, area and judgement, as a release tells it; current or previous, overall or on an area.';
comment on column ratings.rating_id is
    'Stable id of this rating: a hash of its release, its words and which occurrence of them it is; 20 hexadecimal digits. Never null.';
comment on column ratings.release_id is
    'The release that says it; joins releases. Never null.';
comment on column ratings.organisation is
    'Service judged, as the release names it. Never null.';
comment on column ratings.area is
    'Work judged, in lower case as the release words it; overall for the whole service. Never null.';
comment on column ratings.standard is
    'The inspectorate''s standard the area belongs to; other where it is none of them. Never null.';
comment on column ratings.rating is
    'Outstanding, Good, Requires improvement or Inadequate; compare with rating_rank, since the words sort alphabetically. Never null.';
comment on column ratings.rating_rank is
    'Rank of rating: 1 Inadequate, 2 Requires improvement, 3 Good, 4 Outstanding; higher is better. Never null.';
comment on column ratings.is_grade is
    'True where it is given as a grade, false where the prose says so and always before the scale began in 2018. Never null.';
comment on column ratings.is_previous is
    'True where the release tells an earlier judgement of the same service. Never null.';
comment on column ratings.text is
    'The words that say it, the rating word among them. Never null.';
comment on column ratings.start_char is
    'Where the judgement starts in releases.text, in Unicode code points, the first being 0; in DuckDB the evidence is releases.text[start_char + 1 : end_char]. Never null.';
comment on column ratings.end_char is
    'Where the judgement ends in releases.text, in Unicode code points, the one after the last. Never null.';
comment on column ratings.position is
    'Which one it is in its release and table, counted 1, 2, … in the order of the text. Never null.';
comment on column ratings.paragraph is
    'The paragraphs of releases.text its words touch, counted from 0 (the title). Never null.';
comment on column ratings.rule is
    'Name of the rule that read it, as `inspectorate explain` shows it. Never null.';
comment on column ratings.first_seen_at is
    'When this row was first loaded, UTC. Never null.';
comment on column ratings.last_changed_at is
    'When a column of this row last changed, UTC; first_seen_at where none ever did. Never null.';
comment on column ratings.rules_version is
    'Version of the rules under which this row''s content last changed. Never null.';

create table metrics (
    metric_id varchar primary key,
    release_id varchar not null,
    value decimal(18, 2) not null,
    value_high decimal(18, 2),
    unit varchar not null check (unit in ('people', 'cases', 'organisations', 'staff', 'percent', 'percentage_points', 'points', 'GBP', 'days', 'weeks', 'months', 'years', 'hours', 'reports', 'recommendations', 'count')),
    qualifier varchar not null check (qualifier in ('exact', 'approximately', 'more_than', 'less_than', 'at_least', 'at_most', 'range')),
    direction varchar check (direction in ('increase', 'decrease')),
    name varchar not null check (name in ('caseload', 'caseload_per_officer', 'staffing_level', 'staffing_change', 'vacancy_rate', 'sickness_absence', 'cases_inspected', 'cases_sufficient', 'cases_insufficient', 'overall_score', 'interviews', 'survey_share', 'providers_total', 'recommendations', 'reoffending', 'serious_further_offences', 'demographic_share', 'contract_value', 'cost', 'waiting_time', 'unpaid_work_hours', 'other')),
    period varchar,
    of decimal(18, 2),
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
    check (text <> '')
);

comment on table metrics is
    'Quantities stated: one row a number with its unit, about a service, its people, its cases, its money or the inspection.';
comment on column metrics.metric_id is
    'Stable id of this metric: a hash of its release, its words and which occurrence of them it is; 20 hexadecimal digits. Never null.';
comment on column metrics.release_id is
    'The release that says it; joins releases. Never null.';
comment on column metrics.value is
    'The number in `unit`, fractions as percent, rounded half up to two places. Never null.';
comment on column metrics.value_high is
    'Upper end of a range in `unit`; null unless qualifier is range.';
comment on column metrics.unit is
    'Unit of value, value_high and of: people, cases, organisations, staff, percent, percentage_points, points, GBP, days, weeks, months, years, hours, reports, recommendations or count. Never null.';
comment on column metrics.qualifier is
    'How exact the release claims to be: exact where it gives the figure plainly, else approximately, more_than, less_than, at_least, at_most or range. Never null.';
comment on column metrics.direction is
    'Increase or decrease for an amount of change, whose value is positive; null for a level.';
comment on column metrics.name is
    'What is measured, from the metric vocabulary; other where none fits. Never null.';
comment on column metrics.period is
    'Time the number is about, as written (`since 2014`); null where the release does not say.';
comment on column metrics.of is
    'The y of `x of the y`, in `unit`; null where there is none.';
comment on column metrics.text is
    'The quantity as written, from its qualifier to its unit words. Never null.';
comment on column metrics.start_char is
    'Where the quantity starts in releases.text, in Unicode code points, the first being 0; in DuckDB the evidence is releases.text[start_char + 1 : end_char]. Never null.';
comment on column metrics.end_char is
    'Where the quantity ends in releases.text, in Unicode code points, the one after the last. Never null.';
comment on column metrics.position is
    'Which one it is in its release and table, counted 1, 2, … in the order of the text. Never null.';
comment on column metrics.paragraph is
    'The paragraphs of releases.text its words touch, counted from 0 (the title). Never null.';
comment on column metrics.rule is
    'Name of the rule that read it, as `inspectorate explain` shows it. Never null.';
comment on column metrics.first_seen_at is
    'When this row was first loaded, UTC. Never null.';
comment on column metrics.last_changed_at is
    'When a column of this row last changed, UTC; first_seen_at where none ever did. Never null.';
comment on column metrics.rules_version is
    'Version of the rules under which this row''s content last changed. Never null.';

create table quotations (
    quotation_id varchar primary key,
    release_id varchar not null,
    kind varchar not null check (kind in ('full', 'fragment')),
    speaker varchar,
    speaker_type varchar not null check (speaker_type in ('person', 'report', 'inspectors', 'organisation', 'unknown')),
    speaker_role varchar,
    attribution varchar,
    speaker_reason varchar not null,
    speaker_from varchar check (speaker_from in ('page', 'embargo', 'text', 'url', 'vocabulary')),
    mark varchar not null check (mark in ('double', 'single')),
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
    check (text <> '')
);

comment on table quotations is
    'Somebody''s words: one row an utterance in quote marks, with who is presented as having said or written it.';
comment on column quotations.quotation_id is
    'Stable id of this quotation: a hash of its release, its words and which occurrence of them it is; 20 hexadecimal digits. Never null.';
comment on column quotations.release_id is
    'The release that says it; joins releases. Never null.';
comment on column quotations.kind is
    'full where at least one clause stands by itself, fragment for words set into the writer''s own sentence. Never null.';
comment on column quotations.speaker is
    'Canonical name (Dame Glenys Stacey), `the report`, `inspectors` or another body; null where no cue tells.';
comment on column quotations.speaker_type is
    'person, report, inspectors, organisation or unknown. Never null.';
comment on column quotations.speaker_role is
    'Role as the release gives it; null where it never does.';
comment on column quotations.attribution is
    'The cue as written (`Dame Glenys added`); null where there is none.';
comment on column quotations.speaker_reason is
    'How the speaker was resolved: the name of the model of cue that told it. Never null.';
comment on column quotations.speaker_from is
    'text, or vocabulary where the release never writes the full name; null where speaker is.';
comment on column quotations.mark is
    'Marks the words stand in: double or single. Between paragraphs these marks are not part of text. Never null.';
comment on column quotations.text is
    'The words without their marks, paragraphs joined by a blank line. Never null.';
comment on column quotations.start_char is
    'Where the quotation starts in releases.text, in Unicode code points, the first being 0; in DuckDB the evidence is releases.text[start_char + 1 : end_char]. Never null.';
comment on column quotations.end_char is
    'Where the quotation ends in releases.text, in Unicode code points, the one after the last. Never null.';
comment on column quotations.position is
    'Which one it is in its release and table, counted 1, 2, … in the order of the text. Never null.';
comment on column quotations.paragraph is
    'The paragraphs of releases.text its words touch, counted from 0 (the title). Never null.';
comment on column quotations.rule is
    'Name of the rule that read it, as `inspectorate explain` shows it. Never null.';
comment on column quotations.first_seen_at is
    'When this row was first loaded, UTC. Never null.';
comment on column quotations.last_changed_at is
    'When a column of this row last changed, UTC; first_seen_at where none ever did. Never null.';
comment on column quotations.rules_version is
    'Version of the rules under which this row''s content last changed. Never null.';

create table doubts (
    doubt_id varchar primary key,
    release_id varchar not null,
    reason varchar not null,
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
    check (text <> '')
);

comment on table doubts is
    'Words a rule saw and could not decide: one row a place. They are in no other table, and are what to look at first for what is missing.';
comment on column doubts.doubt_id is
    'Stable id of this doubt: a hash of its release, its words and which occurrence of them it is; 20 hexadecimal digits. Never null.';
comment on column doubts.release_id is
    'The release that says it; joins releases. Never null.';
comment on column doubts.reason is
    'Why the rule could not decide. Never null.';
comment on column doubts.text is
    'The words in doubt. Never null.';
comment on column doubts.start_char is
    'Where the doubtful place starts in releases.text, in Unicode code points, the first being 0; in DuckDB the evidence is releases.text[start_char + 1 : end_char]. Never null.';
comment on column doubts.end_char is
    'Where the doubtful place ends in releases.text, in Unicode code points, the one after the last. Never null.';
comment on column doubts.position is
    'Which one it is in its release and table, counted 1, 2, … in the order of the text. Never null.';
comment on column doubts.paragraph is
    'The paragraphs of releases.text its words touch, counted from 0 (the title). Never null.';
comment on column doubts.rule is
    'Name of the rule that read it, as `inspectorate explain` shows it. Never null.';
comment on column doubts.first_seen_at is
    'When this row was first loaded, UTC. Never null.';
comment on column doubts.last_changed_at is
    'When a column of this row last changed, UTC; first_seen_at where none ever did. Never null.';
comment on column doubts.rules_version is
    'Version of the rules under which this row''s content last changed. Never null.';

create table speakers (
    speaker_id varchar primary key,
    name varchar not null,
    role varchar not null,
    from_on date,
    until_on date,
    source varchar not null,
    first_seen_at timestamptz not null,
    last_changed_at timestamptz not null,
    rules_version varchar not null,
    check (until_on >= from_on)
);

comment on table speakers is
    'People the vocabulary knows: one row a person, role and tenure.';
comment on column speakers.speaker_id is
    'Stable id: a hash of name, role and from_on; 20 hexadecimal digits. Never null.';
comment on column speakers.name is
    'Canonical name, with honours (Dame, Sir) and without courtesy titles. Never null.';
comment on column speakers.role is
    'Role held. Never null.';
comment on column speakers.from_on is
    'First day in the role, London date; null where not known.';
comment on column speakers.until_on is
    'Last day in the role, London date; null where not known or still held.';
comment on column speakers.source is
    'Where this is known from. Never null.';
comment on column speakers.first_seen_at is
    'When this row was first loaded, UTC. Never null.';
comment on column speakers.last_changed_at is
    'When a column of this row last changed, UTC; first_seen_at where none ever did. Never null.';
comment on column speakers.rules_version is
    'Version of the rules under which this row''s content last changed. Never null.';

create table organisations (
    organisation_id varchar primary key,
    name varchar not null,
    short_name varchar,
    organisation_type varchar not null,
    owner varchar,
    region varchar,
    official_code varchar,
    official_code_from varchar,
    from_on date,
    until_on date,
    source varchar not null,
    first_seen_at timestamptz not null,
    last_changed_at timestamptz not null,
    rules_version varchar not null,
    check (until_on >= from_on)
);

comment on table organisations is
    'Bodies the vocabulary knows: one row a body, owner and time.';
comment on column organisations.organisation_id is
    'Stable id: a hash of name, kind, owner, region and from_on; 20 hexadecimal digits. Never null.';
comment on column organisations.name is
    'Full name, as inspections.organisation has it. Never null.';
comment on column organisations.short_name is
    'Short form in use; null where there is none.';
comment on column organisations.organisation_type is
    'Kind of service, as inspections.organisation_type. Never null.';
comment on column organisations.owner is
    'Parent company or body in that time; null where it has none.';
comment on column organisations.region is
    'Probation region or area it belongs to; null where none is recorded.';
comment on column organisations.official_code is
    'Code an official register gives it (of the council, of the region); null where there is none.';
comment on column organisations.official_code_from is
    'Register official_code is from; null exactly when that is.';
comment on column organisations.from_on is
    'First day of this row''s facts, London date; null where not known.';
comment on column organisations.until_on is
    'Last day of this row''s facts, London date; null where not known or still so.';
comment on column organisations.source is
    'Where this is known from. Never null.';
comment on column organisations.first_seen_at is
    'When this row was first loaded, UTC. Never null.';
comment on column organisations.last_changed_at is
    'When a column of this row last changed, UTC; first_seen_at where none ever did. Never null.';
comment on column organisations.rules_version is
    'Version of the rules under which this row''s content last changed. Never null.';

create table pipeline.documents (
    document_id varchar primary key,
    url varchar,
    final_url varchar,
    source varchar not null,
    sha256 varchar not null,
    fetched_at timestamptz not null,
    captured_at timestamptz,
    status integer not null
);

comment on table pipeline.documents is
    'Fetches: one row a document received. The bytes are in the raw store under their SHA-256.';
comment on column pipeline.documents.document_id is
    'Hash of address, SHA-256, source and time; 20 hexadecimal digits. Never null.';
comment on column pipeline.documents.url is
    'Canonical address asked for; null for a file that names none.';
comment on column pipeline.documents.final_url is
    'Address that answered after redirects; null for a file, and where it is not known.';
comment on column pipeline.documents.source is
    'Source that brought it. Never null.';
comment on column pipeline.documents.sha256 is
    'SHA-256 of the bytes, in hexadecimal. Never null.';
comment on column pipeline.documents.fetched_at is
    'When it was received, UTC. Never null.';
comment on column pipeline.documents.captured_at is
    'When an archive took its copy, UTC; null for a live page or a file.';
comment on column pipeline.documents.status is
    'HTTP status; 200 for a file. Never null.';

create table pipeline.discoveries (
    url varchar primary key,
    source varchar not null,
    state varchar not null check (state in ('pending', 'loaded', 'not_a_release', 'gone', 'quarantined')),
    reason varchar,
    due_because varchar check (due_because in ('new', 'changed', 'retry', 'asked')),
    title varchar,
    published_on date,
    modified_at timestamptz,
    fetch_url varchar,
    captured_at timestamptz,
    first_sighted_at timestamptz not null,
    last_sighted_at timestamptz not null,
    claimed_by varchar,
    claimed_until timestamptz,
    attempts integer not null,
    last_attempt_poll varchar,
    polls_pending integer not null,
    gone_at timestamptz,
    settled_at timestamptz,
    rules_version varchar,
    sha256 varchar
);

comment on table pipeline.discoveries is
    'Addresses seen and their state: one row an address. The record of what is still to do.';
comment on column pipeline.discoveries.url is
    'Canonical address. Never null.';
comment on column pipeline.discoveries.source is
    'Source that last showed it. Never null.';
comment on column pipeline.discoveries.state is
    'pending, loaded, not_a_release, gone or quarantined. Never null.';
comment on column pipeline.discoveries.reason is
    'Why it is in this state, in words; null where the state says all.';
comment on column pipeline.discoveries.due_because is
    'Why it is to be fetched: new, changed, retry or asked; null where it is not pending.';
comment on column pipeline.discoveries.title is
    'Title in the listing; null where the listing does not say.';
comment on column pipeline.discoveries.published_on is
    'London date in the listing; null where the listing does not say.';
comment on column pipeline.discoveries.modified_at is
    'When the site says it last changed, UTC; null where it does not say.';
comment on column pipeline.discoveries.fetch_url is
    'Where its bytes are when that is not url (an archive''s capture); null otherwise.';
comment on column pipeline.discoveries.captured_at is
    'When an archive took the copy at fetch_url, UTC; null for a live page.';
comment on column pipeline.discoveries.first_sighted_at is
    'When it was first seen, UTC. Never null.';
comment on column pipeline.discoveries.last_sighted_at is
    'When a poll last brought something new about it, UTC. Never null.';
comment on column pipeline.discoveries.claimed_by is
    'Run that is fetching it; null where none is.';
comment on column pipeline.discoveries.claimed_until is
    'When the claim ends by itself, UTC; null where there is none.';
comment on column pipeline.discoveries.attempts is
    'Polls on which its transport failed since it last succeeded. Never null.';
comment on column pipeline.discoveries.last_attempt_poll is
    'The last of those polls; null where there was none.';
comment on column pipeline.discoveries.polls_pending is
    'Polls for which it has been pending and unclaimed. Never null.';
comment on column pipeline.discoveries.gone_at is
    'When it was first found gone, UTC; null where it was not.';
comment on column pipeline.discoveries.settled_at is
    'When its state was last settled, UTC; null while it is new.';
comment on column pipeline.discoveries.rules_version is
    'Rules under which it was settled; null while it is new.';
comment on column pipeline.discoveries.sha256 is
    'SHA-256 of the bytes it was settled on, in hexadecimal; null where none came.';

create table pipeline.quarantine (
    quarantine_id varchar primary key,
    url varchar,
    name varchar,
    sha256 varchar,
    source varchar not null,
    stage varchar not null,
    reason varchar not null,
    detail varchar,
    rules_version varchar not null,
    quarantined_at timestamptz not null,
    last_tried_at timestamptz not null,
    tries integer not null
);

comment on table pipeline.quarantine is
    'What could not be taken in: one row an address or file, with everything needed to try again.';
comment on column pipeline.quarantine.quarantine_id is
    'Hash of the address, or of the bytes of a file; 20 hexadecimal digits. Never null.';
comment on column pipeline.quarantine.url is
    'Address; null for a file that names none.';
comment on column pipeline.quarantine.name is
    'Bare name of a file; null for an address.';
comment on column pipeline.quarantine.sha256 is
    'SHA-256 of the kept bytes, in hexadecimal; null where none came.';
comment on column pipeline.quarantine.source is
    'Source that brought it. Never null.';
comment on column pipeline.quarantine.stage is
    'Stage that failed: fetch, layout, load, check, bug, …. Never null.';
comment on column pipeline.quarantine.reason is
    'What was wrong, in one line. Never null.';
comment on column pipeline.quarantine.detail is
    'Traceback of a bug of ours; null otherwise.';
comment on column pipeline.quarantine.rules_version is
    'Rules under which it failed; it is tried again under others. Never null.';
comment on column pipeline.quarantine.quarantined_at is
    'When it was put here, UTC. Never null.';
comment on column pipeline.quarantine.last_tried_at is
    'When it last failed, UTC. Never null.';
comment on column pipeline.quarantine.tries is
    'How often it failed. Never null.';

create table pipeline.runs (
    run_id varchar primary key,
    command varchar not null,
    source varchar,
    started_at timestamptz not null,
    ended_at timestamptz not null,
    state varchar not null check (state in ('completed', 'failed')),
    reason varchar,
    rules_version varchar not null,
    outcomes varchar not null
);

comment on table pipeline.runs is
    'Runs that did something: one row a run.';
comment on column pipeline.runs.run_id is
    'Id of the run. Never null.';
comment on column pipeline.runs.command is
    'Command or flow: watch, ingest, backfill, rebuild, …. Never null.';
comment on column pipeline.runs.source is
    'Source it was about; null where it was about several or none.';
comment on column pipeline.runs.started_at is
    'When it began, UTC. Never null.';
comment on column pipeline.runs.ended_at is
    'When it ended, UTC. Never null.';
comment on column pipeline.runs.state is
    'completed or failed. Never null.';
comment on column pipeline.runs.reason is
    'Why it failed; null where it did not.';
comment on column pipeline.runs.rules_version is
    'Rules it ran under. Never null.';
comment on column pipeline.runs.outcomes is
    'How many addresses had which outcome, as a JSON object. Never null.';

create table pipeline.release_aliases (
    alias_id varchar primary key,
    release_id varchar not null,
    given_up_at timestamptz not null
);

comment on table pipeline.release_aliases is
    'Ids of releases given up when releases turned out to be one: one row an id. current_release_id(id) reads it.';
comment on column pipeline.release_aliases.alias_id is
    'The id given up. Never null.';
comment on column pipeline.release_aliases.release_id is
    'The id that stands for it now. Never null.';
comment on column pipeline.release_aliases.given_up_at is
    'When, UTC. Never null.';

create table pipeline.row_changes (
    table_name varchar not null,
    row_id varchar not null,
    release_id varchar,
    changed_at timestamptz not null,
    change varchar not null check (change in ('added', 'changed', 'gone')),
    why varchar not null check (why in ('text', 'rules')),
    old_row varchar
);

comment on table pipeline.row_changes is
    'Changes of facts: one row a fact row added, changed or gone, written with the change itself. The view changes shows it readably.';
comment on column pipeline.row_changes.table_name is
    'Table of the row. Never null.';
comment on column pipeline.row_changes.row_id is
    'Id of the row in that table. Never null.';
comment on column pipeline.row_changes.release_id is
    'Release of the row; null for speakers and organisations.';
comment on column pipeline.row_changes.changed_at is
    'When, UTC. Never null.';
comment on column pipeline.row_changes.change is
    'added, changed or gone. Never null.';
comment on column pipeline.row_changes.why is
    'text where the release''s words changed or arrived, rules where only our reading of them did. Never null.';
comment on column pipeline.row_changes.old_row is
    'The row before, as a JSON object of its columns; null for one added.';

create table pipeline.check_results (
    check_name varchar not null,
    severity varchar not null check (severity in ('release', 'blocking', 'warning')),
    release_id varchar,
    row_id varchar,
    detail varchar not null,
    checked_at timestamptz not null
);

comment on table pipeline.check_results is
    'Findings of the last check of the whole warehouse: one row a finding.';
comment on column pipeline.check_results.check_name is
    'Name of the check, that of its file in warehouse/sql/checks. Never null.';
comment on column pipeline.check_results.severity is
    'release (it would have kept its release out), blocking (it keeps a snapshot from being published) or warning. Never null.';
comment on column pipeline.check_results.release_id is
    'Release it is about; null where it is about none.';
comment on column pipeline.check_results.row_id is
    'Row it is about; null where it is about none.';
comment on column pipeline.check_results.detail is
    'What is wrong, in words. Never null.';
comment on column pipeline.check_results.checked_at is
    'When the check ran, UTC. Never null.';

create table pipeline.schema_version (
    tables_hash varchar not null,
    views_hash varchar not null,
    made_at timestamptz not null
);

comment on table pipeline.schema_version is
    'The tables this file was made with: one row.';
comment on column pipeline.schema_version.tables_hash is
    'Hash of warehouse/sql/tables, 20 hexadecimal digits. Never null.';
comment on column pipeline.schema_version.views_hash is
    'Hash of warehouse/sql/views, 20 hexadecimal digits. Never null.';
comment on column pipeline.schema_version.made_at is
    'When these tables were made, UTC. Never null.';

create table pipeline.revision (
    revision bigint not null,
    revised_at timestamptz not null
);

comment on table pipeline.revision is
    'How often this file''s facts, changes or quarantine have changed: one row. Publishing is skipped when it stands still.';
comment on column pipeline.revision.revision is
    'Counts up by one in every transaction that changed something. Never null.';
comment on column pipeline.revision.revised_at is
    'When it last did, UTC. Never null.';

create table pipeline.readings (
    address varchar not null,
    sha256 varchar not null,
    release_id varchar not null,
    text_hash varchar not null,
    url varchar,
    source varchar not null,
    preference integer not null,
    first_at timestamptz not null,
    last_at timestamptz not null,
    captured_at timestamptz,
    published_on date,
    title_hash varchar not null,
    body_hash varchar not null,
    body_words integer not null,
    rules_version varchar not null,
    kept_rows varchar,
    primary key (address, sha256)
);

comment on table pipeline.readings is
    'Documents as they were read: one row an address (or file) and document. What identity is computed from.';
comment on column pipeline.readings.address is
    'Canonical address, or `sha256:` and the SHA-256 for a file that names none. Never null.';
comment on column pipeline.readings.sha256 is
    'SHA-256 of the document, in hexadecimal. Never null.';
comment on column pipeline.readings.release_id is
    'The release it belongs to. Never null.';
comment on column pipeline.readings.text_hash is
    'Hash of its text, letter for letter; with release_id it gives release_versions.version_id. Never null.';
comment on column pipeline.readings.url is
    'Canonical address; null for a file that names none.';
comment on column pipeline.readings.source is
    'Source of its best copy. Never null.';
comment on column pipeline.readings.preference is
    'How good a place it was read at: 0 live site under /news/, 1 live elsewhere, 2 UK Government Web Archive, 3 another archive, 4 a file. Never null.';
comment on column pipeline.readings.first_at is
    'Earliest time of a copy: when captured, else when fetched, UTC. Never null.';
comment on column pipeline.readings.last_at is
    'Latest time of a copy, UTC. Never null.';
comment on column pipeline.readings.captured_at is
    'When an archive took the earliest copy, UTC; null for a live page or a file.';
comment on column pipeline.readings.published_on is
    'Day of publication as this document says it, London date; null where it does not.';
comment on column pipeline.readings.title_hash is
    'Hash of the folded title. Never null.';
comment on column pipeline.readings.body_hash is
    'Hash of the folded body, without title and notes. Never null.';
comment on column pipeline.readings.body_words is
    'Words in the folded body. Never null.';
comment on column pipeline.readings.rules_version is
    'Rules it was last read under. Never null.';
comment on column pipeline.readings.kept_rows is
    'Its rows as JSON, for a text that is not the current one of its release; null for the one that is, whose rows stand in the tables.';
