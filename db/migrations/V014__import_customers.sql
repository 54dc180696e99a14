-- Customers served in other portals: the operator's files, and what waits in them for partners that have not enrolled yet.
create table import (
  id uuid not null primary key,
  file_name varchar(200) not null,
  state varchar(9) character set ascii not null,
  imported_by uuid null comment 'null: by the command',
  created_at datetime(6) not null,
  confirmed_at datetime(6) null,
  applied_at datetime(6) null,
  new_rows int not null default 0 comment 'good rows by what comes of them; they count up while the file is read',
  waiting_rows int not null default 0,
  known_rows int not null default 0,
  bad_rows int not null default 0,
  applied_to int not null default 0 comment 'line up to which rows have gone into imported_customer',
  key import_state (state, id),
  key import_of_person (imported_by),
  constraint import_by foreign key (imported_by) references person (id),
  constraint import_state_known check (state in ('reading', 'ready', 'confirmed', 'applied', 'removed'))
);

create table import_row (
  import_id uuid not null,
  line int not null,
  partner_id uuid null comment 'a tenant id as it stands in the file; the partner may be unknown yet',
  portal varchar(100) null,
  customer_id uuid null,
  name varchar(200) null,
  domain varchar(253) null,
  country char(2) character set ascii null,
  delegated_admin boolean not null default false,
  outcome varchar(20) character set ascii not null comment 'what comes of it, or what is wrong',
  bad boolean not null,
  field varchar(20) character set ascii null comment 'what it is about when the row is bad',
  value varchar(100) null comment 'what stands there, shortened',
  primary key (import_id, line),
  key import_row_bad (import_id, bad, line),
  key import_row_of_customer (import_id, customer_id),
  constraint import_row_of foreign key (import_id) references import (id)
);

create table imported_customer (
  partner_id uuid not null comment 'a tenant id; the partner may be unknown yet',
  customer_id uuid not null,
  portal varchar(100) not null,
  name varchar(200) not null,
  domain varchar(253) null,
  country char(2) character set ascii not null,
  delegated_admin boolean not null,
  import_id uuid not null,
  imported_at datetime(6) not null,
  applied_at datetime(6) null comment 'when it came into the partner''s list',
  problem varchar(20) character set ascii null comment 'why it did not',
  waiting tinyint as (if(applied_at is null and problem is null, 1, null)) stored,
  primary key (partner_id, customer_id),
  key imported_customer_waiting (waiting, partner_id, customer_id),
  key imported_customer_of_customer (customer_id),
  key imported_customer_import (import_id),
  constraint imported_customer_import foreign key (import_id) references import (id)
);

alter table relationship
  add column portal varchar(100) null comment 'where the customer was served before, when it was imported';

-- Other reasons come and go above this one.
alter table portfolio_entry
  add column agreement_missing boolean not null default false
    comment 'whether the row needs attention until the customer accepts the agreement' after attention;

alter table invitation
  add column addressee_id uuid null comment 'the only tenant that can accept; null: decided by the domain';
