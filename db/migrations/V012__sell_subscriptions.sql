-- What can be sold: a product (whose seats are one pool per customer) in one or more offers (its terms).
create table product (
  id uuid not null primary key,
  sku varchar(60) character set ascii not null,
  name varchar(200) not null,
  kind varchar(7) character set ascii not null,
  available boolean not null default true comment 'whether any of its offers is',
  unique key product_sku (sku),
  key product_by_name (name, id),
  key product_available_by_name (available, name, id),
  constraint product_kind_known check (kind in ('licence', 'usage'))
);

create table offer (
  id uuid not null primary key,
  product_id uuid not null,
  code varchar(60) character set ascii not null comment 'as the operator''s catalogue names it',
  term varchar(7) character set ascii not null,
  billing varchar(7) character set ascii not null,
  least_seats int not null default 1,
  most_seats int not null default 10000,
  available boolean not null default true,
  unique key offer_code (code),
  key offer_of_product (product_id),
  constraint offer_product foreign key (product_id) references product (id),
  constraint offer_term_known check (term in ('none', 'monthly', 'annual')),
  constraint offer_billing_known check (billing in ('usage', 'monthly', 'annual'))
);

-- The id is made with the order's form, so that sending it twice orders once.
create table subscription (
  id uuid not null primary key comment 'also the number of its order',
  customer_id uuid not null,
  offer_id uuid not null,
  product_id uuid not null,
  seller_id uuid null comment 'direct-bill partner or indirect provider; null: bought elsewhere',
  seller_capacity varchar(17) character set ascii null,
  reseller_id uuid null comment 'the indirect reseller of record; null where there is none',
  origin varchar(60) not null comment 'order, or where it was bought',
  nickname varchar(100) null,
  seats int null comment 'null: billed by usage',
  state varchar(9) character set ascii not null,
  began_at datetime(6) not null,
  renews_at datetime(6) null,
  suspended_at datetime(6) null,
  ended_at datetime(6) null,
  support_contact_id uuid null comment 'the partner designated to support it; null: the seller',
  created_by uuid null,
  version int not null default 0,
  key subscription_of_customer (customer_id, id),
  key subscription_sold (customer_id, seller_id, seller_capacity, id),
  key subscription_sold_by_state (customer_id, seller_id, seller_capacity, state, id),
  key subscription_sold_renewal (customer_id, seller_id, seller_capacity, state, renews_at),
  key subscription_of_record (customer_id, reseller_id, id),
  key subscription_of_record_by_state (customer_id, reseller_id, state, id),
  key subscription_of_seller (seller_id, state, id),
  key subscription_of_reseller (reseller_id, state, id),
  key subscription_renewal (state, renews_at),
  constraint subscription_customer foreign key (customer_id) references organization (id),
  constraint subscription_offer foreign key (offer_id) references offer (id),
  constraint subscription_product foreign key (product_id) references product (id),
  constraint subscription_seller foreign key (seller_id) references organization (id),
  constraint subscription_reseller foreign key (reseller_id) references organization (id),
  constraint subscription_support_contact foreign key (support_contact_id) references organization (id),
  constraint subscription_state_known check (state in ('active', 'suspended', 'ended'))
);

-- The seats of a product in one tenant, whoever sold them; this row decides every assignment.
create table seat_pool (
  customer_id uuid not null,
  product_id uuid not null,
  seats int not null comment 'of all active subscriptions',
  assigned int not null default 0,
  primary key (customer_id, product_id),
  constraint seat_pool_customer foreign key (customer_id) references organization (id),
  constraint seat_pool_product foreign key (product_id) references product (id),
  constraint seat_pool_counts check (seats >= 0 and assigned >= 0)
);

-- A catalogue file the operator looks over before it is loaded; gone afterwards.
create table catalogue_upload (
  id uuid not null primary key,
  name varchar(200) not null comment 'of the file',
  content mediumtext not null,
  uploaded_by uuid not null,
  uploaded_at datetime(6) not null,
  key catalogue_upload_of (uploaded_by),
  constraint catalogue_upload_by foreign key (uploaded_by) references person (id)
);

-- What happened to one thing, such as a subscription, is read from the log.
alter table activity_entry
  add column subject_id uuid null comment 'of what it was done to, where that has a history of its own',
  add key activity_entry_about (organization_id, subject_id, id);
