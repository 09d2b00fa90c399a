create table intake.counter (
    application_id bigint primary key,
    reports        bigint not null
);

-- The bytes as they came, by SHA-256, gzipped, in parts of at most 1 MiB.
create table intake.raw (
    application_id bigint not null,
    sha256         bytea  not null,
    part           int    not null,
    bytes          bytea  not null check (length(bytes) <= 1048576),
    primary key (application_id, sha256, part)
);
alter table intake.raw alter column bytes set storage external;

create table intake.report (
    application_id  bigint      not null,
    number          bigint      not null,
    entity_id       bigint      not null,
    sha256          bytea       not null,
    size            bigint      not null,
    file_name       text        not null,
    about           json        not null,
    line            text        not null,
    commit          text        not null,
    caller_kind     text        not null,
    caller_id       bigint      not null,
    caller_name     text        not null,
    idempotency_key text,
    request_digest  bytea       not null,
    state           text        not null check (state in ('ACKNOWLEDGED', 'MERGING', 'MERGED', 'REFUSED')),
    format          text,
    runs            bigint[]    not null default '{}',
    faults          json        not null default '[]',
    bill            json,
    received_at     timestamptz not null,
    ended_at        timestamptz,
    primary key (application_id, number),
    unique (application_id, caller_kind, caller_id, idempotency_key)
);

create index report_by_time on intake.report (received_at desc, application_id desc, number desc);

-- Work that waits or runs. The fence grows with each lease; whoever holds an older one cannot write any more.
create table intake.job (
    application_id bigint      not null,
    report_number  bigint      not null,
    line           text        not null,
    fence          bigint      not null default 0,
    attempts       int         not null default 0,
    lease_until    timestamptz,
    not_before     timestamptz not null,
    primary key (application_id, report_number)
);
create index job_due on intake.job (not_before);
