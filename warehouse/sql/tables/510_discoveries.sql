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
    'London date in the listing, else on the page once it was read; null where neither says.';
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
