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
