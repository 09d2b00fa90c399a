create table catalog.application (
    id              bigint generated always as identity primary key,
    entity_id       bigint      not null,
    department_path bigint[]    not null check (cardinality(department_path) >= 1),
    key             text        not null check (key ~ '^[A-Z][A-Z0-9]{1,11}$'),
    name            text        not null,
    tier            int         not null check (tier between 1 and 4),
    data_grade      int         not null check (data_grade between 1 and 5),
    exposure        text        not null check (exposure in ('INTERNET', 'DEDICATED_LINE', 'INTERNAL')),
    owner_id        bigint,
    owner_name      text,
    repository      text,
    created_at      timestamptz not null,
    changed_at      timestamptz not null,
    unique (entity_id, key)
);
create index application_by_key on catalog.application (key, id);
create index application_by_department on catalog.application using gin (department_path);
