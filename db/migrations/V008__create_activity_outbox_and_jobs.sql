-- Who did what, when; one row per organization that may read it. The id is ordered by time.
create table activity_entry (
  id uuid not null primary key,
  organization_id uuid not null,
  action varchar(40) character set ascii not null,
  person_id uuid null comment 'null: the portal itself',
  customer_id uuid null,
  subject varchar(200) null comment 'name of what it was done to',
  old_value varchar(500) null,
  new_value varchar(500) null,
  happened_at datetime(6) not null,
  key activity_entry_of (organization_id, id),
  key activity_entry_of_customer (organization_id, customer_id, id)
);

create table outbox_mail (
  id uuid not null primary key,
  message_id varchar(200) character set ascii not null,
  kind varchar(40) character set ascii not null,
  recipient varchar(254) not null,
  reply_to varchar(254) null,
  sender_name varchar(200) not null,
  language char(2) character set ascii not null,
  subject varchar(300) not null,
  text_body mediumtext null comment 'holds {link} where the link goes',
  html_body mediumtext null,
  link_sealed varbinary(1000) null comment 'sealed with the portal key; erased when sent',
  invitation_id uuid null,
  person_id uuid null comment 'who sent it',
  created_at datetime(6) not null,
  attempts int not null default 0,
  due_at datetime(6) null comment 'when to try next, also the end of a lease; null: nothing more to do',
  sent_at datetime(6) null,
  refused_at datetime(6) null,
  last_error varchar(500) null,
  erase_at datetime(6) null comment 'when the bodies go, 30 days after sending; null: not yet sent, or gone',
  key outbox_mail_due (due_at),
  key outbox_mail_to (recipient, created_at),
  key outbox_mail_by (person_id, created_at),
  key outbox_mail_erase (erase_at),
  key outbox_mail_of_invitation (invitation_id)
);

-- db-scheduler's table
create table scheduled_tasks (
  task_name varchar(100) not null,
  task_instance varchar(100) not null,
  task_data blob null,
  execution_time timestamp(6) not null,
  picked boolean not null,
  picked_by varchar(50) null,
  last_success timestamp(6) null,
  last_failure timestamp(6) null,
  consecutive_failures int null,
  last_heartbeat timestamp(6) null,
  version bigint not null,
  priority smallint null,
  primary key (task_name, task_instance),
  key scheduled_tasks_execution_time (execution_time),
  key scheduled_tasks_last_heartbeat (last_heartbeat)
);
