-- Policies that an organisation installed; every version is kept, the newest one judges.
create table gates.policy (
    entity_id    bigint      not null,
    number       int         not null,
    id           text        not null,
    version      text        not null,
    digest       text        not null,
    yaml         text        not null,
    installed_by text        not null,
    installed_at timestamptz not null,
    primary key (entity_id, number)
);
create index policy_by_id on gates.policy (entity_id, id, number desc);

-- Signed records never change: nothing updates a decision, a later one supersedes it.
create table gates.decision (
    application_id   bigint      not null,
    number           int         not null,
    stage            text        not null,
    line             text        not null,
    commit_sha       text        not null,
    verdict          text        not null,
    default_verdict  text        not null,
    policy_id        text        not null,
    policy_version   text        not null,
    policy_digest    text        not null,
    facts_digest     text        not null,
    outcome_digest   text        not null,
    result           text        not null,
    by_default       text        not null,
    envelope         bytea       not null,
    key_id           text        not null,
    ledger_sequence  bigint      not null,
    ledger_hash      text        not null,
    decided_at       timestamptz not null,
    supersedes       int,
    supersedes_why   text,
    primary key (application_id, number),
    unique (application_id, supersedes)
);
create index decision_newest on gates.decision (application_id, stage, line, number desc);
create index decision_by_commit on gates.decision (application_id, commit_sha, number desc);
create index decision_by_time on gates.decision (decided_at desc, application_id, number);

-- The last number given in an application; its row lock makes decisions of one application queue.
create table gates.numbering (
    application_id bigint primary key,
    last           int not null
);
