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
