-- still_open is 1 while the row is open and NULL afterwards: at most one open row per key.
create table relationship (
  id uuid not null primary key,
  partner_id uuid not null,
  capacity varchar(17) character set ascii not null,
  customer_id uuid not null,
  origin varchar(20) character set ascii not null,
  began_at datetime(6) not null,
  ended_at datetime(6) null,
  ended_by uuid null,
  version int not null default 0,
  still_open tinyint as (if(ended_at is null, 1, null)) stored,
  unique key relationship_open_once (partner_id, customer_id, capacity, still_open),
  key relationship_of_customer (customer_id),
  constraint relationship_partner foreign key (partner_id) references organization (id),
  constraint relationship_customer foreign key (customer_id) references organization (id),
  constraint relationship_ended_by foreign key (ended_by) references person (id)
);

create table delegated_admin_grant (
  id uuid not null primary key,
  partner_id uuid not null,
  customer_id uuid not null,
  global_admin boolean not null default true comment 'what the partner''s Admin agents become in the customer''s tenant',
  helpdesk_admin boolean not null default true comment 'what the partner''s Helpdesk agents become there',
  granted_by uuid null,
  granted_at datetime(6) not null,
  ended_by uuid null,
  ended_at datetime(6) null,
  still_open tinyint as (if(ended_at is null, 1, null)) stored,
  unique key delegated_admin_grant_open_once (partner_id, customer_id, still_open),
  key delegated_admin_grant_of_customer (customer_id),
  constraint delegated_admin_grant_partner foreign key (partner_id) references organization (id),
  constraint delegated_admin_grant_customer foreign key (customer_id) references organization (id)
);
