-- Ending relationships and taking privileges back, what is kept of it, and what the operator needs to look after it.
alter table delegated_admin_grant
  add column end_reason varchar(10) character set ascii null comment 'removed by the customer, given up by the partner, or reassigned';

-- What was said when a relationship was removed: insert only.
create table removal (
  id uuid not null primary key,
  relationship_id uuid not null,
  entry_id uuid not null comment 'the row of the Customers page',
  partner_id uuid not null,
  capacity varchar(17) character set ascii not null,
  customer_id uuid not null,
  name varchar(200) not null comment 'as the partner listed the customer',
  domain varchar(253) null,
  removed_by uuid not null,
  began_at datetime(6) not null,
  removed_at datetime(6) not null,
  given_up boolean not null comment 'whether delegated admin privileges were given up with it',
  statement_version varchar(20) character set ascii not null,
  statement_language char(2) character set ascii not null,
  statement varchar(2000) not null comment 'what was ticked, word for word',
  statement_digest binary(32) not null comment 'SHA-256 of the statement in UTF-8',
  unique key removal_of_relationship (relationship_id),
  key removal_of_entry (partner_id, entry_id, id),
  key removal_by (removed_by),
  constraint removal_relationship foreign key (relationship_id) references relationship (id),
  constraint removal_person foreign key (removed_by) references person (id)
);

-- The letter that tells the customer; it goes out only when somebody sends it.
create table termination_notice (
  removal_id uuid not null primary key,
  language char(2) character set ascii not null,
  subject varchar(200) not null,
  body text not null,
  recipient varchar(254) null,
  sent_at datetime(6) null,
  sent_by uuid null,
  version int not null default 0,
  constraint termination_notice_of foreign key (removal_id) references removal (id)
);

-- A partner without privileges agreed anew with its customer, so it no longer answers for what it cannot reach.
create table renegotiation (
  id uuid not null primary key,
  partner_id uuid not null,
  customer_id uuid not null,
  agreed_on date not null,
  note varchar(500) null,
  noted_by uuid not null,
  noted_at datetime(6) not null,
  key renegotiation_of (partner_id, customer_id, id),
  constraint renegotiation_partner foreign key (partner_id) references organization (id),
  constraint renegotiation_customer foreign key (customer_id) references organization (id),
  constraint renegotiation_person foreign key (noted_by) references person (id)
);

alter table portfolio_entry
  add column responsible boolean not null default false comment 'the customer took the privileges back, and nothing was agreed since';

-- The log by time, and by one thing at a time.
alter table activity_entry
  drop key activity_entry_of,
  drop key activity_entry_of_customer,
  add key activity_entry_by_time (organization_id, happened_at, id),
  add key activity_entry_of_customer (organization_id, customer_id, happened_at, id),
  add key activity_entry_of_person (organization_id, person_id, happened_at, id),
  add key activity_entry_of_action (organization_id, action, happened_at, id),
  add key activity_entry_old (happened_at);

-- Mail the operator should look at.
alter table outbox_mail
  add column given_up_at datetime(6) null comment 'when the operator gave it up',
  add column stuck tinyint as (if(given_up_at is null and sent_at is null
    and (refused_at is not null or (due_at is not null and attempts >= 5)), 1, null)) stored,
  add key outbox_mail_stuck (stuck, id);

alter table person
  add column erased_at datetime(6) null,
  add key person_email (email);

alter table organization
  add key organization_legal_name (legal_name);
