-- The people of a customer's tenant, as partners with delegated admin privileges manage them. A deleted user keeps the
-- sign-in name until it is purged, so that it can be restored.
create table customer_user (
  id uuid not null primary key,
  customer_id uuid not null,
  sign_in_name varchar(254) character set ascii not null,
  first_name varchar(64) not null,
  last_name varchar(64) not null,
  display_name varchar(200) not null,
  name_key varbinary(255) not null comment 'sort key of the display name in the customer organization''s language',
  country char(2) character set ascii not null comment 'usage location',
  state varchar(8) character set ascii not null,
  listed boolean generated always as (state <> 'deleted') stored,
  directory_id varchar(255) null comment 'what the directory calls it; null: not passed on yet, or there is no directory',
  created_by uuid null,
  created_at datetime(6) not null,
  password_reset_at datetime(6) null,
  deleted_at datetime(6) null,
  deleted_state varchar(8) character set ascii null comment 'how it stood, to be restored to',
  deleted_for uuid null comment 'the partner whose person deleted it',
  purge_at datetime(6) null,
  version int not null default 0 comment 'of what its form shows',
  touches int not null default 0 comment 'verbs about its licences, so that of two at the same moment one waits',
  unique key customer_user_sign_in_name (customer_id, sign_in_name),
  key customer_user_by_name (customer_id, listed, name_key, id),
  key customer_user_state_by_name (customer_id, state, name_key, id),
  key customer_user_purge (purge_at),
  constraint customer_user_of foreign key (customer_id) references organization (id),
  constraint customer_user_country foreign key (country) references country (code),
  constraint customer_user_state_known check (state in ('active', 'disabled', 'deleted'))
);

-- Words a user is found by.
create table customer_user_token (
  customer_id uuid not null,
  token varchar(40) character set ascii not null,
  user_id uuid not null,
  primary key (customer_id, token, user_id),
  key customer_user_token_of (user_id, token),
  constraint customer_user_token_of foreign key (user_id) references customer_user (id) on delete cascade
);

-- A seat somebody holds. Of a deleted user it says what to give again when the user is restored; the seat is free then.
create table licence (
  user_id uuid not null,
  product_id uuid not null,
  customer_id uuid not null,
  name_key varbinary(255) not null comment 'of the user, as is the state',
  state varchar(8) character set ascii not null,
  held boolean generated always as (state <> 'deleted') stored,
  assigned_by uuid null,
  assigned_at datetime(6) not null,
  primary key (user_id, product_id),
  key licence_by_name (customer_id, product_id, held, name_key, user_id),
  key licence_state_by_name (customer_id, product_id, state, name_key, user_id),
  constraint licence_of foreign key (user_id) references customer_user (id) on delete cascade,
  constraint licence_product foreign key (product_id) references product (id)
);

-- Changes on their way to the directory, at least once and in order per user.
create table directory_change (
  id uuid not null primary key,
  user_id uuid not null comment 'outlives the user',
  kind varchar(8) character set ascii not null,
  directory_id varchar(255) null comment 'of a purged user',
  password_sealed varbinary(300) null comment 'sealed with the portal key; erased when passed on or refused',
  asked_by uuid null,
  created_at datetime(6) not null,
  attempts int not null default 0,
  due_at datetime(6) null comment 'when to try next, also the end of a lease; null: nothing more to do',
  passed_at datetime(6) null,
  refused_at datetime(6) null,
  last_error varchar(500) null,
  key directory_change_due (due_at),
  key directory_change_of (user_id, id),
  constraint directory_change_kind_known
    check (kind in ('create', 'update', 'disable', 'enable', 'delete', 'restore', 'password', 'purge'))
);

-- Many users at once: an upload, or licences for a selection. Nothing is done before it is confirmed.
create table user_batch (
  id uuid not null primary key,
  customer_id uuid not null,
  partner_id uuid not null,
  capacity varchar(17) character set ascii not null,
  kind varchar(7) character set ascii not null,
  product_id uuid null comment 'of a selection',
  file_name varchar(200) null comment 'of an upload',
  state varchar(9) character set ascii not null,
  row_count int not null default 0,
  wrong_count int not null default 0 comment 'rows that need another look; nothing is done with them',
  done_count int not null default 0,
  failed_count int not null default 0 comment 'of those done',
  made_by uuid not null,
  made_at datetime(6) not null,
  confirmed_at datetime(6) null,
  due_at datetime(6) null comment 'end of a lease while it is carried out; null: nothing to do',
  forget_at datetime(6) not null,
  key user_batch_due (due_at),
  key user_batch_forget (forget_at),
  constraint user_batch_of foreign key (customer_id) references organization (id),
  constraint user_batch_kind_known check (kind in ('upload', 'assign', 'remove')),
  constraint user_batch_state_known check (state in ('reading', 'ready', 'confirmed', 'done', 'stopped'))
);

create table user_batch_row (
  batch_id uuid not null,
  number int not null,
  user_id uuid null,
  sign_in_name varchar(254) not null,
  first_name varchar(64) not null,
  last_name varchar(64) not null,
  display_name varchar(200) not null,
  country varchar(100) not null,
  licences varchar(500) not null comment 'as written in the file',
  problem varchar(30) character set ascii null comment 'why it needs another look',
  outcome varchar(30) character set ascii null,
  missing varchar(500) null comment 'licences no seat was free for',
  place varchar(5) character set ascii
    generated always as (if(problem is not null, 'wrong', if(outcome is null, 'open', 'done'))) stored,
  primary key (batch_id, number),
  key user_batch_row_place (batch_id, place, number),
  key user_batch_row_name (batch_id, sign_in_name),
  constraint user_batch_row_of foreign key (batch_id) references user_batch (id) on delete cascade
);
