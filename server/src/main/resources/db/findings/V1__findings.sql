create table findings.counter (
    application_id bigint primary key,
    findings       bigint not null
);

-- Dictionaries: the only tables that applications share. Rows are never changed.
-- definition names what the identity of the rule's findings is made of, for example sarif/1.
create table findings.rule (
    id         bigint generated always as identity primary key,
    tool       text  not null,
    rule       text  not null,
    cwes       int[] not null,
    help_uri   text,
    definition text  not null,
    unique nulls not distinct (tool, rule, cwes, help_uri, definition)
);

create table findings.title (
    id     bigint generated always as identity primary key,
    digest bytea not null unique,
    text   text  not null
);
create index title_words on findings.title using gin (text gin_trgm_ops);

create table findings.path (
    id     bigint generated always as identity primary key,
    digest bytea not null unique,
    text   text  not null
);
create index path_words on findings.path using gin (text gin_trgm_ops);

-- Identity and decision. severity and status are ordinals of the enums in the code.
create table findings.finding (
    application_id bigint      not null,
    number         bigint      not null,
    fingerprint    bytea       not null,
    ordinal        int         not null,
    context        bigint      not null,
    rule_id        bigint      not null,
    title_id       bigint      not null,
    path_id        bigint      not null,
    start_line     int         not null,
    severity       smallint    not null,
    status         smallint    not null,
    first_run      bigint      not null,
    first_seen     timestamptz not null,
    primary key (application_id, number),
    unique (application_id, fingerprint, ordinal)
) with (fillfactor = 90);
-- Ascending, so that an import appends to each severity and rule; lists read them backwards.
create index finding_by_severity on findings.finding (application_id, status, severity, number);
create index finding_by_rule on findings.finding (application_id, rule_id);

-- Other identities of a finding: names that its file had before or after.
create table findings.alias (
    application_id bigint not null,
    fingerprint    bytea  not null,
    ordinal        int    not null,
    number         bigint not null,
    primary key (application_id, fingerprint, ordinal)
);

-- Where a finding is, from the run that saw it first to the run that did not see it any more.
-- fingerprint, ordinal and context are the identity under which this line knows it; another line may know another name of the file.
-- content and places are hashes of what it said and where; rules is the head of the digest of the rules that saw it last.
-- On the line of a merge request only the difference to its base: absent says that the base has it and the line has not.
create table findings.presence (
    application_id bigint  not null,
    series_id      bigint  not null,
    number         bigint  not null,
    from_run       bigint  not null,
    to_run         bigint,
    line_id        bigint  not null,
    fingerprint    bytea   not null,
    ordinal        int     not null,
    context        bigint  not null,
    path_id        bigint  not null,
    start_line     int     not null,
    content        bigint  not null,
    places         bigint  not null,
    rules          bigint  not null,
    absent         boolean not null,
    primary key (application_id, series_id, number, from_run)
) with (fillfactor = 90);
create index presence_by_number on findings.presence (application_id, number);

-- What the newest report says at length (JSON; text, so that an import does not check it twice), with every ingredient of the identity's canonical input.
create table findings.finding_text (
    application_id bigint not null,
    number         bigint not null,
    detail         text   not null,
    primary key (application_id, number)
);
