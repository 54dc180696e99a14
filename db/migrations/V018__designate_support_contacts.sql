-- Every choice of who supports a subscription: the open row is the present one, the others are its history. Seller,
-- reseller of record and customer are copied, because they never change and lists are ranges of one index.
create table support_designation (
  id uuid not null primary key,
  subscription_id uuid not null,
  customer_id uuid not null,
  seller_id uuid null,
  reseller_id uuid null,
  contact_id uuid null comment 'null: the seller',
  previous_id uuid null comment 'who it was before; null: the seller',
  agreement_reference varchar(100) null,
  designated_for uuid not null comment 'the partner whose person chose',
  designated_by uuid not null,
  designated_at datetime(6) not null,
  ended_at datetime(6) null,
  coverage varchar(10) character set ascii null comment 'as it was found last; null: the seller, or ended',
  lost_at datetime(6) null comment 'since when the choice does not count; both sides were told then',
  still_open tinyint as (if(ended_at is null, 1, null)) stored,
  watched tinyint as (if(ended_at is null and contact_id is not null, 1, null)) stored,
  unique key support_designation_open_once (subscription_id, still_open),
  key support_designation_watched (watched, id),
  key support_designation_of_seller (seller_id, coverage, subscription_id),
  key support_designation_of_reseller (reseller_id, coverage, subscription_id),
  key support_designation_of_contact (contact_id, watched, subscription_id),
  key support_designation_of_customer (customer_id, watched),
  constraint support_designation_subscription foreign key (subscription_id) references subscription (id),
  constraint support_designation_contact foreign key (contact_id) references organization (id),
  constraint support_designation_by foreign key (designated_by) references person (id),
  constraint support_designation_coverage_known check (coverage in ('designated', 'lost', 'suspended'))
);

-- How far the watch over designations has come.
create table support_watch (
  id tinyint not null primary key default 1,
  reached uuid not null,
  constraint support_watch_one check (id = 1)
);

insert into support_watch (reached) values ('00000000-0000-0000-0000-000000000000');

-- Many subscriptions chosen at once; nothing is done before it is confirmed.
create table support_change (
  id uuid not null primary key,
  partner_id uuid not null,
  made_by uuid not null,
  made_at datetime(6) not null,
  contact_id uuid null comment 'as confirmed; null: the seller, or not confirmed yet',
  agreement_reference varchar(100) null,
  state varchar(9) character set ascii not null,
  forget_at datetime(6) not null,
  key support_change_forget (forget_at),
  constraint support_change_by foreign key (made_by) references person (id),
  constraint support_change_state_known check (state in ('chosen', 'confirmed', 'done'))
);

create table support_change_row (
  change_id uuid not null,
  number int not null,
  subscription_id uuid not null,
  version int not null comment 'of the subscription as it was chosen',
  previous_id uuid null comment 'who it was then; null: the seller',
  outcome varchar(20) character set ascii null,
  primary key (change_id, number),
  constraint support_change_row_of foreign key (change_id) references support_change (id) on delete cascade
);

-- Whom a person looked up last.
create table recent_look_up (
  person_id uuid not null,
  entry_id uuid not null,
  looked_at datetime(6) not null,
  primary key (person_id, entry_id),
  key recent_look_up_newest (person_id, looked_at),
  constraint recent_look_up_by foreign key (person_id) references person (id),
  constraint recent_look_up_of foreign key (entry_id) references portfolio_entry (id) on delete cascade
);

-- Lists of what a partner sells, or is the reseller of record of, and supports or has supported by the seller.
alter table subscription
  add key subscription_contact_of_sold (seller_id, state, support_contact_id, id),
  add key subscription_contact_of_record (reseller_id, state, support_contact_id, id);
