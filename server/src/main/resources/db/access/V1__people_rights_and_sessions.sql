create table access.entity (
    id         bigint generated always as identity primary key,
    key        text        not null unique check (key ~ '^[A-Z][A-Z0-9]{1,11}$'),
    name       text        not null,
    created_at timestamptz not null
);

create table access.department (
    id         bigint generated always as identity primary key,
    entity_id  bigint      not null references access.entity,
    parent_id  bigint      references access.department,
    name       text        not null,
    path       bigint[]    not null,
    created_at timestamptz not null,
    unique nulls not distinct (entity_id, parent_id, name),
    unique (entity_id, id)
);

-- A person is of one kind for as long as grants refer to it: this is what keeps the three administrators apart.
create table access.person (
    id            bigint generated always as identity primary key,
    entity_id     bigint      not null references access.entity,
    department_id bigint,
    kind          text        not null check (kind in ('BUSINESS', 'SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN')),
    login         text        not null check (login = lower(login)),
    name          text        not null,
    staff_number  text,
    created_at    timestamptz not null,
    seen_at       timestamptz,
    closed_at     timestamptz,
    unique (login),
    unique (id, kind),
    foreign key (entity_id, department_id) references access.department (entity_id, id)
);
create index person_by_entity on access.person (entity_id, id);

create table access.credential (
    person_id  bigint primary key references access.person,
    hash       text        not null,
    changed_at timestamptz not null
);

create table access.token (
    id         bigint generated always as identity primary key,
    entity_id  bigint      not null references access.entity,
    kind       text        not null default 'BUSINESS' check (kind = 'BUSINESS'),
    name       text        not null,
    digest     bytea       not null unique,
    created_by bigint      not null references access.person,
    created_at timestamptz not null,
    expires_at timestamptz not null check (expires_at <= created_at + interval '365 days'),
    used_at    timestamptz,
    revoked_at timestamptz,
    unique (id, kind)
);
create index token_by_entity on access.token (entity_id, id);

create table access.role_grant (
    id             bigint generated always as identity primary key,
    person_id      bigint,
    token_id       bigint,
    kind           text        not null,
    role           text        not null,
    scope          text        not null check (scope in ('GROUP', 'ENTITY', 'DEPARTMENT', 'APPLICATION')),
    entity_id      bigint      references access.entity,
    department_id  bigint,
    application_id bigint,
    created_by     bigint      references access.person,
    created_at     timestamptz not null,
    check (num_nonnulls(person_id, token_id) = 1),
    check (kind = case when role in ('SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN') then role else 'BUSINESS' end),
    check ((scope = 'GROUP') = (entity_id is null)),
    check (scope <> 'GROUP' or kind <> 'BUSINESS'),
    check ((scope = 'DEPARTMENT') = (department_id is not null)),
    check ((scope = 'APPLICATION') = (application_id is not null)),
    foreign key (person_id, kind) references access.person (id, kind),
    foreign key (token_id, kind) references access.token (id, kind),
    foreign key (entity_id, department_id) references access.department (entity_id, id),
    unique nulls not distinct (person_id, token_id, role, scope, entity_id, department_id, application_id)
);
create index role_grant_by_token on access.role_grant (token_id) where token_id is not null;
create index role_grant_by_entity on access.role_grant (entity_id, role);

create table access.session (
    digest     bytea primary key,
    person_id  bigint      not null references access.person,
    by_link    boolean     not null,
    started_at timestamptz not null,
    seen_at    timestamptz not null
);
create index session_by_person on access.session (person_id);

create table access.link (
    digest     bytea primary key,
    purpose    text        not null check (purpose in ('SET_UP', 'SIGN_IN')),
    person_id  bigint      references access.person,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz,
    check ((purpose = 'SIGN_IN') = (person_id is not null))
);

-- Tries to sign in, by account and by address; a try is counted before the password is looked at.
create table access.attempt (
    subject      text primary key,
    tries        int         not null,
    since        timestamptz not null,
    locked_until timestamptz
);

create table access.set_up (
    only_row boolean primary key default true check (only_row),
    at       timestamptz not null
);
