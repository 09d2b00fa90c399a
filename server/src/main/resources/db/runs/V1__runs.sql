-- merged_at never goes back, whatever the clocks of the nodes say: later numbers are later in time.
create table runs.counter (
    application_id bigint primary key,
    runs           bigint      not null,
    merged_at      timestamptz not null
);

create table runs.line (
    application_id bigint      not null,
    id             bigint      generated always as identity,
    name           text        not null check (length(name) between 1 and 255),
    kind           text        not null check (kind in ('BRANCH', 'RELEASE', 'MERGE_REQUEST')),
    base           text        check (length(base) between 1 and 255),
    created_at     timestamptz not null,
    primary key (application_id, id),
    unique (application_id, name)
);

-- Looks that can be compared: same line, tool and scope.
create table runs.series (
    application_id bigint not null,
    id             bigint generated always as identity,
    line_id        bigint not null,
    tool           text   not null,
    scope          text   not null,
    scope_digest   bytea  not null,
    primary key (application_id, id),
    unique (application_id, line_id, tool, scope_digest),
    foreign key (application_id, line_id) references runs.line
);

-- First parents, as the command line declared them: the order of commits without a repository.
create table runs.commit (
    application_id bigint not null,
    commit         text   not null,
    parent         text,
    primary key (application_id, commit)
);

create table runs.run (
    application_id bigint      not null,
    number         bigint      not null,
    line_id        bigint      not null,
    series_id      bigint      not null,
    commit         text        not null,
    tool_version   text,
    rule_digest    text        not null,
    kind           text        not null,
    complete       boolean     not null,
    history        boolean     not null,
    report_number  bigint      not null,
    base_run       bigint,
    started_at     timestamptz not null,
    merged_at      timestamptz not null,
    added          int         not null default 0,
    seen_again     int         not null default 0,
    changed        int         not null default 0,
    reopened       int         not null default 0,
    gone           int         not null default 0,
    not_judged     int         not null default 0,
    primary key (application_id, number),
    foreign key (application_id, series_id) references runs.series
);
create index run_by_commit on runs.run (application_id, commit, number desc);
create index run_by_series on runs.run (application_id, series_id, number desc);
create index run_by_line on runs.run (application_id, line_id, number desc);
create index run_by_time on runs.run (merged_at desc, application_id desc, number desc);
