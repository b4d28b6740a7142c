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
