-- Content packs that an organisation installed; every version is kept, the newest one counts.
create table packs.pack (
    entity_id    bigint      not null,
    number       int         not null,
    id           text        not null,
    version      text        not null,
    digest       text        not null,
    files        jsonb       not null,
    installed_by text        not null,
    installed_at timestamptz not null,
    primary key (entity_id, number)
);
create index pack_by_id on packs.pack (entity_id, id, number desc);
