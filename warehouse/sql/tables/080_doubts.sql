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
