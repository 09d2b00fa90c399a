create table approvals.approval (
    id              bigint generated always as identity primary key,
    entity_id       bigint      not null,
    department_path bigint[]    not null,
    application_id  bigint,
    kind            text        not null,
    subject         text        not null,
    permission      text        not null,
    requester_id    bigint      not null,
    requester       text        not null,
    reason          text        not null,
    requested_at    timestamptz not null,
    answer_due      timestamptz not null,
    expires_at      timestamptz not null,
    state           text        not null check (state in ('WAITING', 'APPROVED', 'REJECTED', 'WITHDRAWN')),
    approver_id     bigint,
    approver        text,
    answer          text,
    answered_at     timestamptz,
    check (expires_at > requested_at),
    check (answer_due <= expires_at),
    check (approver_id <> requester_id),
    check ((state in ('APPROVED', 'REJECTED')) = (approver_id is not null))
);
create index approval_waiting on approvals.approval (entity_id, id) where state = 'WAITING';
create index approval_by_requester on approvals.approval (requester_id, id);
create unique index approval_one_at_a_time on approvals.approval (entity_id, kind, subject) where state = 'WAITING';
