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
