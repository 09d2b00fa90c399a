create table customer (
  id bigint primary key,
  username varchar(40) not null unique,
  full_name varchar(120) not null,
  city varchar(80) not null,
  staff boolean default false not null,
  activation_code varchar(20),
  password_salt varchar(64),
  password_hash varchar(200)
);

create table account (
  id bigint primary key,
  customer_id bigint not null references customer (id),
  number varchar(34) not null unique,
  nickname varchar(60) not null,
  currency char(3) not null,
  balance decimal(18, 2) not null
);

create table transfer (
  id bigint generated always as identity primary key,
  account_id bigint not null references account (id),
  payee_account varchar(34) not null,
  amount decimal(18, 2) not null,
  purpose varchar(140) not null,
  reference varchar(40) not null,
  booked_at timestamp default current_timestamp not null
);

create table payee (
  id bigint generated always as identity primary key,
  customer_id bigint not null references customer (id),
  name varchar(120) not null,
  account_number varchar(34) not null
);

create table audit_event (
  id bigint generated always as identity primary key,
  customer_id bigint not null,
  kind varchar(40) not null,
  detail varchar(400) not null,
  status varchar(20) default 'NEW' not null,
  happened_at timestamp default current_timestamp not null
);
