-- The application's role may read and add here, nothing else (foundation.database grants it so).

create table ledger.platform (
    id          uuid        primary key default gen_random_uuid(),
    one         boolean     not null default true unique check (one)
);
insert into ledger.platform default values;
comment on table ledger.platform is 'Names this ledger in signed heads, so that heads of two platforms are never mixed.';

create table ledger.entry (
    sequence    bigint      primary key check (sequence > 0),
    at          timestamptz not null,
    entity_id   bigint,
    actor       text        not null,
    command     text        not null,
    subject     text        not null,
    body_digest bytea       not null,
    previous    bytea       not null unique,
    hash        bytea       not null,
    suite       text        not null
);
comment on column ledger.entry.actor is 'Kind and number of the caller; the name, which is personal data, stands in the body.';
create index entry_by_entity on ledger.entry (entity_id, sequence);
create index entry_by_command on ledger.entry (command, sequence);
create index entry_by_subject on ledger.entry (subject text_pattern_ops, sequence);
create index entry_by_time on ledger.entry using brin (at);

create table ledger.body (
    sequence    bigint      primary key,
    actor       text        not null,
    content     text        not null
);
comment on table ledger.body is 'Erasable: the chain holds only its digest. Canonical JSON, so text and not jsonb.';
create index body_by_actor on ledger.body (actor text_pattern_ops, sequence);

create table ledger.checkpoint (
    sequence    bigint      primary key,
    hash        bytea       not null,
    at          timestamptz not null,
    key_id      text        not null,
    signature   bytea       not null
);
comment on table ledger.checkpoint is 'A signature over the head that was reached; what is verified is the signed head file that these columns make up.';

create table ledger.anchor (
    id          bigint      generated always as identity primary key,
    sequence    bigint      not null,
    hash        bytea       not null,
    at          timestamptz not null,
    kind        text        not null check (kind in ('FILE')),
    place       text        not null
);
comment on table ledger.anchor is 'Heads that were handed to a place outside of this database.';

-- The one way to take something away: the body of one entry, never the entry.
create function ledger.erase_body(which bigint) returns boolean
    language sql security definer set search_path = pg_catalog, pg_temp
    as $$ with gone as (delete from ledger.body where sequence = which returning 1) select exists (select from gone) $$;
revoke all on function ledger.erase_body(bigint) from public;
grant execute on function ledger.erase_body(bigint) to ${application};
